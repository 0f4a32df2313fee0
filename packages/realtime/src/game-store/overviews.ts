import { gameIdSchema, questionOf, tallyView, wireInstant, type GameId, type Participant, type QuizVersion, type StoredQuestion, type Tally } from "@quickfire/engine";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import type { StoredGame } from "../game-fields";
import type { GameOverview, GameStore } from "../game-store.types";
import { hostGamesKey, type GameKeys } from "../keys";
import { parseParticipant } from "./joining";
import type { StoreParts } from "./parts";

const phasesWithAnswers: ReadonlySet<string> = new Set(["question", "reveal", "standings"]);

/** A round's tally from its hash: `answered`, `right`, and `=<key>` for each option or text. */
export function tallyOf(question: StoredQuestion, hash: Readonly<Record<string, string>>): Tally {
  const counts = new Map(Object.entries(hash).flatMap(([name, n]) => (name.startsWith("=") ? [[name.slice(1), Number(n)] as const] : [])));
  return tallyView(question, { answered: Number(hash["answered"] ?? 0), right: Number(hash["right"] ?? 0), counts });
}

/** The round whose answers are shown now; 0 in the other phases. */
export const roundWithAnswers = ({ state: { position } }: StoredGame): number =>
  position.phase !== "lobby" && phasesWithAnswers.has(position.phase) ? position.round : 0;

function overviewOf(game: StoredGame, present: number, answered: number): GameOverview {
  const { facts, position, paused, seq, locked, dueAt } = game.state;
  const { gameId, pin, quizId, title, rounds, settings, hostUserId, createdAt } = facts;
  return {
    gameId, pin, quizId, title, phase: position.phase, paused: paused !== null, round: position.phase === "lobby" ? 0 : position.round, rounds, seq,
    participants: game.participants, bots: game.bots, present, answered, settings, locked, hostUserId,
    flood: game.flood, createdAt: wireInstant(createdAt), dueAt: dueAt === null ? null : wireInstant(dueAt),
  };
}

const peopleACall = 2_000;

type Seen = Participant & { present: boolean; answered: boolean };

/** Some values of a hash, at least `count` where it has as many: mostly the same ones again as long as it does not grow. */
async function scanValues(redis: RedisClient, key: string, count: number): Promise<string[]> {
  const values: string[] = [];
  for (let cursor = "0"; ; ) {
    const [next, flat] = await redis.hscan(key, cursor, "COUNT", count);
    flat.forEach((value, place) => place % 2 === 1 && values.push(value));
    if (next === "0" || values.length >= count) return values;
    cursor = next;
  }
}

/** A game as its host sees it. */
export function createOverviews({ redis, clock, keysOf, readGame, readQuiz }: StoreParts): Pick<GameStore, "overview" | "participants" | "tally" | "gamesOfHost"> {
  const presentSince = (): string => String(clock.now());

  async function overview(gameId: GameId): Promise<GameOverview | null> {
    const keys = keysOf(gameId);
    const [game, present, answered] = await asked(
      "reading a game's overview",
      Promise.all([readGame(gameId), redis.zcount(keys.present, presentSince(), "+inf"), redis.scard(keys.answered)]),
    );
    return game && overviewOf(game, present, roundWithAnswers(game) === 0 ? 0 : answered);
  }

  /** All who are in the game; of more than `most` only so many, for which not all have to be read. */
  async function readPeople({ people }: GameKeys, count: number, most: number): Promise<Participant[]> {
    const found = count <= most ? await redis.hvals(people) : await scanValues(redis, people, most);
    return found
      .map(parseParticipant)
      .filter(({ removed }) => !removed)
      .sort((left, right) => left.joinedAt - right.joinedAt || left.name.localeCompare(right.name))
      .slice(0, most);
  }

  async function participants(gameId: GameId, most = Infinity): Promise<Seen[]> {
    const keys = keysOf(gameId);
    const game = await readGame(gameId);
    if (!game) return [];
    const shown = await asked("reading the participants", readPeople(keys, game.participants, most));
    const seen: Seen[] = [];
    for (let from = 0; from < shown.length; from += peopleACall) seen.push(...(await asked("reading who is there", look(game, keys, shown.slice(from, from + peopleACall)))));
    return seen;
  }

  async function look(game: StoredGame, keys: GameKeys, people: readonly Participant[]): Promise<Seen[]> {
    const ids = people.map(({ participantId }) => participantId);
    const [presentUntil, done] = await Promise.all([redis.zmscore(keys.present, ...ids), redis.smismember(keys.answered, ...ids)]);
    const hasRound = roundWithAnswers(game) > 0;
    const now = clock.now();
    return people.map((participant, place) => ({ ...participant, present: Number(presentUntil[place] ?? 0) >= now, answered: hasRound && done[place] === 1 }));
  }

  async function readTally(game: StoredGame, quiz: QuizVersion) {
    const round = roundWithAnswers(game);
    if (round === 0) return null;
    const question = questionOf(quiz, round);
    const hash = await asked("reading a tally", redis.hgetall(keysOf(game.state.facts.gameId).tally(round)));
    return { round, questionId: question.id, tally: tallyOf(question, hash) };
  }

  return {
    overview,
    participants,

    async tally(gameId) {
      const [game, quiz] = await Promise.all([readGame(gameId), readQuiz(gameId)]);
      return game && quiz ? readTally(game, quiz) : null;
    },

    async gamesOfHost(hostUserId) {
      const key = hostGamesKey(hostUserId);
      const listed = await asked("reading a host's games", redis.zrevrange(key, 0, -1));
      const overviews = await Promise.all(listed.map(async (id) => ({ id, game: await overview(gameIdSchema.parse(id)) })));
      const over = overviews.filter(({ game }) => !game || game.phase === "ended");
      if (over.length > 0) await asked("tidying a host's games", redis.zrem(key, ...over.map(({ id }) => id)));
      return overviews.flatMap(({ game }) => (game && game.phase !== "ended" ? [game] : []));
    },
  };
}
