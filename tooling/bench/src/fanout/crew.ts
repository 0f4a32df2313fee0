import { setTimeout as pause } from "node:timers/promises";
import { type BenchContext, type Program, startProgram } from "../shared/program";
import { microsBetween, shareOfCore } from "../shared/statistics";
import type { FanoutCommands } from "./fanout-server";
import type { ListenerCommands } from "./listener";
import { fanoutDoors, type FanoutName } from "./variants";

/** A variant's server with all its subscribers, each side in a process of its own. */
export type Crew = { name: FanoutName; label: string; server: Program<FanoutCommands>; listeners: Program<ListenerCommands>; connectMs: number; subscribers: number; stop: () => Promise<void> };

export async function startCrew(context: BenchContext, name: FanoutName, subscribers: number, onReady: (server: Program<FanoutCommands>) => Promise<void> = async () => {}): Promise<Crew> {
  const { program, label, ...door } = fanoutDoors[name];
  const server = startProgram<FanoutCommands>(context, program);
  const listeners = startProgram<ListenerCommands>(context, "fanout/listener.mjs");
  const port = await server.ask("listen");
  await onReady(server);
  const connectMs = await listeners.ask("subscribe", { port, ...door, count: subscribers });
  // Some are there a moment after they were greeted.
  while ((await server.ask("subscribers")) < subscribers) await pause(10);
  return {
    name, label, server, listeners, connectMs, subscribers,
    stop: async () => {
      await Promise.all([listeners.stop(), server.stop()]);
    },
  };
}

/** Tells some events, `together` in one turn of the event loop, each time once the last ones are everywhere. */
export async function tellRound({ server, listeners, subscribers }: Crew, { messages, together, bytes }: { messages: number; together: number; bytes: number }) {
  const events = messages * together;
  await listeners.ask("beginRound", { events });
  const before = await server.ask("usage");
  const startedAt = performance.now();
  const toldAt: number[] = [];
  for (let message = 0; message < messages; message += 1) {
    const at = await server.ask("tell", { count: together, bytes });
    toldAt.push(...Array.from({ length: together }, () => at));
    await listeners.ask("everywhere", { event: toldAt.length - 1 });
  }
  const after = await server.ask("usage");
  const serverMs = performance.now() - startedAt;
  const heard = await listeners.ask("endRound", { toldAt });
  const expected = events * subscribers;
  return {
    ...heard,
    expected,
    elapsedMs: serverMs,
    userMicros: (after.user - before.user) / expected,
    systemMicros: (after.system - before.system) / expected,
    serverShare: shareOfCore(microsBetween(before, after), serverMs),
    listenerShare: shareOfCore(microsBetween(heard.usedBefore, heard.usedAfter), heard.elapsedMs),
  };
}
export type FanoutRound = Awaited<ReturnType<typeof tellRound>>;
