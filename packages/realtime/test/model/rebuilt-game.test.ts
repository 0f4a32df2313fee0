import { InvariantError, newGame, replayGame, type GameId, type LoggedEvent, type PastEvent, type Participant, usualTime } from "@quickfire/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { gameKeys } from "../../src/keys";
import type { LogEvent } from "../../src/log/log-event";
import { createRecovery } from "../../src/recovery/create-recovery";
import type { PastAnswer, PastGame } from "../../src/recovery/past-game";
import { parseStreak } from "../../src/streaks";
import { command, createTestGame, join, openNextQuestion, origin, testShards, useClockedStore, type Clocked } from "../game-fixture";
import { logOf } from "../traces";
import { histories, settings } from "./game-commands";
import { startLockstep } from "./lockstep";

const clocked = useClockedStore();
const seed = Math.floor(Math.random() * 2 ** 31);
const runs = 60;

const isMove = (event: LogEvent): event is LogEvent & LoggedEvent => "body" in event;

function peopleIn(log: readonly LogEvent[]): PastGame["people"] {
  const removed = new Set(log.flatMap((event) => (event.type === "PARTICIPANT_REMOVED" ? [event.participantId] : [])));
  const moved = new Map(log.flatMap((event) => (event.type === "TEAM_CHANGED" ? [[event.participantId, event.team] as const] : [])));
  const renamed = new Map(log.flatMap((event) => (event.type === "PARTICIPANT_RENAMED" ? [[event.participantId, event.name] as const] : [])));
  const given = new Map(log.flatMap((event) => (event.type === "TIME_GIVEN" ? [[event.participantId, event.percent] as const] : [])));
  return log.flatMap((event) => {
    if (event.type !== "PARTICIPANT_JOINED") return [];
    const { participantId, avatar, team: first, fromRound, at, idempotency } = event;
    const team = moved.get(participantId) ?? first;
    const inTeam = team === undefined ? {} : { team, fromRound };
    const name = renamed.get(participantId) ?? event.name;
    const percent = given.get(participantId) ?? usualTime;
    const ownTime = percent === usualTime ? {} : { ownTime: percent };
    const participant: Participant = { participantId, name, avatar, ...inTeam, ...ownTime, ...(event.bot ? { bot: event.bot } : {}), joinedAt: at, removed: removed.has(participantId) };
    return [{ participant, ...(idempotency ? { idempotency } : {}) }];
  });
}

const answersIn = (log: readonly LogEvent[]): PastAnswer[] =>
  log.flatMap((event) => {
    if (event.type !== "ANSWER_SUBMITTED") return [];
    const { round, participantId, answer, correct, points, timeMs, receivedAt } = event;
    return [{ round, participantId, answer, correct, points, timeMs, at: receivedAt }];
  });

/** What the log alone tells of a game. */
async function pastOf({ redis, store, clock }: Clocked, gameId: GameId): Promise<PastGame> {
  const log = await logOf(redis, gameId);
  const [created] = log;
  const quiz = await store.quiz(gameId);
  if (created?.type !== "GAME_CREATED" || !quiz) throw new InvariantError("a game begins with its making");
  const events = log.filter(isMove).map((event): PastEvent => event);
  const lastAt = Math.max(...log.map(({ at }) => at));
  const from = { state: newGame(created.facts, "", created.facts.createdAt), openedRound: 0 };
  const { state, openedRound } = replayGame({ from, events, quiz, lastAt, now: clock.now(), epoch: "1-rebuilt" });
  return { state, openedRound, quiz, people: peopleIn(log), answers: answersIn(log), lastAt, settled: true, storedEvents: log.length };
}

/** All that Redis holds of a game and a rebuilding has to bring back; who was removed is of no more interest. */
async function heldBy({ redis, store }: Clocked, gameId: GameId) {
  const keys = gameKeys(gameId, testShards);
  const rounds = Array.from({ length: 3 }, (_, index) => index + 1);
  const people = await redis.hgetall(keys.people);
  const stays = ([participantId]: [string, unknown]) => (JSON.parse(people[participantId] ?? "{}") as Partial<Participant>).removed === false;
  const of = (hash: Record<string, string>) => Object.fromEntries(Object.entries(hash).filter(stays));
  const streaks = Object.entries(await redis.hgetall(keys.streaks)).filter(stays);
  const state = await store.state(gameId);
  return {
    phase: state?.position.phase,
    skipped: state?.skippedRounds,
    locked: state?.locked,
    paused: state?.paused !== null,
    people: Object.fromEntries(Object.entries(people).map(([id, json]) => [id, JSON.parse(json)])),
    names: await redis.hgetall(keys.names),
    joins: await redis.hgetall(keys.joins),
    teams: state && (await store.teams(state.facts.gameId)),
    teamOf: of(await redis.hgetall(keys.teamOf)),
    board: await redis.zrange(keys.board, 0, "-1", "WITHSCORES"),
    before: ["question", "reveal", "standings"].includes(state?.position.phase ?? "") ? await redis.zrange(keys.boardBefore, 0, "-1", "WITHSCORES") : [],
    // A streak that was undone has a record without one.
    streaks: Object.fromEntries(streaks.map(([id, text]) => [id, parseStreak(text)] as const).flatMap(([id, { streak, round }]) => (streak > 0 ? [[id, { streak, round }]] : []))),
    answers: await Promise.all(rounds.map(async (round) => of(await redis.hgetall(keys.answers(round))))),
    tallies: await Promise.all(rounds.map((round) => redis.hgetall(keys.tally(round)))),
    ownTimes: of(await redis.hgetall(keys.ownTimes)),
    bots: (await redis.smembers(keys.bots)).sort(),
    answered: (await redis.smembers(keys.answered)).sort(),
  };
}

it("logs the final standings of a game that was rebuilt before all of them were stored, once more and to the end", async () => {
  const { redis, clock, store } = clocked();
  const { gameId } = await createTestGame(store);
  await Promise.all(Array.from({ length: 520 }, (_, n) => join(store, gameId, `player ${n}`)));
  await command(store, gameId, "end");
  const recovery = createRecovery({ redis, clock, shards: testShards });
  const past = await pastOf(clocked(), gameId);
  const lease = { shard: recovery.shardOf(gameId), fence: 1 };
  const standingsOf = async (epoch: string) => (await logOf(redis, gameId)).filter((event) => event.epoch === epoch && event.type === "FINAL_STANDING").length;

  await recovery.restore({ ...past, settled: true }, lease);
  await store.advance(gameId);
  expect(await standingsOf("1-rebuilt")).toBe(0);

  await recovery.restore({ ...past, settled: false }, lease);
  await store.advance(gameId);
  await clock.advance(20);
  await store.advance(gameId);
  expect(await standingsOf("1-rebuilt")).toBe(520);
  const { due, game } = gameKeys(gameId, testShards);
  expect(await redis.zscore(due, gameId)).toBeNull();
  expect(await redis.pttl(game)).toBeGreaterThan(0);
});

it("lets a rehearsal that was rebuilt go on: its bots are there without a word from anybody, and answer", async () => {
  const { redis, clock, store } = clocked();
  const { gameId } = await createTestGame(store);
  await store.addBots({ gameId, count: 4, origin });
  await openNextQuestion(clocked(), gameId);
  const before = await heldBy(clocked(), gameId);
  const recovery = createRecovery({ redis, clock, shards: testShards });
  await recovery.restore(await pastOf(clocked(), gameId), { shard: recovery.shardOf(gameId), fence: 1 });
  expect(await heldBy(clocked(), gameId)).toEqual(before);
  expect(await store.overview(gameId)).toMatchObject({ bots: 4, present: 4 });
  for (let looks = 0; looks < 10; looks += 1) {
    await clock.advance(2_000);
    if ((await store.due()).advance.includes(gameId)) await store.advance(gameId);
  }
  expect(await store.overview(gameId)).toMatchObject({ phase: "reveal", answered: 4 });
});

it(`brings back, from the log alone, all that Redis held of a game, ${runs} times, seed ${seed}`, { timeout: 60_000 }, async () => {
  const { redis, clock } = clocked();
  const recovery = createRecovery({ redis, clock, shards: testShards });
  await fc.assert(
    fc.asyncProperty(settings, histories, async (chosen, { steps }) => {
      const game = await startLockstep(clocked(), chosen);
      for (const { run } of steps) await run(game);
      const before = await heldBy(clocked(), game.gameId);
      const past = await pastOf(clocked(), game.gameId);
      await recovery.restore(past, { shard: recovery.shardOf(game.gameId), fence: 1 });
      expect(await heldBy(clocked(), game.gameId)).toEqual(before);
    }),
    { seed, numRuns: runs },
  );
});
