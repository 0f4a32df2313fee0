import { failureOf } from "@quickfire/api";
import { markPeerAddresses } from "./peer-address";
import { getProcess } from "./process";

/** Checks the environment, and warms what the first request would wait for. */
export function startServer(): void {
  const { logger, services } = getProcess();
  markPeerAddresses();
  services().then(
    () => logger.info("web is connected"),
    (error: unknown) => {
      if (failureOf(error).code === "BUSY") return logger.warn({ err: error }, "a store is away; tried again with each request");
      process.stderr.write(`web: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
}

export function logRequestError(error: unknown, path: string): void {
  const { logger, metrics } = getProcess();
  metrics.errors.inc({ place: "page" });
  // Without its query: that is where a code or a token may stand.
  logger.error({ err: error, path: path.split("?")[0] }, "a page failed");
}
