import { getProcess } from "./process";

export function logRequestError(error: unknown, path: string): void {
  const { logger, metrics } = getProcess();
  metrics.errors.inc({ place: "page" });
  // Without its query: that is where a code or a token may stand.
  logger.error({ err: error, path: path.split("?")[0] }, "a page failed");
}
