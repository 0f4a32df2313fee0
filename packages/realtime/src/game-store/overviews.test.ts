import { randomUUID } from "node:crypto";
import { err, gameSettingsSchema, ok, pinSchema } from "@quickfire/engine";
import { expect, it } from "vitest";
import { startTestClock, clockedLibrary, dropLibrary } from "../../test/clocked-library";
import { answerTo, command, createTestGame, join, newGameId, newUserId, openNextQuestion, testShards, threeChoices, useClockedStore } from "../../test/game-fixture";
import { gameKeys, hostGamesKey, pinKey } from "../keys";
import { createGameStore } from "./create-game-store";

const clocked = useClockedStore();

it("finds a game by its PIN and by its id", async () => {
  const { store } = clocked();
  const { gameId, pin } = await createTestGame(store);
  expect((await store.find(pin))?.facts.gameId).toBe(gameId);
  expect((await store.find(gameId))?.facts.gameId).toBe(gameId);
  expect(await store.find("nonsense")).toBeNull();
  expect(await store.find(newGameId())).toBeNull();
});

it("keeps the quiz that the game began with", async () => {
  const { store, otherNode } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  expect(await store.quiz(gameId)).toEqual(quiz);
  expect(await (await otherNode()).quiz(gameId)).toEqual(quiz);
  expect(await store.quiz(newGameId())).toBeNull();
  expect(await store.state(newGameId())).toBeNull();
});

it("makes no second game of the same id", async () => {
  const { store } = clocked();
  const game = await createTestGame(store);
  await expect(store.create(game)).rejects.toThrow("exists already");
});

it("tells the host how the game stands", async () => {
  const { store, clock } = clocked();
  const { gameId, quiz, pin, hostUserId } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await join(store, gameId, "Ben");
  await openNextQuestion(clocked(), gameId);
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  expect(await store.overview(gameId)).toMatchObject({
    gameId, pin, quizId: quiz.quizId, title: quiz.title, phase: "question", paused: false, round: 1, rounds: 3, seq: 2, participants: 2, present: 2,
    answered: 1, locked: false, hostUserId,
  });
  expect((await store.participants(gameId)).map(({ name, answered }) => [name, answered])).toEqual([["Ann", true], ["Ben", false]]);
  expect(await store.tally(gameId)).toMatchObject({ round: 1, tally: { answered: 1, right: 1 } });
  await command(store, gameId, "skip");
  expect(await store.overview(gameId)).toMatchObject({ phase: "countdown", answered: 0 });
  expect(await store.tally(gameId)).toBeNull();
});

it("shows the result of an earlier round between questions, for as long as the game stays where it is", async () => {
  const { store, clock, otherNode } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  await openNextQuestion(clocked(), gameId);
  await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: clock.now() })]);
  expect(await store.showResult({ gameId, round: 1 })).toEqual(err("WRONG_PHASE"));
  await command(store, gameId, "reveal");
  await command(store, gameId, "next");
  await openNextQuestion(clocked(), gameId);
  // While a question is open, nothing of it or of those to come can be shown.
  expect(await store.showResult({ gameId, round: 1 })).toEqual(err("WRONG_PHASE"));
  expect(await store.earlierRounds(gameId)).toEqual([]);
  await command(store, gameId, "reveal");
  expect(await store.showResult({ gameId, round: 3 })).toEqual(err("WRONG_PHASE"));
  expect(await store.earlierRounds(gameId)).toMatchObject([{ round: 1, answered: 1, right: 1, counted: true }, { round: 2, answered: 0, right: 0, counted: true }]);

  expect(await store.showResult({ gameId, round: 1 })).toEqual(ok(null));
  const shown = await (await otherNode()).shownResult(gameId);
  expect(shown).toMatchObject({ result: { question: { round: 1 }, closed: { tally: { answered: 1, right: 1 } }, voided: false } });
  expect((await store.overview(gameId))?.seq).toBe(shown?.seq);
  await store.showResult({ gameId, round: null });
  expect(await store.shownResult(gameId)).toMatchObject({ result: null });
  await store.showResult({ gameId, round: 1 });
  await command(store, gameId, "next");
  expect(await store.shownResult(gameId)).toMatchObject({ result: null });
});

it("knows nothing of a game that is not there", async () => {
  const { store } = clocked();
  expect(await store.overview(newGameId())).toBeNull();
  expect(await store.participants(newGameId())).toEqual([]);
  expect(await store.tally(newGameId())).toBeNull();
});

it("lists a host's live games, newest first, and forgets those that are over or gone", async () => {
  const { store, clock, redis } = clocked();
  const hostUserId = newUserId();
  const first = await createTestGame(store, {}, { hostUserId });
  await clock.advance(1_000);
  const second = await createTestGame(store, {}, { hostUserId });
  await redis.zadd(hostGamesKey(hostUserId), clock.now(), newGameId());
  expect((await store.gamesOfHost(hostUserId)).map(({ gameId }) => gameId)).toEqual([second.gameId, first.gameId]);
  expect(await redis.zcard(hostGamesKey(hostUserId))).toBe(2);
  await command(store, first.gameId, "end");
  expect((await store.gamesOfHost(hostUserId)).map(({ gameId }) => gameId)).toEqual([second.gameId]);
});

it("draws another PIN while the drawn one is taken, and takes over one whose game is long gone", async () => {
  const { redis } = clocked();
  const { library, clockKey } = clockedLibrary();
  const draws: number[] = [];
  const clock = await startTestClock(redis, clockKey);
  const store = await createGameStore({ redis, clock, shards: testShards, library, randomInt: () => draws.shift() ?? 0 });
  const create = () => store.create({ gameId: newGameId(), quiz: threeChoices(), hostUserId: newUserId(), settings: gameSettingsSchema.parse({}) });
  const [taken, free] = [Math.floor(Math.random() * 1_000_000), Math.floor(Math.random() * 1_000_000)];
  draws.push(taken);
  const first = await create();
  draws.push(taken, taken, free);
  expect((await create()).pin).toBe(String(free).padStart(6, "0"));

  const gameId = (await store.find(first.pin))?.facts.gameId;
  if (gameId) await redis.del(gameKeys(gameId, testShards).game);
  draws.push(taken);
  expect((await create()).pin).toBe(first.pin);

  const reserved = pinSchema.parse(String((free + 1) % 1_000_000).padStart(6, "0"));
  await redis.set(pinKey(reserved), randomUUID(), "PX", 60_000);
  draws.push(...Array.from({ length: 50 }, () => Number(reserved)));
  await expect(create()).rejects.toThrow("no free PIN");
  await dropLibrary(redis, library);
});
