import { z } from "zod";
import type { BenchContext } from "../shared/program";
import { withSockets } from "../shared/open-files";
import { type BenchReport, inDigits, inPercent, inRange } from "../shared/report";
import { alternate, median, roundedSpread, rounded } from "../shared/statistics";
import { type Crew, type FanoutRound, startCrew, tellRound } from "./crew";
import { type FanoutName, fanoutNames } from "./variants";

export const fanoutOptions = z.object({ subscribers: z.int(), rounds: z.int(), messages: z.int(), bytes: z.int() });

type Measured = { crew: Crew; alone: FanoutRound[]; paired: FanoutRound[] };

/** What it costs a server to tell everybody the same thing, and how soon they have it. */
export async function runFanout(given: BenchContext, options: z.infer<typeof fanoutOptions>): Promise<BenchReport> {
  const { subscribers, rounds, messages, bytes } = options;
  const context = withSockets(given, { sockets: subscribers, flag: "--subscribers" });
  const measured: Record<string, Measured> = {};
  for (const name of fanoutNames) measured[name] = { crew: await startWarm(context, name, subscribers, bytes), alone: [], paired: [] };
  for (const [index, turn] of alternate(Object.values(measured), rounds).entries()) {
    context.say(`round ${index + 1} of ${rounds}`);
    for (const { crew, alone, paired } of turn) {
      alone.push(await tellRound(crew, { messages, together: 1, bytes }));
      paired.push(await tellRound(crew, { messages, together: 2, bytes }));
    }
  }
  await Promise.all(Object.values(measured).map(({ crew }) => crew.stop()));

  const variants = Object.fromEntries(Object.entries(measured).map(([name, variant]) => [name, figuresOf(variant)]));
  return {
    bench: "fanout",
    options,
    table: [head, ...Object.values(variants).map(rowOf)],
    variants,
    ratios: ratiosOf(variants),
    notes,
    lost: Object.values(measured).flatMap(lossesOf),
  };
}

async function startWarm(context: BenchContext, name: FanoutName, subscribers: number, bytes: number): Promise<Crew> {
  const crew = await startCrew(context, name, subscribers);
  context.say(`${crew.label}: ${subscribers} subscribers after ${inDigits(crew.connectMs / 1_000)} s`);
  // Not counted: code that has just been compiled is faster than code that has not.
  for (let warmUp = 0; warmUp < 2; warmUp += 1) await tellRound(crew, { messages: 2, together: 1, bytes });
  return crew;
}

const cpuOf = ({ userMicros, systemMicros }: FanoutRound): number => userMicros + systemMicros;

function figuresOf({ crew, alone, paired }: Measured) {
  const middle = (pick: (round: FanoutRound) => number) => rounded(median(alone.map(pick)));
  return {
    label: crew.label,
    cpuMicrosPerMessage: roundedSpread(alone.map(cpuOf)),
    userMicrosPerMessage: middle(({ userMicros }) => userMicros),
    systemMicrosPerMessage: middle(({ systemMicros }) => systemMicros),
    /** Of each of two events that were told in one turn of the event loop. */
    cpuMicrosPerMessagePaired: roundedSpread(paired.map(cpuOf)),
    deliveryMs: { p50: middle(({ delayMs }) => delayMs.p50), p95: middle(({ delayMs }) => delayMs.p95), p99: middle(({ delayMs }) => delayMs.p99) },
    delivered: [...alone, ...paired].reduce((sum, round) => sum + round.delivered, 0),
    serverShareOfCore: middle(({ serverShare }) => serverShare),
    generatorShareOfCore: middle(({ listenerShare }) => listenerShare),
    connectSeconds: rounded(crew.connectMs / 1_000),
  };
}
type Figures = ReturnType<typeof figuresOf>;

function ratiosOf(variants: Record<string, Figures>): Record<string, number> {
  const cpu = (name: FanoutName) => variants[name]?.cpuMicrosPerMessage.median ?? Number.NaN;
  return {
    stockTrpcOverQuickfire: rounded(cpu("stockTrpc") / cpu("quickfire")),
    socketIoOverQuickfire: rounded(cpu("socketIo") / cpu("quickfire")),
    quickfireOverPreframed: rounded(cpu("quickfire") / cpu("preframed")),
    quickfirePairedOverPreframed: rounded((variants.quickfire?.cpuMicrosPerMessagePaired.median ?? Number.NaN) / cpu("preframed")),
  };
}

function lossesOf({ crew, alone, paired }: Measured): string[] {
  return [...alone, ...paired].flatMap(({ delivered, expected, problems }) => [
    ...(delivered === expected ? [] : [`${crew.label}: ${delivered} of ${expected} messages arrived`]),
    ...problems.slice(0, 3).map((problem) => `${crew.label}: ${problem}`),
  ]);
}

const head = ["", "CPU µs a message", "user / system", "two at once, each", "delivery p50 / p95 / p99 ms", "server / generator CPU"];

function rowOf(figures: Figures): string[] {
  const { label, deliveryMs } = figures;
  return [
    label,
    inRange(figures.cpuMicrosPerMessage),
    `${inDigits(figures.userMicrosPerMessage)} / ${inDigits(figures.systemMicrosPerMessage)}`,
    inRange(figures.cpuMicrosPerMessagePaired),
    [deliveryMs.p50, deliveryMs.p95, deliveryMs.p99].map((ms) => inDigits(ms, 0)).join(" / "),
    `${inPercent(figures.serverShareOfCore)} / ${inPercent(figures.generatorShareOfCore)}`,
  ];
}

const notes = [
  "CPU is the server process's own, by process.cpuUsage; median (least–most) of the rounds. Every message was counted at its subscriber.",
  "The generator is not the limit as long as its share of a core stays below 100 %.",
];
