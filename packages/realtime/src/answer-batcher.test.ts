import type { ParticipantId } from "@quickfire/engine";
import { waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clockedLibrary, startTestClock } from "../test/clocked-library";
import { answerTo, createTestGame, join, openNextQuestion, testShards, type Clocked } from "../test/game-fixture";
import { usePrivateRedis } from "../test/private-redis";
import { logEntriesOf } from "../test/traces";
import { createAnswerBatcher, type AnswerBatcherOptions } from "./answer-batcher";
import { connectRedis } from "./connect-redis";
import { createGameStore } from "./game-store/create-game-store";
import type { AnswerReceipt } from "./game-store.types";
import { gameKeys } from "./keys";

const server = usePrivateRedis();
let node: Pick<Clocked, "redis" | "store" | "clock">;

beforeAll(async () => {
  const redis = await connectRedis(server().url);
  const { library, clockKey } = clockedLibrary();
  const clock = await startTestClock(redis, clockKey);
  node = { redis, clock, store: await createGameStore({ redis, clock, shards: testShards, library }) };
});
afterAll(() => node.redis.disconnect());

/** An open question, and a batcher of its own. */
async function openGame(players: number, options: Omit<AnswerBatcherOptions, "store"> = {}) {
  const { store, clock, redis } = node;
  const { gameId, quiz } = await createTestGame(store, { closeWhenAllAnswered: false });
  const people: ParticipantId[] = [];
  for (let n = 0; n < players; n += 1) people.push(await join(store, gameId, `player ${n}`));
  await openNextQuestion(node, gameId);
  const batcher = createAnswerBatcher({ store, ...options });
  const submit = (participantId: ParticipantId, n: number) =>
    new Promise<AnswerReceipt>((told, failed) => batcher.submit(gameId, answerTo(quiz, 1, 0, { participantId, receivedAt: clock.now(), actionId: String(n) }), told, failed));
  const batches = async () => (await logEntriesOf(redis, gameId)).filter(({ events }) => events[0]?.type === "ANSWER_SUBMITTED").map(({ events }) => events.length / 2);
  return { gameId, people, batcher, submit, batches };
}

it("sends the answers of one turn as one call, and gives each its own receipt", async () => {
  const { people, submit, batches, batcher } = await openGame(30);
  const receipts = await Promise.all(people.map(submit));
  expect(receipts.map(({ participantId, result }) => [participantId, result.actionId, result.accepted])).toEqual(people.map((id, n) => [id, String(n), true]));
  expect(await batches()).toEqual([30]);
  expect(batcher.pending()).toBe(0);
});

it("keeps batches small", async () => {
  const { people, submit, batches } = await openGame(8, { largestBatch: 3, callsInFlight: 2 });
  await Promise.all(people.map(submit));
  expect(await batches()).toEqual([3, 3, 2]);
});

it("lets a full batch go at once, and what is not full wait for more while others are under way", async () => {
  const { people, submit, batches } = await openGame(7, { largestBatch: 3, callsInFlight: 3, callsBeforeWaiting: 1 });
  server().freeze();
  const [first, rest] = [people.slice(0, 4), people.slice(4)];
  const early = first.map(submit);
  // A turn of the event loop ends, and the fourth stays where it is.
  await new Promise((resolve) => setImmediate(resolve));
  const late = rest.map((participantId, n) => submit(participantId, n + first.length));
  server().thaw();
  await Promise.all([...early, ...late]);
  expect(await batches()).toEqual([3, 3, 1]);
});

it("keeps games apart", async () => {
  const [first, second] = [await openGame(2), await openGame(3)];
  await Promise.all([...first.people.map(first.submit), ...second.people.map(second.submit)]);
  expect([await first.batches(), await second.batches()]).toEqual([[2], [3]]);
});

it("is BUSY beyond what it can hold, and takes answers again afterwards", async () => {
  const { people, submit } = await openGame(3, { largestQueue: 2 });
  const [ann, ben, cat] = people;
  if (!ann || !ben || !cat) throw new Error("three have joined");
  server().freeze();
  const taken = [submit(ann, 1), submit(ben, 2)];
  expect((await submit(cat, 3)).result).toMatchObject({ actionId: "3", accepted: false, reason: "BUSY" });
  server().thaw();
  expect((await Promise.all(taken)).map(({ result }) => result.accepted)).toEqual([true, true]);
  expect((await submit(cat, 4)).result).toMatchObject({ actionId: "4", accepted: true });
});

it("is BUSY while Redis is away, and the same answer counts once it is back", async () => {
  const { people, submit } = await openGame(1);
  const [ann] = people;
  if (!ann) throw new Error("one has joined");
  await server().stop();
  expect((await submit(ann, 1)).result).toMatchObject({ accepted: false, reason: "BUSY" });
  await server().restart();
  await waitFor(async () => (await submit(ann, 1)).result.accepted, { timeoutMs: 10_000 });
});

it("hands a bug on, and is not blocked by it", async () => {
  const { gameId, people, submit, batcher } = await openGame(1);
  const [ann] = people;
  if (!ann) throw new Error("one has joined");
  await node.redis.hset(gameKeys(gameId, testShards).game, "seq", "not a number");
  await expect(submit(ann, 1)).rejects.toThrow("not a whole number");
  expect(batcher.pending()).toBe(0);
});
