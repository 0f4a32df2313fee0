import { waitFor } from "@quickfire/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, socketToken, type TestNode, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { TrpcClient } from "./trpc-client";
import { untilOpen } from "./until-open";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ limits: { openings: { perSecond: 0.01, burst: 4 } } });
});

describe("a node that can hardly keep up", () => {
  it("leaves out counts and boards first, then takes no new sockets, and answers to the last; then all is as before", async () => {
    const game = await createGame(node.store, { closeWhenAllAnswered: false });
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    const client = await connectPlain(node, anna);
    await client.next("snapshot");
    const host = new TrpcClient(node, await socketToken({ role: "host", gameId: game.gameId, userId: game.hostUserId }));
    host.listen("host");
    await host.next("roster");

    node.pretendWaiting(5_000);
    await waitFor(() => node.node.load.level() === "strained");
    client.say("get_leaderboard");
    expect((await client.next("error")).payload).toEqual({ reason: "BUSY", details: { retryAfterMs: 1_000 } });
    const asking = new TrpcClient(node, (await join(node.store, game, "Cleo")).token);
    await expect(asking.api.live.leaderboard.query({})).rejects.toMatchObject({ data: { reason: "BUSY", retryAfterSeconds: 1 } });
    await asking.close();
    const told = host.of("progress").length;
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, question.payload.startTime);

    node.pretendWaiting(20_000);
    await waitFor(() => node.node.load.level() === "overloaded");
    expect((await (await connectPlain(node, ben)).closed).code).toBe(1013);
    client.answer(questionId(game.quiz, 1), 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: true });
    await command(node.store, game, "reveal");
    await client.next("question_closed");
    expect(host.of("progress")).toHaveLength(told);

    node.pretendWaiting(0);
    await waitFor(() => node.node.load.level() === "calm");
    const late = await connectPlain(node, ben);
    await late.next("snapshot");
    await node.store.publishLeaderboard(game.gameId);
    await host.next("progress");
    client.say("get_leaderboard");
    await client.next("leaderboard_data");
    for (const { socket } of [client, late]) socket.close();
    await host.close();
  });
});

describe("one participant", () => {
  it("who opens sockets in a loop is refused with 429, and nobody else is", async () => {
    const game = await createGame(node.store);
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    for (let opened = 0; opened < 4; opened += 1) await (await connectPlain(node, anna)).next("snapshot");
    expect(await refusalOf(node, anna)).toBe(429);
    const other = await connectPlain(node, ben);
    await other.next("snapshot");
    other.socket.close();
  });
});
