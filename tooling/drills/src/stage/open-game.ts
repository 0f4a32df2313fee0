import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { OpenQuestion } from "@quickfire/engine";
import type { Player, PlayerHabits, WireMessage } from "@quickfire/testing/players";
import { judgeGame } from "../ledger/judge-game";
import { drainLog, readBooks } from "../ledger/read-books";
import { type Crowd, gatherCrowd } from "./crowd";
import { GameHost } from "./game-host";
import { Looks } from "./looks";
import type { Scene } from "./scene";

export type GameOptions = {
  rounds?: number;
  /** Time enough to answer after any fault that is promised to be over in ten seconds. */
  limitSeconds?: number;
  settings?: Record<string, unknown>;
  habits?: Partial<PlayerHabits>;
  /** Of the players, those that use the stock tRPC client. */
  trpcShare?: number;
  /** Another way to the sockets: through a proxy, or to one node. */
  reach?: (url: string) => string;
  deliver?: (message: WireMessage, take: (message: WireMessage) => void) => void;
  /** How long a screen may take to show a phase. */
  showsWithinMs?: number;
  /** How long the log may take into Postgres. */
  drainWithinMs?: number;
};

/** An open question with everybody around it. */
export type Stage = { scene: Scene; host: GameHost; crowd: Crowd; players: readonly Player[]; looks: Looks; round: number; question: OpenQuestion };

/** A game from its lobby on, moved by a drill step by step. */
export type OpenGame = {
  host: GameHost;
  crowd: Crowd;
  players: readonly Player[];
  looks: Looks;
  /** Opens the next question, and waits until answers to it count. */
  openRound: () => Promise<Stage>;
  /** Everybody of `who` answers once, somewhere within the spread; whoever has no connection does so once back. */
  answer: (stage: Stage, options?: { who?: readonly Player[]; spreadMs?: number }) => Promise<void>;
  /** Closes the question, and waits until everybody has seen the reveal. */
  reveal: (stage: Stage, who?: readonly Player[]) => Promise<void>;
  moveOn: (stage: Stage) => Promise<void>;
  /** Ends the game, lets the log drain, and has the ledger judge. */
  finish: () => Promise<void>;
};

export async function openGame(scene: Scene, options: GameOptions = {}): Promise<OpenGame> {
  const { rounds = 2, limitSeconds = 40, settings = {}, drainWithinMs = 20_000 } = options;
  const host = await GameHost.openGame(scene.stack.webUrl, { rounds, limitSeconds, settings });
  const crowd = await gatherCrowd(scene, { ...options, host });
  scene.onEnd(() => crowd.leave());
  const { players } = crowd;
  const looks = new Looks(options.showsWithinMs ?? 15_000);
  let round = 0;
  scene.say(`${players.length} players joined in ${crowd.joinedInS.toFixed(1)} s and are in the lobby of game ${host.pin}`);

  return {
    host, crowd, players, looks,
    async openRound() {
      round += 1;
      await host.command(round === 1 ? "start" : "next", { leadsTo: ["countdown", "question"] });
      return { scene, host, crowd, players, looks, round, question: await untilOpen(players, round) };
    },
    answer: answerAll,
    async reveal({ question }, who = players) {
      await host.command("reveal", { leadsTo: ["reveal", "standings"] });
      await looks.untilAll(who, ({ shown }) => shown.revealed.has(question.questionId));
    },
    async moveOn(stage) {
      await host.command("next", { leadsTo: ["standings", "podium"] });
      scene.say(describeRound(stage));
    },
    async finish() {
      await host.command("end", { leadsTo: ["ended"] });
      await looks.untilAll(players, ({ shown }) => shown.ended);
      const isDrained = await drainLog(scene.stack, drainWithinMs);
      const books = await readBooksOnceVerified(scene, { gameId: host.gameId, rounds });
      const problems = isDrained ? [] : ["the log did not get into Postgres"];
      scene.verdicts.push(judgeGame({ players, stale: looks.stale, pausesMs: [...host.waitsMs, ...looks.waitsMs], problems }, books));
      await crowd.leave();
    },
  };
}

/** The verdict on a game's report comes with the next batch after its end. */
async function readBooksOnceVerified({ stack }: Scene, game: { gameId: string; rounds: number }) {
  for (let tries = 0; ; tries += 1) {
    const books = await readBooks(stack, game);
    if (books.verified !== null || tries === 12) return books;
    await pause(250);
  }
}

async function untilOpen(players: readonly Player[], round: number): Promise<OpenQuestion> {
  const givesUpAt = performance.now() + 20_000;
  for (;;) {
    const question = players.find(({ shown }) => shown.question?.round === round)?.shown.question;
    if (question) {
      await pause(Math.max(0, Date.parse(question.startTime) - Date.now()) + 50);
      return question;
    }
    if (performance.now() > givesUpAt) throw new Error(`question ${round} did not open for anybody within 20 s`);
    await pause(20);
  }
}

async function answerAll({ players, question, round, scene }: Stage, { who = players, spreadMs = 1_500 }: { who?: readonly Player[]; spreadMs?: number } = {}): Promise<void> {
  const giveUp = new AbortController();
  setMaxListeners(0, giveUp.signal);
  const timer = setTimeout(() => giveUp.abort(), Date.parse(question.endTime) - Date.now() + 3_000);
  await Promise.all(who.map(async (player) => {
    const option = scene.random.pick(question.optionIds);
    await pause(scene.random.next() * spreadMs);
    await player.answer({ questionId: question.questionId, round }, option, giveUp.signal);
  }));
  clearTimeout(timer);
}

function describeRound({ players, round }: Stage): string {
  const answers = players.flatMap((player) => player.answers.filter((answer) => answer.round === round));
  const accepted = answers.filter(({ result }) => result?.accepted).length;
  const again = answers.filter(({ tries }) => tries > 1).length;
  const slowest = answers.reduce((longest, { waitedMs }) => Math.max(longest, waitedMs), 0);
  return `question ${round}: ${accepted} of ${answers.length} answers acknowledged, ${again} sent more than once, the slowest after ${(slowest / 1_000).toFixed(1)} s`;
}
