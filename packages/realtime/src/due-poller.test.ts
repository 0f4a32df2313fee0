import { waitFor } from "@quickfire/testing";
import { afterEach, expect, it } from "vitest";
import { answerTo, createTestGame, join, command, origin, testShards } from "../test/game-fixture";
import { usePrivateRedis } from "../test/private-redis";
import { recordedListener } from "../test/recorded-listener";
import { connectRedis } from "./connect-redis";
import { startDuePoller } from "./due-poller";
import { createGameStore } from "./game-store/create-game-store";
import { createEventHub } from "./hub/create-event-hub";
import { gameKeys } from "./keys";
import { startRedisClock } from "./redis-clock";

const server = usePrivateRedis();
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A node as ws-server runs it: real time, a store, a hub, a poller. */
async function startNode() {
  const redis = await connectRedis(server().url);
  const subscriber = await connectRedis(server().url, { role: "subscriber" });
  const clock = await startRedisClock(redis);
  const store = await createGameStore({ redis, clock, shards: testShards });
  const hub = createEventHub({ subscriber, redis, shards: testShards });
  const errors: unknown[] = [];
  const poller = startDuePoller({ store, onError: (error) => errors.push(error) });
  cleanups.push(() => redis.disconnect(), () => subscriber.disconnect(), clock.stop, hub.close, poller.stop);
  return { redis, store, hub, errors, poller };
}

it("opens and closes questions, and publishes boards, on two nodes at once and once each", async () => {
  const [one, two] = [await startNode(), await startNode()];
  const { store } = one;
  const { gameId, quiz } = await createTestGame(store, { countdown: 0, feedback: "instant", leaderboard: "live" });
  const heard = recordedListener();
  await two.hub.listen(gameId, heard.listener);
  const ann = await join(store, gameId, "Ann");
  await heard.until("lobby_changed");
  await command(store, gameId, "start");
  await heard.until("new_question");
  await waitFor(async () => {
    const [receipt] = await store.submitAnswers(gameId, [answerTo(quiz, 1, 0, { participantId: ann, receivedAt: store.now() })]);
    return receipt?.result.accepted;
  });
  await heard.until("question_closed");
  await waitFor(() => heard.events.some(({ event }) => event.type === "leaderboard_changed" && event.payload.leaderboard[0]?.score === 1_000));
  expect(heard.types().filter((type) => type === "new_question")).toHaveLength(1);
  expect(heard.types().filter((type) => type === "question_closed")).toHaveLength(1);
  expect([...one.errors, ...two.errors]).toEqual([]);
});

it("goes on when Redis is back", async () => {
  const { store, errors } = await startNode();
  await server().stop();
  await waitFor(() => errors.length > 0);
  await server().restart();
  const gameId = await waitFor(() => createTestGame(store, { countdown: 0 }).then((game) => game.gameId, () => null), { timeoutMs: 10_000 });
  await command(store, gameId, "start");
  await waitFor(async () => (await store.state(gameId))?.position.phase === "question");
});

it("is not held up by a game that can't be moved", async () => {
  const { store, redis, errors } = await startNode();
  const broken = await createTestGame(store, { countdown: 0 });
  await redis.hset(gameKeys(broken.gameId, testShards).game, "facts", "{}");
  await redis.zadd(gameKeys(broken.gameId, testShards).due, 1, broken.gameId);
  await waitFor(() => errors.length > 0);
  const { gameId } = await createTestGame(store, { countdown: 0 });
  await store.command({ gameId, command: { name: "start" }, origin });
  await waitFor(async () => (await store.state(gameId))?.position.phase === "question");
  await redis.zrem(gameKeys(broken.gameId, testShards).due, broken.gameId);
});
