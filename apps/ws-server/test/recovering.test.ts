import { createLogReader, createRecovery, connectRedis, type RedisClient } from "@quickfire/realtime";
import { type RedisUnderTest, startRedis, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGame, join, questionId, socketToken, startNode, type TestNode } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { TrpcClient } from "./trpc-client";

let redis: RedisUnderTest;
let node: TestNode;
let recovery: ReturnType<typeof createRecovery>;
const connections: RedisClient[] = [];

beforeAll(async () => {
  redis = await startRedis();
  node = await startNode({ redisUrl: redis.url, vouching: "worker", limits: { saving: { everyMs: 50, tellAfterMs: 300 } } });
  recovery = createRecovery({ redis: node.redis, clock: node.clock, shards: 16 });
  await openAll(1);
});
afterAll(async () => {
  await node.stop();
  for (const connection of connections) connection.disconnect();
  await redis.remove();
});

const allShards = Array.from({ length: 16 }, (_, shard) => shard);

/** What the worker does once it has compared Redis with Postgres. */
const openAll = (fence: number) => Promise.all(allShards.map(async (shard) => recovery.open({ shard, fence }, await recovery.close({ shard, fence }))));

describe("a Redis that was started again", () => {
  it("is not believed before the worker has compared it: nobody is told that a game is gone, and an answer may be sent again", async () => {
    const game = await createGame(node.store);
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    const client = await connectPlain(node, anna);
    await client.next("snapshot");
    await redis.kill();
    await redis.restart();
    await waitFor(() => node.redis.ping().catch(() => null), { timeoutMs: 10_000, what: "Redis" });

    expect(await node.store.trustedShards()).toBe(0);
    client.answer(questionId(game.quiz, 1), 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "BUSY" });
    expect(await refusalOf(node, ben)).toBe(503);
    expect(await refusalOf(node, ben, { quizId: "000000" })).toBe(503);

    await openAll(2);
    client.answer(questionId(game.quiz, 1), 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "WRONG_QUESTION" });
    const late = await connectPlain(node, ben);
    await late.next("snapshot");
    expect(client.closedWith).toBeNull();
    for (const { socket } of [client, late]) socket.close();
  }, 30_000);
});

describe("a host", () => {
  it("is told while results wait to be stored, and once they are", async () => {
    const game = await createGame(node.store);
    const host = new TrpcClient(node, await socketToken({ role: "host", gameId: game.gameId, userId: game.hostUserId }));
    host.listen("host");
    expect((await host.next("saving")).payload).toEqual({ waiting: true });
    const blocking = await connectRedis(redis.url, { role: "blocking" });
    connections.push(blocking);
    const reader = createLogReader({ blocking, redis: node.redis, shards: 16, consumer: "worker" });
    await reader.acknowledge(await reader.read({ count: 100, blockMs: 100 }));
    expect((await host.next("saving")).payload).toEqual({ waiting: false });
    await host.close();
  });
});
