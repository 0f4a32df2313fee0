import { beforeAll, describe, expect, it } from "vitest";
import { command, createGame, join, questionId, socketToken, type TestGame, type TestNode, useNodes } from "./live-fixture";
import { RawTrpc } from "./raw-trpc";
import { untilOpen } from "./until-open";

const start = useNodes();
let node: TestNode;
beforeAll(async () => {
  node = await start({ name: "shortcut" });
});

/** A player on a bare socket, and how many messages the stock handler got of what they said. */
async function seat(game: TestGame, name: string) {
  const player = await join(node.store, game, name);
  const before = new Set(node.node.sockets());
  const raw = await RawTrpc.connect(node, player.token);
  raw.say(raw.heartbeat(1));
  await raw.until(({ id }) => id === 1);
  const socket = node.node.sockets().find((socket) => !before.has(socket));
  let handled = 0;
  socket?.on("message", () => (handled += 1));
  return { raw, handled: () => handled };
}

async function openRound(settings: Parameters<typeof createGame>[1] = {}) {
  const game = await createGame(node.store, { closeWhenAllAnswered: false, ...settings });
  const players = { short: await seat(game, "Short"), stock: await seat(game, "Stock") };
  await command(node.store, game, "start");
  let state = await node.store.state(game.gameId);
  while (state?.position.phase !== "question") state = await node.store.state(game.gameId);
  await untilOpen(node, new Date(state.position.startsAt).toISOString());
  return { game, ...players };
}

const answer = (id: number | string, input: unknown, more: object = {}) => ({ id, ...more, method: "mutation", params: { input, path: "live.answer" } });

describe("the short way of an answer", () => {
  it("replies in the bytes of the stock handler, which never sees it", async () => {
    const { game, short, stock } = await openRound();
    const [first, second] = [questionId(game.quiz, 1), questionId(game.quiz, 2)];
    const asked = [
      answer(2, { questionId: second, selectedOption: 0 }),
      answer(3, { questionId: "none of this quiz", selectedOption: 0, actionId: "with “quotes” and 日本" }),
      answer(4, { questionId: first, selectedOption: 99 }),
      answer(5, { questionId: first, selectedOption: 0, answeredAt: "2026-11-21T10:00:00.000Z", actionId: "a1" }),
      answer("six", { questionId: first, selectedOption: 1, actionId: "a2" }, { jsonrpc: "2.0" }),
    ];
    for (const request of asked) {
      const { id } = request;
      short.raw.say(request);
      // The same JSON, written as no client of tRPC writes it.
      stock.raw.say(JSON.stringify(request, null, 1));
      await Promise.all([short.raw.until((frame) => frame.id === id), stock.raw.until((frame) => frame.id === id)]);
    }
    const replies = (raw: RawTrpc) => raw.texts.filter((text) => !text.startsWith('{"id":1,'));
    expect(replies(short.raw)).toEqual(replies(stock.raw));
    expect(replies(short.raw)).toHaveLength(asked.length);
    expect(short.handled()).toBe(0);
    expect(stock.handled()).toBe(asked.length);
  });

  it.each([
    ["with an unknown key", answer(2, { questionId: "x", selectedOption: 0, score: 1_000 })],
    ["without its question", answer(2, { selectedOption: 0 })],
    ["of the wrong kind of call", { ...answer(2, { questionId: "x", selectedOption: 0 }), method: "query" }],
    ["in a batch", [answer(2, { questionId: "x", selectedOption: 0 })]],
  ])("leaves an answer %s to the handler", async (_how, message) => {
    const game = await createGame(node.store);
    const { raw, handled } = await seat(game, "Anna");
    raw.say(message);
    await raw.until(({ id }) => id === 2);
    expect(handled()).toBe(1);
  });

  it("is for players alone: a host is told so by the handler", async () => {
    const game = await createGame(node.store);
    const raw = await RawTrpc.connect(node, await socketToken({ role: "host", gameId: game.gameId, userId: game.hostUserId }));
    raw.say(answer(2, { questionId: questionId(game.quiz, 1), selectedOption: 0 }));
    expect((await raw.until(({ id }) => id === 2)).error?.data.code).toBe("FORBIDDEN");
  });
});
