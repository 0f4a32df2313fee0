import { expect, inject, it } from "vitest";
import { connectRedis } from "../connect-redis";

import { createGameStore } from "./create-game-store";
import { startRedisClock } from "../redis-clock";
import { createTestGame, join, testShards } from "../../test/game-fixture";

/** A store that tells which functions were called for players. */
async function useWatchedStore() {
  const redis = await connectRedis(inject("redisUrl"));
  const clock = await startRedisClock(redis);
  const calls: string[] = [];
  const store = await createGameStore({ redis, clock, shards: testShards, observe: { call: (operation) => operation !== "read_game" && calls.push(operation) } });
  const close = () => {
    clock.stop();
    redis.disconnect();
  };
  return { store, calls, close };
}

it("one snapshot read serves all who come together, and each gets their own part", async () => {
  const { store, calls, close } = await useWatchedStore();
  const { gameId } = await createTestGame(store, { maxParticipants: 100 });
  const names = Array.from({ length: 50 }, (_, index) => `Player ${"bdghkmnrtz"[index % 10]}${"bdghkmnrtz"[Math.floor(index / 10)]}`);
  const players = await Promise.all(names.map((name) => join(store, gameId, name)));
  calls.length = 0;
  const found = await Promise.all([...players.map((participantId) => store.snapshot({ gameId, participantId, node: "a" })), store.snapshot({ gameId, node: "b" })]);
  expect(calls).toEqual(["read_snapshots"]);
  expect(found.map((snapshot) => snapshot?.snapshot.you?.name)).toEqual([...names, undefined]);
  expect(new Set(found.map((snapshot) => snapshot?.snapshot.node))).toEqual(new Set(["a", "b"]));
  close();
});

it("one call tells of all sockets that open together, and one of all that close", async () => {
  const { store, calls, close } = await useWatchedStore();
  const { gameId } = await createTestGame(store);
  const players = await Promise.all(["Ann", "Ben", "Cy"].map((name) => join(store, gameId, name)));
  calls.length = 0;
  await Promise.all(players.map((participantId) => store.connected({ gameId, participantId, connectionId: `of ${participantId}` })));
  expect((await store.overview(gameId))?.present).toBe(3);
  await Promise.all(players.map((participantId) => store.disconnected({ gameId, participantId, connectionId: `of ${participantId}` })));
  expect((await store.overview(gameId))?.present).toBe(0);
  expect(calls).toEqual(["connect_participants", "disconnect_participants"]);
  close();
});

it("shows the host some of very many people, with how each stands, without reading all of them", async () => {
  const { store, close } = await useWatchedStore();
  const { gameId } = await createTestGame(store, { maxParticipants: 1_000 });
  const letters = "bdghkmnrtz";
  const names = Array.from({ length: 700 }, (_, index) => `Player ${[...String(index)].map((digit) => letters[Number(digit)]).join("")}`);
  const players = await Promise.all(names.map((name) => join(store, gameId, name)));
  const shown = await store.participants(gameId, 100);
  expect(shown).toHaveLength(100);
  expect(shown.every(({ participantId, present, answered }) => players.includes(participantId) && present && !answered)).toBe(true);
  expect(new Set((await store.participants(gameId)).map(({ name }) => name))).toEqual(new Set(names));
  close();
});
