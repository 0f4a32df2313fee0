import { createTokens } from "@quickfire/api/auth";
import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { command, createGame, join, questionId, remove, secret, socketToken, type TestGame, type TestNode, tokens, useNodes } from "./live-fixture";
import { TrpcClient } from "./trpc-client";
import { untilOpen } from "./until-open";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ name: "trpc" });
});

const clients: TrpcClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

function connect(token: string | (() => Promise<string>)): TrpcClient {
  const client = new TrpcClient(node, token);
  clients.push(client);
  return client;
}

async function seat(settings: Parameters<typeof createGame>[1] = {}) {
  const game = await createGame(node.store, settings);
  const anna = await join(node.store, game, "Anna");
  const client = connect(await socketToken({ role: "participant", gameId: game.gameId, participantId: anna.participantId }));
  client.listen();
  const snapshot = await client.next("snapshot");
  return { game, anna, client, snapshot };
}

async function connectHost({ gameId, hostUserId }: TestGame, role: "host" | "screen" = "host"): Promise<TrpcClient> {
  const host = connect(await socketToken({ role, gameId, userId: hostUserId }));
  host.listen("host");
  await host.next("snapshot");
  return host;
}

const reasonOf = (error: unknown): unknown => (error instanceof TRPCClientError ? error.data?.reason : error);

describe("a tRPC socket with the stock client", () => {
  it("plays a round, with every event tracked", async () => {
    const { game, client, snapshot } = await seat();
    expect(snapshot).toMatchObject({ id: expect.stringMatching(/\.\d+$/), payload: { phase: "lobby", node: "trpc", you: { name: "Anna" } } });
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, (question.payload as { startTime: string }).startTime);
    const id = questionId(game.quiz, 1);
    expect(await client.api.live.answer.mutate({ questionId: id, selectedOption: 0, actionId: "tap" })).toEqual({ questionId: id, actionId: "tap", accepted: true });
    const closed = await client.next("question_closed");
    const standing = await client.next("your_standing");
    expect(standing.payload).toMatchObject({ questionId: id, correct: true, rank: 1 });
    expect(Number(standing.id.split(".")[1])).toBeGreaterThanOrEqual(Number(closed.id.split(".")[1]));
    expect(client.messages.every(({ id }) => id.length > 0)).toBe(true);
  });

  it("tells one's own standing after an answer where feedback is instant", async () => {
    const { game, client } = await seat({ feedback: "instant", closeWhenAllAnswered: false });
    await command(node.store, game, "start");
    const question = await client.next("new_question");
    await untilOpen(node, (question.payload as { startTime: string }).startTime);
    expect(await client.api.live.answer.mutate({ questionId: questionId(game.quiz, 1), selectedOption: 1 })).toMatchObject({ accepted: true, correct: false, points: 0, score: 0 });
    expect((await client.next("your_standing")).payload).toMatchObject({ streak: 0, score: 0 });
  });

  it("gives the board, the page around oneself and the time on demand", async () => {
    const { client } = await seat();
    expect(await client.api.live.leaderboard.query()).toMatchObject({ items: [{ name: "Anna", rank: 1 }], total: 1, nextCursor: null });
    expect(await client.api.live.leaderboard.query({ around: "me", limit: 3 })).toMatchObject({ items: [{ name: "Anna" }] });
    const { sentAt, serverTime } = await client.api.live.heartbeat.query({ sentAt: 12 });
    expect(sentAt).toBe(12);
    expect(Math.abs(Date.parse(serverTime) - Date.now())).toBeLessThan(2_000);
  });

  it("takes the participant's own token too, for programs that joined by REST", async () => {
    const game = await createGame(node.store);
    const anna = await join(node.store, game, "Anna");
    const client = connect(anna.token);
    client.listen();
    expect((await client.next("snapshot")).payload).toMatchObject({ you: { name: "Anna" } });
  });

  it("goes on where it was when its network breaks", async () => {
    const { game, client } = await seat();
    node.node.sockets().forEach((socket) => socket.terminate());
    await command(node.store, game, "lock");
    await client.next("game_locked");
    expect(client.of("snapshot")).toHaveLength(1);
    expect(new Set(client.messages.map(({ id }) => id)).size).toBe(client.messages.length);
  });

  it("begins after `lastEventId` when it says so itself", async () => {
    const { game, anna, snapshot } = await seat();
    await command(node.store, game, "lock");
    const other = connect(anna.token);
    other.listen("player", snapshot.id);
    await other.next("game_locked");
    expect(other.types).not.toContain("snapshot");
  });

  it("closes the older connection of a participant with 4000, and a removed one with 1008", async () => {
    const { anna, client } = await seat();
    const closed = vi.waitFor(() => expect(client.closes).toContain(4000));
    const newer = connect(anna.token);
    newer.listen();
    await closed;
    // The stock client comes back by itself, and takes the place again: ours does not.
    await client.close();
    await newer.next("snapshot");
    await remove(node.store, anna);
    expect((await newer.next("error")).payload).toMatchObject({ reason: "REMOVED" });
    await vi.waitFor(() => expect(newer.closes.filter((code) => code === 1008).length).toBeGreaterThan(0));
  });

  it("keeps out who is blocked, with 1008", async () => {
    const { anna, client } = await seat();
    await client.close();
    await node.blocked.bar(anna, null);
    const barred = connect(anna.token);
    barred.listen();
    await vi.waitFor(() => expect(barred.closes).toContain(1008));
    await barred.close();
  });

  it("is complete after the end", async () => {
    const { game, client } = await seat();
    await command(node.store, game, "end");
    await client.next("quiz_ended");
    expect(client.types.slice(-2)).toEqual(["your_standing", "quiz_ended"]);
    await vi.waitFor(() => expect(client.isComplete).toBe(true));
    await vi.waitFor(() => expect(client.closes).toContain(1000));
  });

  it("shows a game that has ended as it ended, and is complete", async () => {
    const { game, anna, client } = await seat();
    await command(node.store, game, "end");
    await client.next("quiz_ended");
    await client.close();
    const late = connect(anna.token);
    late.listen();
    expect((await late.next("snapshot")).payload).toMatchObject({ phase: "ended", interrupted: true });
    await vi.waitFor(() => expect(late.isComplete).toBe(true));
  });

  it.each([["no token", undefined], ["a wrong token", "wrong"]])("refuses %s", async (_what, token) => {
    const client = connect(async () => token as string);
    await expect(client.api.live.heartbeat.query({})).rejects.toThrow(TRPCClientError);
  });

  it("does not take an expired token", async () => {
    const { game, anna } = await seat();
    const old = createTokens({ secret, now: () => Date.now() - 61_000 });
    const client = connect(await old.socket.issue({ role: "participant", gameId: game.gameId, participantId: anna.participantId }));
    // The stock handler closes the socket in the next turn: whether the call is there by then, and gets an answer in words, is chance.
    await expect(client.api.live.heartbeat.query({})).rejects.toThrow(TRPCClientError);
  });

  it("refuses what is not for players, and what is not for hosts", async () => {
    const { game, client } = await seat();
    client.listen("host");
    await vi.waitFor(() => expect(client.failures.map(reasonOf)).toEqual(["FORBIDDEN"]));
    const host = await connectHost(game);
    host.listen("player");
    await vi.waitFor(() => expect(host.failures.map(reasonOf)).toEqual(["FORBIDDEN"]));
    await expect(host.api.live.answer.mutate({ questionId: questionId(game.quiz, 1), selectedOption: 0 }).catch(reasonOf)).resolves.toBe("FORBIDDEN");
    await expect(host.api.live.heartbeat.query({})).resolves.toMatchObject({ serverTime: expect.any(String) });
  });

  it("names what it can't read", async () => {
    const { client } = await seat();
    const bad = { questionId: "q", selectedOption: 0, score: 5 };
    const failure = await client.api.live.answer.mutate(bad).catch((error: unknown) => error);
    expect(failure instanceof TRPCClientError && failure.data).toMatchObject({ reason: "INVALID", issues: [{ path: ["score"] }] });
    expect(failure instanceof TRPCClientError && JSON.stringify(failure.shape)).not.toContain("stack");
  });
});

describe("the host and the big screen", () => {
  it("hear what all hear, and how far the game is", async () => {
    const { game, client } = await seat({ closeWhenAllAnswered: false });
    const host = await connectHost(game);
    expect((await host.next("progress")).payload).toMatchObject({ participants: 1, present: 1, answered: 0 });
    expect((await host.next("roster")).payload).toMatchObject({ total: 1, people: [{ name: "Anna", present: true, answered: false }] });
    await join(node.store, game, "Ben");
    expect((await host.next(({ type, payload }) => type === "roster" && (payload as { total: number }).total === 2)).payload).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ name: "Ben", answered: false })]) });
    await command(node.store, game, "start");
    const question = await host.next("new_question");
    await untilOpen(node, (question.payload as { startTime: string }).startTime);
    await client.api.live.answer.mutate({ questionId: questionId(game.quiz, 1), selectedOption: 0 });
    const progress = await host.next(({ type, payload }) => type === "progress" && (payload as { answered: number }).answered === 1);
    expect(progress.payload).toMatchObject({ participants: 2, tally: { answered: 1, right: 1 } });
    const roster = await host.next("roster");
    expect(roster.payload).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ name: "Anna", answered: true }), expect.objectContaining({ name: "Ben", answered: false })]) });
  });

  it("the screen and the players are never told how the answers are spread before the reveal", async () => {
    const { game, client } = await seat({ closeWhenAllAnswered: false });
    const screen = await connectHost(game, "screen");
    await command(node.store, game, "start");
    const question = await screen.next("new_question");
    await untilOpen(node, (question.payload as { startTime: string }).startTime);
    await client.api.live.answer.mutate({ questionId: questionId(game.quiz, 1), selectedOption: 0 });
    await screen.next(({ type, payload }) => type === "progress" && (payload as { answered: number }).answered === 1);
    expect(JSON.stringify([screen.messages, client.messages])).not.toContain("tally");
    expect(client.types).not.toContain("progress");
    await command(node.store, game, "reveal");
    expect((await screen.next("question_closed")).payload).toMatchObject({ tally: { answered: 1, right: 1 } });
  });

  it("may have several devices at once", async () => {
    const game = await createGame(node.store);
    const [laptop, phone] = [await connectHost(game), await connectHost(game)];
    await command(node.store, game, "lock");
    await Promise.all([laptop.next("game_locked"), phone.next("game_locked")]);
    expect([...laptop.closes, ...phone.closes]).toEqual([]);
  });

  it("hold a token that proves the host; what they look at is their game alone", async () => {
    const [mine, theirs] = [await createGame(node.store), await createGame(node.store)];
    const host = await connectHost(mine);
    await command(node.store, theirs, "lock");
    await command(node.store, mine, "lock");
    await host.next("game_locked");
    expect(host.of("game_locked")).toHaveLength(1);
    expect(await tokens.participant.read(await socketToken({ role: "host", gameId: mine.gameId, userId: mine.hostUserId }))).toBeNull();
  });
});
