import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { collectBytes, type HeaderReader, type Incoming } from "@quickfire/api";

/** Node's request as the doors take it: nothing of it is read or made before somebody asks for it. */
export function incomingOf(message: IncomingMessage, reply: ServerResponse): Incoming {
  return {
    method: message.method ?? "GET",
    url: message.url ?? "/",
    headers: readerOf(message.headers),
    get signal() {
      return leavingOf(reply);
    },
    async readBytes(limit) {
      if (Number(message.headers["content-length"] ?? 0) > limit) return null;
      // What is left of a body that is too long is not read, but its socket stays: there is a reply to be sent.
      return collectBytes(message.iterator({ destroyOnReturn: false }), limit);
    },
  };
}

function readerOf(headers: IncomingHttpHeaders): HeaderReader {
  const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(", ") : (value ?? null));
  return {
    get: (name) => textOf(headers[name]),
    entries: () => Object.entries(headers).map(([name, value]) => [name, textOf(value) ?? ""]),
  };
}

/** Tells of a caller who left before the reply was out. */
function leavingOf(reply: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  const look = () => void (reply.writableFinished || leaving.abort());
  if (reply.closed) look();
  else reply.once("close", look);
  return leaving.signal;
}
