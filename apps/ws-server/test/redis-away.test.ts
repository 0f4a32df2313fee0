import { type RedisUnderTest, startRedis, waitFor } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { TrpcClient } from "./trpc-client";
import { untilOpen } from "./until-open";

const start = useNodes();
let redis: RedisUnderTest;
let node: TestNode;
beforeAll(async () => {
  redis = await startRedis();
  node = await start({ redisUrl: redis.url, name: "resilient" });
});
afterAll(async () => {
  await node.stop();
  await redis.remove();
});

describe("while Redis is away", () => {
  it("refuses with BUSY what can't be done, keeps everybody connected, and goes on by itself", async () => {
    const game = await createGame(node.store, { closeWhenAllAnswered: false }, {});
    const [anna, ben, cleo] = await Promise.all(["Anna", "Ben", "Cleo"].map((name) => join(node.store, game, name)));
    if (!anna || !ben || !cleo) throw new Error("nobody plays");
    const plain = await connectPlain(node, anna);
    const trpc = new TrpcClient(node, ben.token);
    trpc.listen();
    await Promise.all([plain.next("snapshot"), trpc.next("snapshot")]);
    await command(node.store, game, "start");
    const question = await plain.next("new_question");
    await untilOpen(node, question.payload.startTime);
    const id = questionId(game.quiz, 1);

    await redis.kill();
    plain.answer(id, 0, { actionId: "first try" });
    expect((await plain.next("answer_result")).payload).toEqual({ questionId: id, actionId: "first try", accepted: false, reason: "BUSY", retryAfterMs: 1_000 });
    expect(await trpc.api.live.answer.mutate({ questionId: id, selectedOption: 0 })).toEqual({ questionId: id, accepted: false, reason: "BUSY", retryAfterMs: 1_000 });
    plain.say("get_leaderboard");
    expect((await plain.next("error")).payload).toEqual({ reason: "BUSY", details: { retryAfterMs: 1_000 } });
    plain.say("heartbeat");
    await plain.next("heartbeat");
    expect(await refusalOf(node, cleo)).toBe(503);

    await redis.restart();
    await waitFor(() => node.redis.ping().catch(() => null), { timeoutMs: 10_000, what: "Redis" });
    plain.answer(id, 0, { actionId: "second try" });
    expect((await plain.next("answer_result")).payload).toEqual({ questionId: id, actionId: "second try", accepted: true });
    expect(await trpc.api.live.answer.mutate({ questionId: id, selectedOption: 0 })).toEqual({ questionId: id, accepted: true });
    await command(node.store, game, "reveal");
    await Promise.all([plain.next("question_closed"), trpc.next("question_closed")]);
    expect((await plain.next("your_standing")).payload).toMatchObject({ correct: true });
    expect(plain.closedWith).toBeNull();
    expect(JSON.stringify(plain.messages)).not.toMatch(/ECONN|ioredis|redis/i);
    plain.socket.close();
    await trpc.close();
  }, 40_000);
});
