export { createLogger, type Correlation, type Logger, type LogLevel, logLevels } from "./logger";
export { createMetrics, type Metrics } from "./metrics";
export { observeStore } from "./observe-store";
export { answerOperations, type OperationsAnswer, type OperationsPath, operationsPaths } from "./operations";
export { serveOperations, type OperationsServer } from "./serve-operations";
export { secondsSince, timed } from "./timing";
export { watchBatches } from "./watch-batches";
