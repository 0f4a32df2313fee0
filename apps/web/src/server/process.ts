import type { WebServices } from "@quickfire/api";
import { createLogger, createMetrics, type Logger, type Metrics } from "@quickfire/telemetry";
import { type AccountCache, createAccountCache } from "./account-cache";
import { type Connected, createServices } from "./create-services";
import { readEnv, type WebEnv } from "../env";
import { type RequestWatch, watchRequests } from "./watch-requests";

export type WebProcess = {
  env: WebEnv;
  logger: Logger;
  metrics: Metrics;
  accounts: AccountCache;
  requests: RequestWatch;
  /** Connects on first use; after a failure, again on the next. */
  services: () => Promise<WebServices>;
  isReady: () => Promise<boolean>;
};

/**
 * Next loads pages, routes and the start of the process as separate bundles, each with modules of its own: what the process
 * has once lives behind a symbol that all of them know.
 */
const place = Symbol.for("quickfire.web.process");

export function getProcess(): WebProcess {
  const holder = globalThis as typeof globalThis & { [place]?: WebProcess };
  return (holder[place] ??= createProcess());
}

function createProcess(): WebProcess {
  const env = readEnv();
  const logger = createLogger({ service: "web", level: env.LOG_LEVEL, node: env.NODE_NAME });
  const metrics = createMetrics({ service: "web" });
  let connecting: Promise<Connected> | null = null;
  const connected = () => {
    connecting ??= createServices({ env, logger, metrics }).catch((error: unknown) => {
      connecting = null;
      throw error;
    });
    return connecting;
  };
  return {
    env,
    logger,
    metrics,
    accounts: createAccountCache({ now: Date.now, onLook: (outcome) => (outcome === "hit" ? metrics.cacheHits : metrics.cacheMisses).inc({ cache: "account" }) }),
    requests: watchRequests(metrics),
    services: async () => (await connected()).services,
    isReady: async () => (await connected()).isReady(),
  };
}
