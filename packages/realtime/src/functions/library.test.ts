import { expect, it } from "vitest";
import { createTestGame, join } from "../../test/game-fixture";
import { usePrivateRedis } from "../../test/private-redis";
import { connectRedis } from "../connect-redis";
import { createFunctionCaller } from "../call-function";
import { createGameStore } from "../game-store/create-game-store";
import { startRedisClock } from "../redis-clock";
import { createGame } from "./definitions";
import { assembleLibrary, forgetOtherVersions } from "./library";

const server = usePrivateRedis();

async function openStore(library = assembleLibrary()) {
  const redis = await connectRedis(server().url);
  const clock = await startRedisClock(redis);
  const calls: string[] = [];
  const store = await createGameStore({ redis, clock, shards: 4, library, observe: { call: (operation) => calls.push(operation) } });
  return {
    redis, store, calls,
    close: () => {
      clock.stop();
      redis.disconnect();
    },
  };
}

it("comes back by itself after FUNCTION FLUSH, without a failed call", async () => {
  const { redis, store, close, calls } = await openStore();
  const { gameId } = await createTestGame(store);
  await redis.function("FLUSH");
  await Promise.all(["Ann", "Ben", "Cat"].map((name) => join(store, gameId, name)));
  await redis.function("FLUSH");
  expect((await store.leaderboard({ gameId, limit: 3 }))?.total).toBe(3);
  expect(calls).toContain("join_game");
  close();
});

it("stands beside that of another version, and comes back where that one's processes took it away", async () => {
  const next = assembleLibrary({ replace: { "lib/next.lua": "-- a later version" } });
  const [ours, theirs] = [await openStore(), await openStore(next)];
  const { gameId } = await createTestGame(ours.store);
  await join(ours.store, gameId, "Ann");
  await join(theirs.store, gameId, "Ben");
  await forgetOtherVersions(theirs.redis, next);
  expect(await theirs.redis.function("LIST", "LIBRARYNAME", "quickfire*")).toEqual([expect.arrayContaining(["library_name", next.name])]);
  await join(ours.store, gameId, "Cat");
  expect((await theirs.store.leaderboard({ gameId, limit: 3 }))?.total).toBe(3);
  ours.close();
  theirs.close();
});

it("survives a restart of Redis together with the games", async () => {
  const first = await openStore();
  const { gameId } = await createTestGame(first.store);
  await join(first.store, gameId, "Ann");
  first.close();
  await server().stop();
  await server().restart();
  const second = await openStore();
  expect(await second.store.overview(gameId)).toMatchObject({ participants: 1, phase: "lobby" });
  second.close();
});

it("passes errors of Redis on as errors of ours", async () => {
  const redis = await connectRedis(server().url);
  const library = assembleLibrary();
  const call = createFunctionCaller({ redis, library });
  await redis.set("{t}:text", "not a hash");
  const broken = call(createGame, { keys: { game: "{t}:game", quiz: "{t}:quiz", due: "{t}:text", log: "{t}:log" }, args: { gameId: "g", fields: "{}", quiz: "{}", dueAt: 1 } });
  await expect(broken).rejects.toMatchObject({ name: "InfrastructureError", retryable: false });
  redis.disconnect();
});

it("refuses an answer that its definition does not name", async () => {
  const redis = await connectRedis(server().url);
  const other = assembleLibrary({ name: "other", prefix: "other_", replace: { "create_game.lua": "lib.register('create_game', function() return { 'ODD' } end)" } });
  const call = createFunctionCaller({ redis, library: other });
  const odd = call(createGame, { keys: { game: "{t}:game", quiz: "{t}:quiz", due: "{t}:due", log: "{t}:log" }, args: { gameId: "g", fields: "{}", quiz: "{}", dueAt: 1 } });
  await expect(odd).rejects.toThrow("create_game answered ODD, which its definition does not name");
  redis.disconnect();
});
