import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { joinGame, type Ticket } from "@quickfire/testing/players";
import { WebSocket, WebSocketServer } from "ws";
import type { Drill } from "../drill";
import { playGame, type Fault } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** The kernel's own buffers, some megabytes on each side, are filled first. */
const patienceS = 75;

/** Asks for as much as it may and never reads any of it; tells how that ended, and after how long. */
async function askAndNeverRead(scene: Scene, ticket: Ticket): Promise<{ wasClosed: boolean; afterS: number }> {
  // Past the balancer, which would keep some of it as well.
  const address = `${scene.stack.nodeUrls[0]}/ws?quizId=${ticket.gameId}&participantId=${ticket.participantId}`;
  const socket = new WebSocket(address, ["quickfire.v1", `token.${ticket.token}`]);
  const ending = new AbortController();
  const closing = () => ending.abort();
  socket.on("error", closing).on("close", closing);
  await new Promise((resolve) => socket.once("open", resolve).once("close", resolve));
  socket.pause();
  const startedAt = performance.now();
  while (!ending.signal.aborted && performance.now() - startedAt < patienceS * 1_000) {
    // A paused socket does not see its end; what can't be written any more tells of it.
    if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"get_leaderboard","payload":{}}', (error) => error && closing());
    await seconds(1 / 19);
  }
  socket.terminate();
  return { wasClosed: ending.signal.aborted, afterS: (performance.now() - startedAt) / 1_000 };
}

async function memoryOf(scene: Scene): Promise<number> {
  const texts = await Promise.all(scene.stack.nodes.map(async ({ opsUrl }) => (await fetch(`${opsUrl}/metrics`)).text()));
  return Math.max(...texts.map((text) => Number(/^process_resident_memory_bytes\S* (\S+)/m.exec(text)?.[1] ?? 0))) / 1024 / 1024;
}

const readNothing = (count: number): Fault => async ({ scene, host }) => {
  const before = await memoryOf(scene);
  const tickets = await Promise.all(Array.from({ length: count }, (_, index) => joinGame(scene.stack.webUrl, { pin: host.pin, name: `Sleeper ${index + 1}` })));
  const ends = await Promise.all(tickets.map((ticket) => askAndNeverRead(scene, ticket)));
  const closed = ends.filter(({ wasClosed }) => wasClosed);
  const grownMb = (await memoryOf(scene)) - before;
  scene.say(`${closed.length} of ${count} who never read were closed, the last after ${Math.max(...ends.map(({ afterS }) => afterS)).toFixed(0)} s; the largest node grew by ${grownMb.toFixed(0)} MB`);
  scene.expect(closed.length === count, "who never reads is closed");
  scene.expect(grownMb < 64, "no node grows by more than 64 MB");
};

/** What a server does that writes whatever it is asked for. */
async function writeWithoutLooking(scene: Scene): Promise<void> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  scene.onEnd(() => server.close());
  await once(server, "listening");
  let buffered = 0;
  server.on("connection", (socket) => {
    socket.on("error", () => undefined);
    socket.on("message", () => {
      socket.send("x".repeat(100_000));
      buffered = Math.max(buffered, socket.bufferedAmount);
    });
  });
  const reader = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await new Promise((resolve) => reader.once("open", resolve));
  reader.pause();
  for (let asked = 0; asked < 300; asked += 1) {
    reader.send("more");
    await seconds(0.005);
  }
  reader.terminate();
  scene.expect(buffered < 256 * 1024, `a server that writes without looking keeps little for a reader (${(buffered / 1024 / 1024).toFixed(1)} MB)`);
}

export const slowReaders: Drill = {
  name: "slow-readers",
  fault: "some players ask for as much as they may and never read any of it",
  rows: [35],
  players: 120,
  pauseLimitS: 1,
  run: (scene) => playGame(scene, { rounds: 1, limitSeconds: 100, settings: { leaderboardSize: 100 }, faults: { 1: readNothing(10) } }),
  control: { without: "looking at what is still unsent before writing more", players: 2, run: writeWithoutLooking },
};
