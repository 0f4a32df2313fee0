export type { Endpoint } from "./endpoint";
export { handleRest, type RestDoor, restRoot, type RestSurroundings } from "./handle-rest";
export { openApiDocument } from "./open-api";
export { reportCsv } from "./report-csv";
export { restEndpoints } from "./table";
