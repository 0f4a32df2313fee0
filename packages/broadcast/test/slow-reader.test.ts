import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type ServedChannel, serveChannel } from "./serve-channel";

let server: ServedChannel;
beforeAll(async () => {
  server = await serveChannel({ live: true });
});
afterAll(() => server.close());

/** A subscription over a real network, by someone who can stop reading. */
async function subscribe() {
  const socket = new WebSocket(server.url);
  const heard: number[] = [];
  let wake: () => void = () => {};
  socket.on("message", (message) => {
    const n = JSON.parse(message.toString()).result?.data?.data?.n;
    if (typeof n === "number") heard.push(n);
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve) => socket.once("open", resolve));
  const readers = server.channel.readers;
  socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path: "events" } }));
  while (server.channel.readers === readers) await nextTurn();
  const until = async (n: number) => {
    while (heard.at(-1) !== n) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { socket, heard, closed, until };
}

it("closes who stops reading, keeps little for them, and lets nobody else wait", async () => {
  const { channel } = server;
  channel.publish({ type: "first", n: 1 }, { id: "e1.1" });
  const [slow, quick] = [await subscribe(), await subscribe()];
  slow.socket.pause();
  const [serverSide] = server.sockets.clients;
  const padding = "x".repeat(4_000);
  let most = 0;
  let number = 1;
  // The kernel takes some megabytes before anything is noticed here.
  while (server.sockets.clients.size === 2 && number < 20_000) {
    number += 1;
    channel.publish({ type: padding, n: number }, { id: `e1.${number}` });
    await nextTurn();
    most = Math.max(most, serverSide?.bufferedAmount ?? 0);
    if (serverSide?.readyState !== WebSocket.OPEN) break;
  }
  expect(serverSide?.readyState).not.toBe(WebSocket.OPEN);
  expect(most).toBeLessThan(256 * 1024);
  await quick.until(number);
  expect(quick.heard).toEqual(Array.from({ length: number - 1 }, (_, index) => index + 2));
  slow.socket.resume();
  expect(await slow.closed).toBe(1013);
  expect(slow.heard).toEqual(quick.heard.slice(0, slow.heard.length));
  quick.socket.close();
}, 30_000);
