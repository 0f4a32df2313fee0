import { z } from "zod";
import type { BenchContext } from "../shared/program";
import { withSockets } from "../shared/open-files";
import { type BenchReport, inDigits, inRange } from "../shared/report";
import { alternate, roundedSpread, rounded } from "../shared/statistics";
import { startCrew, tellRound } from "./crew";
import { fanoutDoors, type FanoutName, fanoutNames } from "./variants";

export const connectionsOptions = z.object({ subscribers: z.int(), rounds: z.int() });

type Round = { rssBytes: number; heapBytes: number; rssBytesAfterUse: number; perSecond: number; lost: string[] };

/** What a subscribed connection costs a server in memory, and how many can come in a second. */
export async function runConnections(given: BenchContext, options: z.infer<typeof connectionsOptions>): Promise<BenchReport> {
  const { subscribers, rounds } = options;
  const context = withSockets(given, { sockets: subscribers, flag: "--subscribers" });
  const measured = new Map<FanoutName, Round[]>(fanoutNames.map((name) => [name, []]));
  for (const [index, names] of alternate(fanoutNames, rounds).entries()) {
    context.say(`round ${index + 1} of ${rounds}`);
    for (const name of names) measured.get(name)?.push(await measure(context, name, subscribers));
  }
  const variants = Object.fromEntries([...measured].map(([name, found]) => [name, figuresOf(name, found)]));
  const { quickfire, stockTrpc, preframed } = variants;
  const over = (other: Figures | undefined) => rounded((quickfire?.rssKbPerConnection.median ?? Number.NaN) / (other?.rssKbPerConnection.median ?? Number.NaN));
  return {
    bench: "connections",
    options,
    table: [head, ...Object.values(variants).map(rowOf)],
    variants,
    ratios: { memoryQuickfireOverStockTrpc: over(stockTrpc), memoryQuickfireOverPreframed: over(preframed) },
    notes: ["Memory is what a server with all its subscribers has more than without, after a full collection; median (least–most) of the rounds, each with a fresh process."],
    lost: [...measured.values()].flat().flatMap(({ lost }) => lost),
  };
}

async function measure(context: BenchContext, name: FanoutName, subscribers: number): Promise<Round> {
  let before = { rss: 0, heap: 0 };
  const crew = await startCrew(context, name, subscribers, async (server) => {
    before = await server.ask("memory");
  });
  const after = await crew.server.ask("memory");
  const { delivered, expected, problems } = await tellRound(crew, { messages: 3, together: 1, bytes: 1_024 });
  const used = await crew.server.ask("memory");
  await crew.stop();
  return {
    rssBytes: (after.rss - before.rss) / subscribers,
    heapBytes: (after.heap - before.heap) / subscribers,
    rssBytesAfterUse: (used.rss - before.rss) / subscribers,
    perSecond: subscribers / (crew.connectMs / 1_000),
    lost: [...(delivered === expected ? [] : [`${crew.label}: ${delivered} of ${expected} messages arrived`]), ...problems.slice(0, 3)],
  };
}

function figuresOf(name: FanoutName, rounds: readonly Round[]) {
  return {
    label: fanoutDoors[name].label,
    rssKbPerConnection: roundedSpread(rounds.map(({ rssBytes }) => rssBytes / 1_024)),
    heapKbPerConnection: roundedSpread(rounds.map(({ heapBytes }) => heapBytes / 1_024)),
    /** After three messages to everybody. */
    rssKbPerConnectionAfterUse: roundedSpread(rounds.map(({ rssBytesAfterUse }) => rssBytesAfterUse / 1_024)),
    connectionsPerSecond: roundedSpread(rounds.map(({ perSecond }) => perSecond)),
  };
}
type Figures = ReturnType<typeof figuresOf>;

const head = ["", "KB a connection", "of it heap", "after 3 messages", "connections a second"];

function rowOf(figures: Figures): string[] {
  return [
    figures.label,
    inRange(figures.rssKbPerConnection),
    inDigits(figures.heapKbPerConnection.median),
    inRange(figures.rssKbPerConnectionAfterUse),
    inRange(figures.connectionsPerSecond, 0),
  ];
}
