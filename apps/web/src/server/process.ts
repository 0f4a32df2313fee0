import { randomInt } from "node:crypto";
import { type AccountCache, createAccountCache, type WebServices } from "@quickfire/api";
import type { NewcomerGate } from "@quickfire/api/rest";
import { createLogger, createMetrics, type Logger, type Metrics, watchLoad } from "@quickfire/telemetry";
import { type Connected, createServices } from "./create-services";
import { readEnv, type WebEnv } from "../env";
import { createNewcomerGate, loadLimits } from "./newcomer-gate";
import { type RequestWatch, watchRequests } from "./watch-requests";

export type WebProcess = {
  env: WebEnv;
  logger: Logger;
  metrics: Metrics;
  accounts: AccountCache;
  requests: RequestWatch;
  newcomers: NewcomerGate;
  /** Connects on first use; after a failure, again on the next. */
  services: () => Promise<WebServices>;
  isReady: () => Promise<boolean>;
  /** From now on it is not ready, so that nobody is sent here any more. */
  beginStop: () => void;
  /** Sends off what is written down of traces. */
  finishTraces: () => Promise<void>;
};

/**
 * Next loads pages and routes as bundles beside that of the process itself, each with modules of its own: what the process has
 * once lives behind a symbol that all of them know.
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
  const load = watchLoad({ limits: loadLimits, waiting: () => 0, onChange: (level) => logger.warn({ load: level }, "the load of this process has changed") });
  const accounts = createAccountCache({ now: Date.now, onLook: (outcome) => (outcome === "hit" ? metrics.cacheHits : metrics.cacheMisses).inc({ cache: "account" }) });
  let isStopping = false;
  let connecting: Promise<Connected> | null = null;
  const connected = () => {
    connecting ??= createServices({ env, logger, metrics, accounts }).catch((error: unknown) => {
      connecting = null;
      throw error;
    });
    return connecting;
  };
  return {
    env,
    logger,
    metrics,
    accounts,
    requests: watchRequests(metrics),
    newcomers: createNewcomerGate({ load, metrics, randomInt: (limit) => randomInt(limit) }),
    services: async () => (await connected()).services,
    isReady: async () => !isStopping && (await connected()).isReady(),
    beginStop: () => void (isStopping = true),
    finishTraces: async () => {
      const made = await connecting?.catch(() => null);
      await made?.services.tracing?.stop();
    },
  };
}
