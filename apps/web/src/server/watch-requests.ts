import type { IncomingMessage, ServerResponse } from "node:http";
import { type Metrics, secondsSince } from "@quickfire/telemetry";

export type Door = "trpc" | "rest" | "sign-in" | "asset" | "operations" | "page";

export type RequestWatch = {
  watch: (exchange: { message: IncomingMessage; reply: ServerResponse }) => void;
  /** Streams of server-sent events that are open now. */
  openStreams: () => number;
};

/**
 * Times every request of the process by the door that it came through; Next itself would show them route by route. A stream of
 * events stays open for hours, so it is counted while it is open instead.
 */
export function watchRequests(metrics: Pick<Metrics, "httpRequests">): RequestWatch {
  const open = new Set<ServerResponse>();
  return {
    watch({ message, reply }) {
      const startedAt = performance.now();
      const door = doorOf(message.url ?? "/");
      open.add(reply);
      reply.once("close", () => {
        open.delete(reply);
        if (!isEventStream(reply)) metrics.httpRequests.observe({ door, status: statusOf(reply) }, secondsSince(startedAt));
      });
    },
    openStreams: () => [...open].filter(isEventStream).length,
  };
}

/** Few values, whatever is asked for. */
export function doorOf(url: string): Door {
  const path = url.split("?", 1)[0] ?? url;
  if (path.startsWith("/api/trpc/")) return "trpc";
  if (path === "/api/v1" || path.startsWith("/api/v1/")) return "rest";
  if (path.startsWith("/api/auth/")) return "sign-in";
  if (path.startsWith("/_next/") || /\.\w{2,5}$/.test(path)) return "asset";
  return path === "/healthz" || path === "/readyz" || path === "/metrics" ? "operations" : "page";
}

const isEventStream = (reply: ServerResponse): boolean => String(reply.getHeader("content-type")).startsWith("text/event-stream");

/** A reply that nobody waited for any more has no status worth telling. */
function statusOf(reply: ServerResponse): string {
  return reply.writableFinished ? `${Math.floor(reply.statusCode / 100)}xx` : "aborted";
}
