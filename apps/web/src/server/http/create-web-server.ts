import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Incoming } from "@quickfire/api";
import { problemOf } from "@quickfire/api/rest";
import type { Logger, Metrics } from "@quickfire/telemetry";
import { markPeerAddress } from "../peer-address";
import { type Door, doorOf, type RequestWatch } from "../watch-requests";
import { incomingOf } from "./incoming-of";
import { writeReply } from "./write-reply";

/** Whoever sends a request slower than that is not waited for. A body may be a quiz of 2 MiB on a bad line. */
const limits = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16 * 1024 };
/** Longer than a balancer in front keeps a connection that it does not use: it would send a request into one that just closes. */
const keepAliveTimeout = 20_000;

export type DirectDoors = Partial<Record<Door, (request: Incoming) => Promise<Response>>>;

export type WebServerParts = {
  /** What is answered without Next, whose own part of a request costs more than all of a join. */
  direct: DirectDoors;
  /** Next. */
  answerPage: (message: IncomingMessage, reply: ServerResponse) => Promise<void>;
  requests: Pick<RequestWatch, "watch">;
  logger: Logger;
  metrics: Pick<Metrics, "errors">;
};

type Exchange = { message: IncomingMessage; reply: ServerResponse };

/** The public server of web. Whatever a handler throws, its caller gets a reply and the process goes on. */
export function createWebServer({ direct, answerPage, requests, logger, metrics }: WebServerParts): Server {
  async function answer({ message, reply }: Exchange): Promise<void> {
    const door = direct[doorOf(message.url ?? "/")];
    if (!door) return answerPage(message, reply);
    return writeReply(await door(incomingOf(message, reply)), { message, reply });
  }

  async function excuse(error: unknown, { message, reply }: Exchange): Promise<void> {
    // Nobody is there any more.
    if (reply.destroyed) return;
    metrics.errors.inc({ place: "http" });
    logger.error({ err: error, path: message.url?.split("?")[0] }, "a request failed");
    if (reply.headersSent) reply.destroy();
    else await writeReply(problemOf({ code: "INTERNAL" }), { message, reply });
  }

  return createServer({ ...limits, keepAliveTimeout }, (message, reply) => {
    const exchange = { message, reply };
    markPeerAddress(message);
    requests.watch(exchange);
    answer(exchange)
      .catch((error: unknown) => excuse(error, exchange))
      .catch(() => reply.destroy());
  });
}
