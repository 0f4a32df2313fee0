export { createLimits, defaultLimits, type Limits, type LimitSettings } from "./limits";
