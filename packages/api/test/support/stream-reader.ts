import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { incomingOf, waitFor } from "@quickfire/testing";
import { EventStreamReply, type WebServices } from "../../src";
import { handleRest } from "../../src/rest";
import { openGate } from "./open-gate";

export type StreamEvent = { id: string | null; event: string; payload: { timestamp: string; board: string; leaderboard: { rank: number; userId: string; username: string; score: number }[]; stale?: true } };

/** REST behind a real socket, as far as streams need one. */
export async function serveStreams(services: WebServices) {
  const server = createServer((message, reply) => {
    void handleRest(incomingOf(new Request(`http://localhost${message.url}`, { headers: message.headers as Record<string, string> })), {
      webUrl: "http://localhost", logger: services.logger, newcomers: openGate,
      openDoor: async () => ({ services, origin: { ip: null, userAgent: null }, addressBlock: "test" }),
    }).then(async (answer) => {
      reply.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer instanceof EventStreamReply) answer.begin(reply);
      else reply.end(await answer.text());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    follow: (query: string, { token, lastEventId }: { token: string; lastEventId?: string }) => follow(`http://127.0.0.1:${port}/api/v1/leaderboard/stream?${query}`, { token, lastEventId }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function follow(url: string, { token, lastEventId }: { token: string; lastEventId?: string }) {
  const asked = request(url, { headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { "last-event-id": lastEventId } : {}) } }).end();
  const [reply] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  reply.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  reply.on("error", () => undefined);
  let isClosed = false;
  reply.on("close", () => (isClosed = true));
  const events = (): StreamEvent[] => text.split("\n\n").slice(0, -1).filter((block) => block.includes("event:")).map(parseEvent);
  return {
    status: reply.statusCode,
    headers: reply.headers,
    text: () => text,
    events,
    until: (count: number) => waitFor(() => events().length >= count && events(), { what: `${count} events` }),
    isClosed: () => isClosed,
    /** Reads no more, without leaving. */
    pause: () => reply.pause(),
    leave: () => asked.destroy(),
  };
}

function parseEvent(block: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
  return { id: field("id"), event: field("event") ?? "", payload: JSON.parse(field("data") ?? "null") };
}
