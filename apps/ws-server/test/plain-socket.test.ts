import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { snapshotSchema } from "@quickfire/engine";
import { gameKeys } from "@quickfire/realtime";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { command, createGame, join, questionId, remove, type TestNode, tokens, useNodes } from "./live-fixture";
import { connectPlain, refusalOf } from "./plain-client";
import { untilOpen } from "./until-open";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ name: "plain" });
});

async function seat(settings: Parameters<typeof createGame>[1] = {}) {
  const game = await createGame(node.store, settings);
  const anna = await join(node.store, game, "Anna");
  const client = await connectPlain(node, anna);
  return { game, anna, client, snapshot: await client.next("snapshot") };
}

describe("a plain-JSON socket", () => {
  it("begins with a snapshot, in the agreed subprotocol", async () => {
    const { game, anna, client, snapshot } = await seat();
    expect(client.socket.protocol).toBe("quickfire.v1");
    expect(snapshot.id).toMatch(/^.+\.\d+$/);
    expect(snapshotSchema.parse(snapshot.payload)).toMatchObject({
      phase: "lobby", paused: false, round: 0, rounds: 2, node: "plain", graceMs: 300, gameId: game.gameId, you: { participantId: anna.participantId, name: "Anna", score: 0, rank: 1, answered: false },
    });
    client.socket.close();
  });

  it("takes a PIN for the game, and the token in the address", async () => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    const client = await connectPlain(node, anna, { quizId: game.pin, tokenInUrl: true });
    await client.next("snapshot");
    expect(JSON.stringify(node.logs)).not.toContain(anna.token);
    client.socket.close();
  });

  it("plays a round: question, answer, reveal, one's own standing", async () => {
    const { game, client } = await seat();
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    expect(question.payload).toMatchObject({ questionId: questionId(game.quiz, 1), options: ["large", "tiny", "quick", "late"], type: "choice", round: 1, rounds: 2 });
    await untilOpen(node, question.payload.startTime);
    client.answer(questionId(game.quiz, 1), "large", { actionId: "tap-1" });
    expect((await client.next("answer_result")).payload).toEqual({ questionId: questionId(game.quiz, 1), actionId: "tap-1", accepted: true });
    const closed = await client.next("question_closed");
    expect(closed.payload).toMatchObject({ questionId: questionId(game.quiz, 1), tally: { answered: 1, right: 1 } });
    expect((await client.next("your_standing")).payload).toMatchObject({ questionId: questionId(game.quiz, 1), correct: true, streak: 1, rank: 1, points: expect.any(Number), score: expect.any(Number) });
    client.socket.close();
  });

  it("tells right or wrong at once where feedback is instant, then one's own standing", async () => {
    const { game, client } = await seat({ feedback: "instant", leaderboard: "live", closeWhenAllAnswered: false });
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, question.payload.startTime);
    client.answer(questionId(game.quiz, 1), 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: true, correct: true, points: expect.any(Number), score: expect.any(Number) });
    expect((await client.next("your_standing")).payload).toMatchObject({ streak: 1, rank: 1 });
    expect((await client.next("leaderboard_changed")).payload.leaderboard).toMatchObject([{ name: "Anna", rank: 1 }]);
    client.socket.close();
  });

  it("repeats the first result for a repeat, and calls a changed answer a conflict", async () => {
    const { game, client } = await seat({ closeWhenAllAnswered: false });
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, question.payload.startTime);
    const id = questionId(game.quiz, 1);
    for (const [option, actionId] of [[0, "a"], [0, "b"], [1, "c"]] as const) client.answer(id, option, { actionId });
    expect((await client.next("answer_result")).payload).toEqual({ questionId: id, actionId: "a", accepted: true });
    expect((await client.next("answer_result")).payload).toEqual({ questionId: id, actionId: "b", accepted: true, repeated: true });
    expect((await client.next("answer_result")).payload).toEqual({ questionId: id, actionId: "c", accepted: true, repeated: true, conflict: true });
    await command(node.store, game, "reveal");
    await client.next("question_closed");
    client.answer(id, 0, { actionId: "d" });
    expect((await client.next("answer_result")).payload).toMatchObject({ actionId: "d", accepted: true, repeated: true });
    client.socket.close();
  });

  it("says why an answer does not count", async () => {
    const { game, client } = await seat();
    const [first, second] = [questionId(game.quiz, 1), questionId(game.quiz, 2)];
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    client.answer(first, 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "TOO_EARLY" });
    client.answer(second, 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ questionId: second, accepted: false, reason: "WRONG_QUESTION" });
    client.answer(randomUUID(), 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "WRONG_QUESTION" });
    await untilOpen(node, question.payload.startTime);
    client.answer(first, 17);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "BAD_ANSWER" });
    await command(node.store, game, "reveal");
    client.answer(first, 0);
    expect((await client.next("answer_result")).payload).toMatchObject({ accepted: false, reason: "TOO_LATE" });
    client.socket.close();
  });

  it("answers a heartbeat with the server's time, and a wish for the board with the board", async () => {
    const { client } = await seat();
    client.say("heartbeat", { sentAt: 17 });
    const { payload } = await client.next("heartbeat");
    expect(payload.sentAt).toBe(17);
    expect(Math.abs(Date.parse(String(payload.serverTime)) - Date.now())).toBeLessThan(2_000);
    client.say("get_leaderboard");
    expect((await client.next("leaderboard_data")).payload.leaderboard).toMatchObject([{ name: "Anna", score: 0, rank: 1 }]);
    client.socket.close();
  });

  it("names what it can't read, and stays open", async () => {
    const { game, client } = await seat();
    client.socket.send("nonsense");
    expect((await client.next("error")).payload).toEqual({ reason: "BAD_MESSAGE", details: { problem: "not JSON" } });
    client.socket.send(Buffer.from("{}"));
    expect((await client.next("error")).payload).toMatchObject({ reason: "BAD_MESSAGE" });
    client.answer(questionId(game.quiz, 1), 0, { score: 9_000, elapsedMs: 1 });
    expect((await client.next("error")).payload).toMatchObject({ reason: "BAD_MESSAGE", details: { issues: [{ path: "payload.score" }, { path: "payload.elapsedMs" }] } });
    client.say("become_host");
    expect((await client.next("error")).payload).toMatchObject({ reason: "UNKNOWN_TYPE", details: { type: "become_host" } });
    client.say("heartbeat");
    await client.next("heartbeat");
    client.socket.close();
  });

  it("goes on after the last event that was seen, without gap or double", async () => {
    const { game, anna, client } = await seat();
    await command(node.store, game, "lock");
    const locked = await client.next("game_locked");
    client.socket.terminate();
    await client.closed;
    await command(node.store, game, "unlock");
    await command(node.store, game, "start");
    const again = await connectPlain(node, anna, { lastEventId: locked.id });
    await again.next("new_question");
    expect(again.types).not.toContain("snapshot");
    const numbers = again.messages.flatMap(({ id }) => (id ? [Number(id.split(".").at(-1))] : []));
    const first = Number(locked.id?.split(".").at(-1)) + 1;
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    again.socket.close();
  });

  it("tells who was away for the reveal what it brought them", async () => {
    const { game, anna, client } = await seat();
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, question.payload.startTime);
    client.answer(questionId(game.quiz, 1), 0);
    await client.next("answer_result");
    client.socket.terminate();
    await client.closed;
    await command(node.store, game, "reveal").catch(() => undefined);
    const again = await connectPlain(node, anna, { lastEventId: question.id });
    await again.next("question_closed");
    expect((await again.next("your_standing")).payload).toMatchObject({ questionId: questionId(game.quiz, 1), correct: true });
    again.socket.close();
  });

  it.each([["of another epoch", () => "elsewhere.3"], ["not an id", () => "rubbish"], ["ahead of everything", (id = "") => `${id.split(".")[0]}.999999`]])("gives a snapshot for a last event that is %s", async (_what, forge) => {
    const { anna, snapshot } = await seat();
    const again = await connectPlain(node, anna, { lastEventId: forge(snapshot.id) });
    await again.next("snapshot");
    again.socket.close();
  });

  it("lets the newest connection win, and closes the older one with 4000", async () => {
    const { anna, client } = await seat();
    const newer = await connectPlain(node, anna);
    await newer.next("snapshot");
    expect(await client.closed).toMatchObject({ code: 4000 });
    newer.say("heartbeat");
    await newer.next("heartbeat");
    newer.socket.close();
  });

  it("tells a removed player so, closes with 1008, and does not let them in again", async () => {
    const { anna, client } = await seat();
    await remove(node.store, anna);
    expect((await client.next("error")).payload.reason).toBe("REMOVED");
    expect((await client.closed).code).toBe(1008);
    expect(await refusalOf(node, anna)).toBe(403);
  });

  it("keeps out who is blocked, and lets them in again afterwards", async () => {
    const { anna, client } = await seat();
    client.socket.close();
    await node.blocked.bar(anna, new Date(Date.now() + 60_000).toISOString());
    expect(await refusalOf(node, anna)).toBe(403);
    await node.blocked.forgive(anna);
    const again = await connectPlain(node, anna);
    await again.next("snapshot");
    again.socket.close();
  });

  it("gives everyone their own standing before the end, then closes with 1000", async () => {
    const { game, anna, client } = await seat();
    await command(node.store, game, "start");
    await client.next("new_question");
    await command(node.store, game, "end");
    await client.next("quiz_ended");
    // The open question is closed by the end: one's own result comes after it, and before the end.
    const places = ["question_closed", "your_standing", "quiz_ended"].map((type) => client.types.lastIndexOf(type));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect((await client.closed).code).toBe(1000);
    expect(await refusalOf(node, anna)).toBe(409);
    expect(await refusalOf(node, anna, { quizId: game.pin })).toBe(404);
  });

  it("tells the end also to somebody who is slow to read, before it closes", async () => {
    const { game, client } = await seat();
    const socket = node.node.sockets().at(-1);
    const transport: unknown = socket && Reflect.get(socket, "_socket");
    if (!socket || !(transport instanceof Socket)) throw new Error("the node has no socket");
    const ben = await connectPlain(node, await join(node.store, game, "Ben"));
    await ben.next("snapshot");
    Object.defineProperty(socket, "bufferedAmount", { value: 100_000, configurable: true });
    await command(node.store, game, "end");
    expect((await ben.closed).code).toBe(1000);
    expect([client.types.includes("quiz_ended"), client.closedWith]).toEqual([false, null]);
    Reflect.deleteProperty(socket, "bufferedAmount");
    transport.emit("drain");
    await client.next("quiz_ended");
    expect((await client.closed).code).toBe(1000);
  });

  it("counts who is connected, and what was answered", async () => {
    const { client } = await seat();
    const text = await node.metrics.registry.metrics();
    expect(text).toMatch(/quickfire_connected_clients\{transport="plain"[^}]*\} [1-9]/);
    expect(text).toMatch(/quickfire_answers_total\{outcome="accepted"[^}]*\} [1-9]/);
    expect(text).toMatch(/quickfire_outgoing_bytes_total\{[^}]*\} [1-9]/);
    expect(text).toMatch(/quickfire_active_games\{[^}]*\} [1-9]/);
    client.socket.close();
  });
});

describe("the door of the plain-JSON socket", () => {
  it("asks for the right token", async () => {
    const game = await createGame(node.store);
    const [anna, ben] = [await join(node.store, game, "Anna"), await join(node.store, game, "Ben")];
    const socketToken = await tokens.socket.issue({ role: "participant", gameId: game.gameId, participantId: anna.participantId });
    expect(await refusalOf(node, anna, { token: "wrong" })).toBe(401);
    expect(await refusalOf(node, anna, { token: ben.token })).toBe(401);
    expect(await refusalOf(node, anna, { token: socketToken })).toBe(401);
    expect(await refusalOf(node, anna, { participantId: "not-an-id" })).toBe(401);
    expect(await refusalOf(node, anna, { tokenInUrl: true, token: "" })).toBe(401);
  });

  it("does not know other games, and tells a token of another game from a right one", async () => {
    const [here, there] = [await createGame(node.store), await createGame(node.store)];
    const anna = await join(node.store, here, "Anna");
    expect(await refusalOf(node, anna, { quizId: randomUUID() })).toBe(404);
    expect(await refusalOf(node, anna, { quizId: "000000" })).toBe(404);
    expect(await refusalOf(node, anna, { quizId: "../../etc" })).toBe(404);
    expect(await refusalOf(node, anna, { quizId: there.gameId })).toBe(401);
  });

  it.each([["http://localhost:3000", 0], ["http://127.0.0.1:3000", 0], ["http://evil.test", 403], ["null", 403], ["http://localhost:3001", 403]])("answers the Origin %s with %i", async (origin, status) => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    if (status === 0) (await connectPlain(node, anna, { origin })).socket.close();
    expect(status === 0 ? 0 : await refusalOf(node, anna, { origin })).toBe(status);
  });
});

describe("a player far away", () => {
  /** What half of the round trip is worth: the answer's time with and without the compensation. */
  async function timeOfAnswer(latencyCompensation: boolean): Promise<{ timeMs: number; fullMs: number }> {
    const game = await createGame(node.store, { latencyCompensation, feedback: "instant", streak: false, closeWhenAllAnswered: false });
    const anna = await join(node.store, game, "Anna");
    const client = await connectPlain(node, anna, { autoPong: false });
    // The way back takes 300 ms, for the pong as for the answer.
    client.socket.on("ping", () => setTimeout(() => client.socket.pong(), 300));
    await client.next("snapshot");
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, new Date(Date.parse(String(question.payload.startTime)) + 700).toISOString());
    client.answer(questionId(game.quiz, 1), 0);
    await client.next("answer_result");
    const keys = gameKeys(game.gameId, 16);
    const stored = z.object({ timeMs: z.int(), at: z.int() }).parse(JSON.parse((await node.redis.hget(keys.answers(1), anna.participantId)) ?? "{}"));
    client.socket.close();
    return { timeMs: stored.timeMs, fullMs: stored.at - Date.parse(String(question.payload.startTime)) };
  }

  it("is given half of the measured round trip back where the game has it so, and nothing elsewhere", async () => {
    const [compensated, plain] = [await timeOfAnswer(true), await timeOfAnswer(false)];
    expect(plain.timeMs).toBe(plain.fullMs);
    expect(compensated.fullMs - compensated.timeMs).toBeGreaterThanOrEqual(145);
    expect(compensated.fullMs - compensated.timeMs).toBeLessThanOrEqual(500);
  });
});
