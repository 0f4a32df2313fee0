import { z } from "zod";
import type { CrowdCommands } from "../games/crowd";
import { authSecret, startWsServer } from "../games/ws-server";
import { type BenchContext, startProgram } from "../shared/program";
import { withSockets } from "../shared/open-files";
import { type BenchReport, inDigits, inPercent } from "../shared/report";
import { median, microsBetween, rounded, shareOfCore } from "../shared/statistics";
import { startRedis } from "../shared/storage";

export const growthOptions = z.object({ players: z.int(), questions: z.int(), rounds: z.int() });

/** As a class answers: some at once, the others over the next seconds. */
const answeringMs = 4_000;
const tenfold = 10;

type Played = { players: number; cpuMicros: number; messages: number; serverShare: number; crowdShare: number; lost: string[] };

/** What a player and question cost in a small game and in one ten times as large, in the preset in which most is told: race. */
export async function runGrowth(given: BenchContext, options: z.infer<typeof growthOptions>): Promise<BenchReport> {
  const { players, rounds, questions } = options;
  const context = withSockets(given, { sockets: players * tenfold, flag: "--players" });
  const redisUrl = await startRedis(context);
  const games: Record<"small" | "large", Played[]> = { small: [], large: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const [size, count] of [["small", players], ["large", players * tenfold]] as const) {
      context.say(`round ${round} of ${rounds}: ${count} players`);
      games[size].push(await playGame(context, { redisUrl, count, questions }));
    }
  }
  const variants = { small: figuresOf(games.small), large: figuresOf(games.large) };
  return {
    bench: "growth",
    options,
    table: [head, ...Object.values(variants).map(rowOf)],
    variants,
    ratios: {
      growthTenfold: rounded(variants.large.cpuMicrosPerPlayerAndQuestion / variants.small.cpuMicrosPerPlayerAndQuestion),
      messagesTenfold: rounded(variants.large.messagesPerPlayerAndQuestion / variants.small.messagesPerPlayerAndQuestion),
    },
    notes: [`A whole game in the preset race over real sockets: answers over ${answeringMs / 1_000} s, boards, standings; the first question is not counted. Messages that grew with the square of the players would make messagesTenfold 10.`],
    lost: [...games.small, ...games.large].flatMap(({ lost }) => lost),
  };
}

async function playGame(context: BenchContext, { redisUrl, count, questions }: { redisUrl: string; count: number; questions: number }): Promise<Played> {
  const { server, port } = await startWsServer(context, { redisUrl });
  const crowd = startProgram<CrowdCommands>(context, "games/crowd.mjs");
  const lost: string[] = [];
  const gameId = await crowd.ask("makeGame", { redisUrl, secret: authSecret, count, questions: questions + 1, race: true });
  await crowd.ask("enter", { port, door: "trpc", gameId });

  let [before, heardBefore, crowdMicros, startedAt] = [await server.ask("usage"), 0, 0, performance.now()];
  for (let question = 0; question <= questions; question += 1) {
    const round = await crowd.ask("openNext");
    if (!round) throw new Error("the crowd has no game");
    await crowd.ask("prepareAnswers", { door: "trpc", round, request: question + 2 });
    const { receipts, problems, cpuMicros } = await crowd.ask("answerAll", { overMs: answeringMs });
    crowdMicros += cpuMicros;
    await crowd.ask("untilRevealed");
    const counted = await crowd.ask("answered");
    if (receipts !== count || counted !== count) lost.push(`${count} players: ${receipts} receipts and ${counted} counted answers in question ${question + 1}`);
    lost.push(...problems.slice(0, 3));
    // What was compiled during the first question is not its price.
    if (question === 0) [before, heardBefore, crowdMicros, startedAt] = [await server.ask("usage"), await crowd.ask("heard"), 0, performance.now()];
  }
  const elapsedMs = performance.now() - startedAt;
  const cpuMicros = microsBetween(before, await server.ask("usage"));
  const messages = (await crowd.ask("heard")) - heardBefore;
  lost.push(...(await crowd.ask("problems")).slice(0, 3));
  await Promise.all([crowd.stop(), server.stop()]);
  const each = count * questions;
  return { players: count, cpuMicros: cpuMicros / each, messages: messages / each, serverShare: shareOfCore(cpuMicros, elapsedMs), crowdShare: shareOfCore(crowdMicros, elapsedMs), lost };
}

function figuresOf(games: readonly Played[]) {
  const middle = (pick: (game: Played) => number) => rounded(median(games.map(pick)));
  return {
    players: games[0]?.players ?? 0,
    cpuMicrosPerPlayerAndQuestion: middle(({ cpuMicros }) => cpuMicros),
    messagesPerPlayerAndQuestion: middle(({ messages }) => messages),
    serverShareOfCore: middle(({ serverShare }) => serverShare),
    generatorShareOfCore: middle(({ crowdShare }) => crowdShare),
  };
}
type Figures = ReturnType<typeof figuresOf>;

const head = ["", "server CPU µs a player and question", "messages a player and question", "server / generator CPU"];

const rowOf = (figures: Figures): string[] => [
  `${figures.players} players`,
  inDigits(figures.cpuMicrosPerPlayerAndQuestion, 0),
  inDigits(figures.messagesPerPlayerAndQuestion),
  `${inPercent(figures.serverShareOfCore)} / ${inPercent(figures.generatorShareOfCore)}`,
];
