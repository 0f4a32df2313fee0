import { setTimeout as pause } from "node:timers/promises";
import { closeCodes } from "./close-codes";
import type { GuardedSocket } from "./guarded-socket";

const slices = 20;
const reconnectNotice = JSON.stringify({ id: null, method: "reconnect" });

/**
 * Sends all sockets elsewhere, a slice at a time, so that they don't knock at the other nodes all at once. tRPC's clients are
 * asked first: theirs move over without a break. Who has not gone by the end is cut off.
 */
export async function drainSockets({ plain, trpc }: { plain: ReadonlySet<GuardedSocket>; trpc: ReadonlySet<GuardedSocket> }, withinMs: number): Promise<void> {
  const askMs = withinMs / 2;
  await inSlices([...trpc].map((socket) => () => socket.send(reconnectNotice)).concat([...plain].map((socket) => () => close(socket))), askMs);
  await inSlices([...trpc].map((socket) => () => close(socket)), withinMs / 4);
  await Promise.race([everyoneGone([...plain, ...trpc]), pause(withinMs / 4)]);
  for (const socket of [...plain, ...trpc]) socket.terminate();
}

function close(socket: GuardedSocket): void {
  socket.close(closeCodes.draining, "this server is going away: connect again");
}

async function inSlices(works: readonly (() => void)[], overMs: number): Promise<void> {
  const size = Math.ceil(works.length / slices);
  for (let from = 0; from < works.length; from += size) {
    for (const work of works.slice(from, from + size)) work();
    if (from + size < works.length) await pause(overMs / slices);
  }
}

function everyoneGone(sockets: readonly GuardedSocket[]): Promise<unknown> {
  return Promise.all(sockets.map((socket) => new Promise<void>((resolve) => (socket.readyState === socket.CLOSED ? resolve() : socket.once("close", () => resolve())))));
}
