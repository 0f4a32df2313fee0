import { wsServerFlags } from "@quickfire/launcher/stack/node-flags";
import { connectRedis, type RedisClient } from "@quickfire/realtime";
import { z } from "zod";
import type { CrowdCommands } from "../games/crowd";
import type { DoorName } from "../games/doors";
import type { OpenRound } from "../games/real-game";
import { authSecret, startWsServer } from "../games/ws-server";
import { type BenchContext, type Program, startProgram } from "../shared/program";
import { redisUsage } from "../shared/redis-usage";
import { withSockets } from "../shared/open-files";
import { type BenchReport, inDigits, inPercent, inRange } from "../shared/report";
import type { Usage } from "../shared/serve-commands";
import { alternate, median, microsBetween, rounded, roundedSpread, shareOfCore } from "../shared/statistics";
import { startRedis } from "../shared/storage";
import type { StockCommands } from "./stock-server";

export const answersOptions = z.object({ players: z.int(), questions: z.int(), warmup: z.int(), inflight: z.int() });

/** A way of answering, with a game of its own: players are in, and each question is asked of all of them. */
type Variant = {
  name: string;
  label: string;
  door: DoorName;
  crowd: Program<CrowdCommands>;
  openNext: () => Promise<OpenRound>;
  usage: () => Promise<Usage>;
  close: () => Promise<unknown>;
  answered: () => Promise<number | undefined>;
  stop: () => Promise<unknown>;
  rounds: Round[];
  /** What was lost while it warmed up. */
  lost: string[];
};
type Round = { serverMicros: number; redisMicros: number; elapsedMs: number; crowdShare: number; serverShare: number; redisShare: number; delayMs: { p50: number; p95: number; p99: number }; lost: string[] };

/** What an answer costs from its socket to its receipt, in the server and in Redis, and how many a second that makes. */
export async function runAnswers(given: BenchContext, options: z.infer<typeof answersOptions>): Promise<BenchReport> {
  const { players, warmup, inflight } = options;
  const questions = warmup + options.questions;
  const context = withSockets(given, { sockets: players, flag: "--players" });
  const redisUrl = await startRedis(context);
  const redis = await connectRedis(redisUrl);
  const variants = [
    await startQuickfire(context, { redisUrl, players, questions, door: "trpc", name: "quickfire", label: "Quickfire, tRPC socket" }),
    await startQuickfire(context, { redisUrl, players, questions, door: "plain", name: "quickfirePlain", label: "Quickfire, plain-JSON socket" }),
    await startStock(context, { redisUrl, players, questions }),
  ];
  for (const [index, turn] of alternate(variants, questions).entries()) {
    context.say(`question ${index + 1} of ${questions}${index < warmup ? ", to warm up" : ""}`);
    for (const variant of turn) {
      const round = await ask(variant, { redis, players, inFlight: inflight, request: index + 2 });
      // What a program compiles while it is new is not the price of an answer.
      if (index < warmup) variant.lost.push(...round.lost);
      else variant.rounds.push(round);
    }
  }
  redis.disconnect();
  await Promise.all(variants.map((variant) => variant.stop()));

  const figures = Object.fromEntries(variants.map((variant) => [variant.name, figuresOf(variant, players)]));
  const { quickfire, stockTrpc } = figures;
  return {
    bench: "answers",
    options,
    table: [head, ...Object.values(figures).map(rowOf)],
    variants: figures,
    ratios: {
      answerCpuStockOverQuickfire: rounded((stockTrpc?.cpuMicrosPerAnswer.median ?? Number.NaN) / (quickfire?.cpuMicrosPerAnswer.median ?? Number.NaN)),
      answerRateQuickfireOverStock: rounded((quickfire?.answersPerSecond.median ?? Number.NaN) / (stockTrpc?.answersPerSecond.median ?? Number.NaN)),
    },
    notes: [
      `Each player answers each question once, ${inflight} answers under way at a time; ${warmup} more questions before them are asked alike and not counted, so that all variants are measured once they are warm. CPU is the server's by process.cpuUsage and Redis's by its own INFO.`,
      `Both servers are started as the product is: node ${wsServerFlags.join(" ")}.`,
      "Load generator, server and Redis share this machine, so the rate is that of all three together.",
    ],
    lost: variants.flatMap(({ label, lost, rounds }) => [...lost, ...rounds.flatMap((round) => round.lost)].map((loss) => `${label}: ${loss}`)),
  };
}

async function startQuickfire(context: BenchContext, { redisUrl, players, questions, door, name, label }: { redisUrl: string; players: number; questions: number; door: "trpc" | "plain"; name: string; label: string }): Promise<Variant> {
  const { server, port } = await startWsServer(context, { redisUrl });
  const crowd = startProgram<CrowdCommands>(context, "games/crowd.mjs");
  const gameId = await crowd.ask("makeGame", { redisUrl, secret: authSecret, count: players, questions, race: false });
  await crowd.ask("enter", { port, door, gameId });
  context.say(`${label}: ${players} players are in`);
  return {
    name, label, door, crowd, rounds: [], lost: [],
    openNext: async () => (await crowd.ask("openNext")) ?? noGame(),
    usage: () => server.ask("usage"),
    close: () => crowd.ask("reveal"),
    answered: () => crowd.ask("answered"),
    stop: () => Promise.all([crowd.stop(), server.stop()]),
  };
}

async function startStock(context: BenchContext, { redisUrl, players, questions }: { redisUrl: string; players: number; questions: number }): Promise<Variant> {
  const server = startProgram<StockCommands>(context, "answers/stock-server.mjs", { flags: wsServerFlags });
  const crowd = startProgram<CrowdCommands>(context, "games/crowd.mjs");
  const listening = await server.ask("listen", { redisUrl, count: players, questions });
  await crowd.ask("usePlayers", listening.players);
  await crowd.ask("enter", { port: listening.port, door: "stock", gameId: "" });
  const label = "stock tRPC mutation, one script an answer";
  context.say(`${label}: ${players} players are in`);
  return {
    name: "stockTrpc", label, door: "stock", crowd, rounds: [], lost: [],
    openNext: () => server.ask("openNext"),
    usage: () => server.ask("usage"),
    close: async () => {},
    answered: () => server.ask("answered"),
    stop: () => Promise.all([crowd.stop(), server.stop()]),
  };
}

async function ask(variant: Variant, { redis, players, inFlight, request }: { redis: RedisClient; players: number; inFlight: number; request: number }): Promise<Round> {
  const { crowd, door } = variant;
  const round = await variant.openNext();
  await crowd.ask("prepareAnswers", { door, round, request });
  const [serverBefore, redisBefore] = [await variant.usage(), await redisUsage(redis)];
  const answered = await crowd.ask("answerAll", { inFlight });
  const [serverAfter, redisAfter] = [await variant.usage(), await redisUsage(redis)];
  const counted = await variant.answered();
  await variant.close();
  const { elapsedMs, cpuMicros, delayMs, problems, receipts } = answered;
  const [serverMicros, redisMicros] = [microsBetween(serverBefore, serverAfter), microsBetween(redisBefore, redisAfter)];
  return {
    serverMicros, redisMicros, elapsedMs, delayMs,
    crowdShare: shareOfCore(cpuMicros, elapsedMs),
    serverShare: shareOfCore(serverMicros, elapsedMs),
    redisShare: shareOfCore(redisMicros, elapsedMs),
    lost: [...(receipts === players ? [] : [`${receipts} of ${players} answers got a receipt`]), ...(counted === players ? [] : [`${counted} of ${players} answers were counted`]), ...problems.slice(0, 3)],
  };
}

function figuresOf({ label, rounds }: Variant, players: number) {
  const middle = (pick: (round: Round) => number) => rounded(median(rounds.map(pick)));
  return {
    label,
    cpuMicrosPerAnswer: roundedSpread(rounds.map(({ serverMicros, redisMicros }) => (serverMicros + redisMicros) / players)),
    serverMicrosPerAnswer: middle(({ serverMicros }) => serverMicros / players),
    redisMicrosPerAnswer: middle(({ redisMicros }) => redisMicros / players),
    answersPerSecond: roundedSpread(rounds.map(({ elapsedMs }) => players / (elapsedMs / 1_000))),
    receiptMs: { p50: middle(({ delayMs }) => delayMs.p50), p95: middle(({ delayMs }) => delayMs.p95), p99: middle(({ delayMs }) => delayMs.p99) },
    serverShareOfCore: middle(({ serverShare }) => serverShare),
    redisShareOfCore: middle(({ redisShare }) => redisShare),
    generatorShareOfCore: middle(({ crowdShare }) => crowdShare),
  };
}
type Figures = ReturnType<typeof figuresOf>;

const head = ["", "CPU µs an answer", "server + Redis", "answers a second", "receipt p50 / p95 / p99 ms", "server / Redis / generator CPU"];

function rowOf(figures: Figures): string[] {
  const { receiptMs } = figures;
  return [
    figures.label,
    inRange(figures.cpuMicrosPerAnswer),
    `${inDigits(figures.serverMicrosPerAnswer)} + ${inDigits(figures.redisMicrosPerAnswer)}`,
    inRange(figures.answersPerSecond, 0),
    [receiptMs.p50, receiptMs.p95, receiptMs.p99].map((ms) => inDigits(ms, 0)).join(" / "),
    [figures.serverShareOfCore, figures.redisShareOfCore, figures.generatorShareOfCore].map(inPercent).join(" / "),
  ];
}

function noGame(): never {
  throw new Error("the crowd has no game");
}
