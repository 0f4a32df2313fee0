import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BoardFeed, EventStreamOutlet } from "@quickfire/api/boards";
import { serveCommands, usage } from "../shared/serve-commands";
import { microsBetween } from "../shared/statistics";

/** Tells viewers of a board over server-sent events, in one of two ways. */
export type StreamServerName = "quickfire" | "plain";

const epoch = "bench";
/** As often as a board is published at most: sooner, who is still being written to would get the newest alone. */
const betweenMs = 500;
let number = 1;
const feed = new BoardFeed("leaderboard:all");
const plain = new Set<ServerResponse>();

function topAt(score: number) {
  const rows = Array.from({ length: 50 }, (_, place) => ({ rank: place + 1, userId: `0193a2a4-0000-7000-8000-0000000000${10 + place}`, username: `Player number ${place}`, score: score - place }));
  return { epoch, number, at: Date.now(), rows };
}

const doors: Record<StreamServerName, (reply: ServerResponse) => void> = {
  quickfire: (reply) => {
    const outlet = new EventStreamOutlet(reply);
    outlet.open();
    feed.follow(outlet, { after: `${epoch}.${number}`, snapshot: async () => topAt(1) });
  },
  plain: (reply) => {
    plain.add(reply);
    reply.once("close", () => plain.delete(reply));
  },
};

/** As it is written by hand: each reader gets its own copy. */
function tellPlain(top: ReturnType<typeof topAt>): void {
  for (const reply of plain) {
    const data = JSON.stringify({ timestamp: new Date(top.at).toISOString(), board: "leaderboard:all", leaderboard: top.rows });
    reply.write(`id: ${top.epoch}.${top.number}\nevent: update\ndata: ${data}\n\n`);
  }
}

export type StreamServerCommands = typeof commands;
const commands = serveCommands({
  serve: async ({ as }: { as: StreamServerName }) => {
    feed.learn(topAt(1_000));
    const server = createServer((_message, reply) => {
      reply.useChunkedEncodingByDefault = as === "plain";
      reply.writeHead(200, { "content-type": "text/event-stream" });
      reply.flushHeaders();
      doors[as](reply);
    });
    server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 });
    await once(server, "listening");
    return { port: (server.address() as AddressInfo).port };
  },
  tell: async ({ as, events }: { as: StreamServerName; events: number }) => {
    const before = usage();
    for (let count = 0; count < events; count += 1) {
      number += 1;
      const top = topAt(1_000 + number);
      if (as === "quickfire") feed.learn(top);
      else tellPlain(top);
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
    return { cpuMicros: microsBetween(before, usage()) };
  },
});
