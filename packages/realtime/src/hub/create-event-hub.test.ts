import { waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clockedLibrary, startTestClock } from "../../test/clocked-library";
import { command, createTestGame, join, newGameId, origin, testShards, type Clocked } from "../../test/game-fixture";
import { usePrivateRedis } from "../../test/private-redis";
import { recordedListener } from "../../test/recorded-listener";
import { connectRedis, type RedisClient } from "../connect-redis";
import type { EventHub } from "../event-hub.types";
import { createRecovery } from "../recovery/create-recovery";
import { createGameStore } from "../game-store/create-game-store";
import { gameKeys, shardKeys } from "../keys";
import { createEventHub } from "./create-event-hub";

const server = usePrivateRedis();
let node: Pick<Clocked, "redis" | "store" | "clock">;
let subscriber: RedisClient;
let hub: EventHub;
const errors: unknown[] = [];

beforeAll(async () => {
  const redis = await connectRedis(server().url);
  const { library, clockKey } = clockedLibrary();
  const clock = await startTestClock(redis, clockKey);
  node = { redis, clock, store: await createGameStore({ redis, clock, shards: testShards, library }) };
  subscriber = await connectRedis(server().url, { role: "subscriber" });
  hub = createEventHub({ subscriber, redis, shards: testShards, checkMs: 200, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await hub.close();
  subscriber.disconnect();
  node.redis.disconnect();
});

const channelOf = (gameId: Parameters<EventHub["newestId"]>[0]) => gameKeys(gameId, testShards).channel;

async function watchedGame() {
  const { store } = node;
  const game = await createTestGame(store);
  const heard = recordedListener();
  const stop = await hub.listen(game.gameId, heard.listener);
  return { ...game, ...heard, stop };
}

describe("a listener", () => {
  it("hears everything once and in order, with the game's epoch", async () => {
    const { store } = node;
    const { gameId, events, numbers, until, types } = await watchedGame();
    await command(store, gameId, "start");
    await command(store, gameId, "pause");
    await command(store, gameId, "resume");
    await command(store, gameId, "end");
    await until("quiz_ended");
    expect(types()).toEqual(["phase_changed", "game_paused", "game_resumed", "phase_changed", "quiz_ended"]);
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
    expect(hub.newestId(gameId)).toBe(events.at(-1)?.id);
    expect(events[0]?.id.startsWith(`${(await store.state(gameId))?.epoch}.`)).toBe(true);
  });

  it("hears nothing any more once it has stopped, while others do", async () => {
    const { store } = node;
    const { gameId, events, stop } = await watchedGame();
    const other = recordedListener();
    const stopOther = await hub.listen(gameId, other.listener);
    stop();
    await command(store, gameId, "start");
    await other.until("phase_changed");
    expect(events).toEqual([]);
    stopOther();
    await waitFor(() => hub.newestId(gameId) === null);
  });

  it("is told of removals, replaced connections and counts", async () => {
    const { store } = node;
    const { gameId, untilControl } = await watchedGame();
    const ann = await join(store, gameId, "Ann");
    await store.publishLeaderboard(gameId);
    expect(await untilControl("progress")).toEqual({ type: "progress", participants: 1, present: 1, answered: 0, roster: true });
    await store.connected({ gameId, participantId: ann, connectionId: "one" });
    await store.connected({ gameId, participantId: ann, connectionId: "two" });
    expect(await untilControl("replaced")).toEqual({ type: "replaced", participantId: ann, connectionId: "one" });
    await store.remove(gameId, ann, origin);
    expect(await untilControl("removed")).toEqual({ type: "removed", participantId: ann });
  });

  it("may come when the game is long under way", async () => {
    const { store } = node;
    const { gameId } = await createTestGame(store);
    await command(store, gameId, "start");
    const heard = recordedListener();
    await hub.listen(gameId, heard.listener);
    await command(store, gameId, "end");
    await heard.until("quiz_ended");
    expect(heard.numbers()).toEqual([2, 3]);
  });
});

describe("lost messages", () => {
  it("are noticed with the next one, and delivered before it", async () => {
    const { store, redis } = node;
    const { gameId, numbers, until } = await watchedGame();
    await command(store, gameId, "start");
    await until("phase_changed");
    await subscriber.unsubscribe(channelOf(gameId));
    await command(store, gameId, "pause");
    await command(store, gameId, "resume");
    await subscriber.subscribe(channelOf(gameId));
    await command(store, gameId, "lock");
    await until("game_locked");
    expect(numbers()).toEqual([1, 2, 3, 4]);
    expect(await redis.ping()).toBe("PONG");
  });

  it("are noticed soon also where no other follows, and the subscription is renewed", async () => {
    const { store } = node;
    const { gameId, numbers, until } = await watchedGame();
    await subscriber.unsubscribe(channelOf(gameId));
    await command(store, gameId, "start");
    await until("phase_changed");
    await command(store, gameId, "lock");
    await until("game_locked");
    await command(store, gameId, "end");
    await until("quiz_ended");
    expect(numbers()).toEqual([1, 2, 3, 4]);
  });

  it("beyond the history, or of another epoch, make clients fetch a snapshot", async () => {
    const { store, redis } = node;
    const { gameId, untilControl, until, controls, events } = await watchedGame();
    const keys = gameKeys(gameId, testShards);
    await subscriber.unsubscribe(channelOf(gameId));
    await command(store, gameId, "start");
    await redis.del(keys.events);
    await untilControl("resync");
    await command(store, gameId, "lock");
    await until("game_locked");
    expect(events.map(({ event }) => event.type)).toEqual(["game_locked"]);

    controls.length = 0;
    await redis.hset(keys.game, "epoch", "another");
    await untilControl("resync");
    await command(store, gameId, "unlock");
    await waitFor(() => events.at(-1)?.id.startsWith("another."));
  });

  it("that Redis itself has lost are noticed: the game is put in doubt, and closed until it was rebuilt", async () => {
    const { store, redis, clock } = node;
    const { gameId, until, untilControl } = await watchedGame();
    const recovery = createRecovery({ redis, clock, shards: testShards });
    const lease = { shard: recovery.shardOf(gameId), fence: 7 };
    await recovery.open(lease, await recovery.close(lease));
    await command(store, gameId, "start");
    await command(store, gameId, "lock");
    await until("game_locked");
    await redis.hset(gameKeys(gameId, testShards).game, "eventNumber", 1);
    const doubted = await waitFor(async () => (await recovery.readTrust()).find(({ trusted }) => !trusted));
    expect(doubted).toEqual({ shard: lease.shard, trusted: false, doubted: [gameId] });
    await expect(store.state(gameId)).rejects.toMatchObject({ name: "InfrastructureError", retryable: true });

    // Who took the lease before can't write any more; the newest holder can.
    await expect(recovery.open({ ...lease, fence: 6 }, "an earlier life")).rejects.toThrow("later lease");
    await redis.hset(gameKeys(gameId, testShards).game, "epoch", "8-rebuilt");
    expect(await recovery.open({ ...lease, fence: 8 }, await recovery.close({ ...lease, fence: 8 }))).toBe(true);
    expect(await untilControl("resync")).toEqual({ type: "resync", newEpoch: true });
    expect(await recovery.open({ ...lease, fence: 8 }, "an earlier life")).toBe(false);
    await redis.set(shardKeys(lease.shard).trusted, "always");
  });

  it("of a Redis that was away are delivered once it is back, and so is everything after", async () => {
    const { store } = node;
    const { gameId, numbers, until } = await watchedGame();
    await command(store, gameId, "start");
    await until("phase_changed");
    await server().stop();
    await server().restart();
    await waitFor(() => store.command({ gameId, command: { name: "pause" }, origin }).then(({ ok }) => ok, () => false), { timeoutMs: 10_000 });
    await until("game_paused");
    await command(store, gameId, "lock");
    await until("game_locked");
    expect(numbers()).toEqual([1, 2, 3]);
  });
});

describe("resuming", () => {
  it("gives what came after an id, watched or not", async () => {
    const { store } = node;
    const { gameId, until, events, stop } = await watchedGame();
    await command(store, gameId, "start");
    await command(store, gameId, "end");
    await until("quiz_ended");
    const [first, ...rest] = events;
    expect(await hub.eventsAfter(gameId, first?.id ?? "")).toEqual(rest);
    expect(await hub.eventsAfter(gameId, events.at(-1)?.id ?? "")).toEqual([]);
    stop();
    await waitFor(() => hub.newestId(gameId) === null);
    expect(await hub.eventsAfter(gameId, first?.id ?? "")).toEqual(rest);
    expect(await hub.eventsAfter(gameId, events.at(-1)?.id ?? "")).toEqual([]);
  });

  it("is too far back for an id that is no more, never was, or is of another epoch", async () => {
    const { store, redis } = node;
    const { gameId, until, events } = await watchedGame();
    await command(store, gameId, "start");
    await until("phase_changed");
    const { epoch = "" } = (await store.state(gameId)) ?? {};
    for (const id of ["nonsense", `${epoch}.99`, "other.1", ""]) expect(await hub.eventsAfter(gameId, id)).toBe("too-far-back");
    expect(await hub.eventsAfter(newGameId(), `${epoch}.1`)).toBe("too-far-back");
    const { gameId: unwatched } = await createTestGame(store);
    await command(store, unwatched, "start");
    await redis.del(gameKeys(unwatched, testShards).events);
    expect(await hub.eventsAfter(unwatched, `${(await store.state(unwatched))?.epoch}.0`)).toBe("too-far-back");
    expect(events).toHaveLength(1);
  });
});

it("says that it could not subscribe", async () => {
  const broken = await connectRedis(server().url, { role: "subscriber" });
  const other = createEventHub({ subscriber: broken, redis: node.redis, shards: testShards, onError: (error) => errors.push(error) });
  broken.disconnect();
  const { gameId } = await createTestGame(node.store);
  await expect(other.listen(gameId, recordedListener().listener)).rejects.toMatchObject({ name: "InfrastructureError" });
  expect(other.newestId(gameId)).toBeNull();
  await other.close();
});

it("leaves a message alone that it can't read, and goes on", async () => {
  const { store, redis } = node;
  const { gameId, until, numbers } = await watchedGame();
  const before = errors.length;
  await redis.publish(channelOf(gameId), "nonsense");
  await waitFor(() => errors.length > before);
  await command(store, gameId, "start");
  await until("phase_changed");
  expect(numbers()).toEqual([1]);
});
