import { once } from "node:events";
import { failureOf } from "@quickfire/api";
import { installLastResort } from "@quickfire/telemetry";
import next from "next";
import { createWebServer } from "./http/create-web-server";
import { directDoors } from "./http/direct-doors";
import { drainServer } from "./http/drain-server";
import { getProcess } from "./process";

const stopWithinMs = 4_500;
const drainWithinMs = 3_000;
/** Connections that the system holds until they are taken: where a crowd comes at once, the next one would be dropped and tried again after seconds. */
const backlog = 4_096;

async function start(): Promise<void> {
  const { env, logger, metrics, requests, services, beginStop, finishTraces } = getProcess();
  const dev = env.NODE_ENV === "development";
  services().then(
    () => logger.info("web is connected"),
    (error: unknown) => {
      if (failureOf(error).code !== "BUSY") return fail(error);
      logger.warn({ err: error }, "a store is away; tried again with each request");
    },
  );

  const server = createWebServer({ direct: directDoors, answerPage: (message, reply) => answerPage(message, reply), requests, logger, metrics });
  // Next finds its pages in the working directory, and takes the upgrades of the server for their reloading.
  const pages = next({ dev, hostname: env.HOST, port: env.WEB_PORT, httpServer: server });
  await pages.prepare();
  const answerPage = pages.getRequestHandler();
  server.listen({ port: env.WEB_PORT, host: env.HOST, backlog });
  await once(server, "listening");

  let stopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    beginStop();
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    await drainServer(server, dev ? 0 : drainWithinMs);
    await finishTraces();
    process.exit(exitCode);
  };
  installLastResort({ logger, metrics, stop: (exitCode) => void stop(exitCode) });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  logger.info({ port: env.WEB_PORT }, "ready for requests");
}

/** In words that say what to do, and without a stack: the launcher shows them as they are. */
function fail(error: unknown): never {
  process.stderr.write(`web: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

await start().catch(fail);
