export { auditCsv, auditCsvHead } from "./audit-csv";
export type { Endpoint } from "./endpoint";
export { handleRest, type NewcomerGate, type RestDoor, restRoot, type RestSurroundings } from "./handle-rest";
export { openApiDocument } from "./open-api";
export { problemOf } from "./problem";
export { createRestCaller } from "./rest-router";
export { isReportFormat, type ReportFormat, reportFileOf } from "./report-file";
export { restEndpoints } from "./table";
