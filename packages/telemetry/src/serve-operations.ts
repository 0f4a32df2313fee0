import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "./logger";
import type { Metrics } from "./metrics";
import { answerOperations, operationsPaths, type OperationsAnswer } from "./operations";

export type OperationsServer = { port: number; close: () => Promise<void> };

/** A small server beside the one for the public, so that health and metrics are never on a public port. */
export async function serveOperations(options: {
  host: string;
  port: number;
  metrics: Metrics;
  isReady: () => boolean | Promise<boolean>;
  logger: Logger;
}): Promise<OperationsServer> {
  const server = createServer((request, reply) => {
    const wanted = request.url?.split("?")[0];
    const path = operationsPaths.find((known) => known === wanted);
    const answer: Promise<OperationsAnswer> = path ? answerOperations(path, options) : Promise.resolve(notFound);
    answer.then(
      ({ status, contentType, body }) => reply.writeHead(status, { "content-type": contentType, "cache-control": "no-store" }).end(body),
      (error: unknown) => {
        options.logger.error({ err: error, path }, "an operations request failed");
        reply.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  options.logger.info({ port }, "operations server listens");
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const notFound: OperationsAnswer = { status: 404, contentType: "text/plain", body: "not found" };
