import type { Logger } from "./logger";
import type { Metrics } from "./metrics";

/**
 * For what nobody caught. A promise that failed harms only what waited for it; an exception leaves a state that nobody knows,
 * so the process goes, in order, and its supervisor starts another.
 */
export function installLastResort({ logger, metrics, stop }: { logger: Logger; metrics: Metrics; stop: (exitCode: number) => void }): void {
  process.on("unhandledRejection", (error) => {
    metrics.errors.inc({ place: "unhandled rejection" });
    logger.error({ err: error }, "nobody waited for a failure");
  });
  process.on("uncaughtException", (error) => {
    metrics.errors.inc({ place: "uncaught exception" });
    logger.fatal({ err: error }, "nobody caught an exception: the process stops");
    stop(1);
  });
}
