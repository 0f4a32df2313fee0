export { createLimits, type Limits } from "./limits";
export { defaultLimits, type LimitName, limitNames, type LimitSettings, limitsTable } from "./limits-table";
