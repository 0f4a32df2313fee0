import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { waitFor } from "@quickfire/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BoardFeed } from "./board-feed";
import { EventStreamOutlet } from "./event-stream";

const softBytes = 64 * 1024;
const topAt = (number: number) => ({
  epoch: "e1", number, at: 1_790_000_000_000,
  rows: Array.from({ length: 50 }, (_, place) => ({ rank: place + 1, userId: `0193a2a4-0000-7000-8000-0000000000${10 + place}`, username: "Somebody with quite a long name ".repeat(4), score: 100_000 + number - place })),
});
const eventBytes = JSON.stringify(topAt(1)).length;

let tooSlow: number;
let feed: BoardFeed;
let server: ReturnType<typeof createServer>;
/** The server's ends, in the order in which readers came. */
let replies: ServerResponse[];

beforeEach(async () => {
  tooSlow = 0;
  replies = [];
  feed = new BoardFeed("leaderboard:all", { onTooSlow: () => (tooSlow += 1), limits: { maxLagMs: 300 } });
  feed.learn(topAt(1));
  server = createServer((_message, reply) => {
    reply.writeHead(200, { "content-type": "text/event-stream" });
    replies.push(reply);
    const outlet = new EventStreamOutlet(reply);
    feed.follow(outlet, { after: "e1.1", snapshot: async () => feed.top ?? topAt(1) });
    outlet.open();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A connection of its own, of which nothing is read until `read`. */
async function follow() {
  const known = feed.followers;
  const socket: Socket = connect((server.address() as AddressInfo).port, "127.0.0.1").on("error", () => undefined);
  socket.write("GET / HTTP/1.1\r\nHost: quiz\r\n\r\n");
  await waitFor(() => feed.followers > known);
  let text = "";
  const numbers = () => [...text.matchAll(/^id: e1\.(\d+)$/gm)].map(([, number]) => Number(number));
  return { socket, numbers, read: () => void socket.setEncoding("latin1").on("data", (piece: string) => (text += piece)) };
}

/** Publishes one board after the other until it is so, and says which was the last. What the server keeps for the first reader is looked at on the way. */
async function publishUntil(isSo: () => boolean): Promise<{ last: number; most: number }> {
  let [last, most] = [1, 0];
  while (!isSo() && last < 20_000) {
    feed.learn(topAt((last += 1)));
    await nextTurn();
    most = Math.max(most, replies[0]?.writableLength ?? 0);
  }
  return { last, most };
}

it("closes who never reads, keeps little for them, and lets nobody else wait", async () => {
  const [, quick] = [await follow(), await follow()];
  quick.read();
  const { last, most } = await publishUntil(() => feed.followers === 1);
  expect([feed.followers, tooSlow, replies[0]?.destroyed]).toEqual([1, 1, true]);
  // The kernel took some megabytes; here no more than the limit and the event that went beyond it.
  expect(most).toBeLessThan(softBytes + 2 * eventBytes);
  await waitFor(() => quick.numbers().at(-1) === last);
  expect(quick.numbers()).toEqual([...quick.numbers()].sort((one, other) => one - other));
  expect(replies[1]?.destroyed).toBe(false);
});

it("gives who falls behind for a moment the newest, and nothing that has become pointless", async () => {
  const slow = await follow();
  const { last: behind } = await publishUntil(() => (replies[0]?.writableLength ?? 0) > softBytes);
  for (let count = 1; count <= 100; count += 1) feed.learn(topAt(behind + count));
  slow.read();
  await waitFor(() => slow.numbers().at(-1) === behind + 100);
  expect(slow.numbers().filter((number) => number > behind)).toEqual([behind + 100]);
  expect([tooSlow, replies[0]?.destroyed]).toEqual([0, false]);
});
