import type { ParticipantId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { answerTo, command, createTestGame, join, newGameId, newParticipantId, openNextQuestion, standingsOf, useClockedStore } from "../../test/game-fixture";

const clocked = useClockedStore();

/** Twelve players in the first question: those with an even number were right, each a second after the one before. */
async function playedRound(settings: Parameters<typeof createTestGame>[1] = {}) {
  const { store, clock } = clocked();
  const { gameId, quiz } = await createTestGame(store, { closeWhenAllAnswered: false, speedWeight: 0, ...settings });
  const people: ParticipantId[] = [];
  for (let n = 0; n < 12; n += 1) people.push(await join(store, gameId, `player ${n}`));
  await openNextQuestion(clocked(), gameId);
  for (const [n, participantId] of people.entries()) {
    await store.submitAnswers(gameId, [answerTo(quiz, 1, n % 2, { participantId, receivedAt: clock.now() })]);
    await clock.advance(1_000);
  }
  return { gameId, people };
}

const names = (page: { items: { name: string }[] } | null) => page?.items.map(({ name }) => name);

describe("the leaderboard", () => {
  it("gives equal scores the same rank, in the order of their time", async () => {
    const { store } = clocked();
    const { gameId } = await playedRound();
    await command(store, gameId, "reveal");
    const page = await store.leaderboard({ gameId, limit: 8 });
    expect(page?.items.map(({ name, score, rank }) => [name, score, rank])).toEqual([
      ["player 0", 1_000, 1], ["player 2", 1_000, 1], ["player 4", 1_000, 1], ["player 6", 1_000, 1], ["player 8", 1_000, 1], ["player 10", 1_000, 1],
      ["player 1", 0, 7], ["player 3", 0, 7],
    ]);
  });

  it("comes page by page, with ranks that go on", async () => {
    const { store } = clocked();
    const { gameId } = await playedRound();
    await command(store, gameId, "reveal");
    const first = await store.leaderboard({ gameId, limit: 5 });
    const second = await store.leaderboard({ gameId, limit: 5, cursor: first?.nextCursor ?? "" });
    const third = await store.leaderboard({ gameId, limit: 5, cursor: second?.nextCursor ?? "" });
    expect([first?.total, second?.nextCursor, third?.nextCursor]).toEqual([12, "10", null]);
    expect([...(names(first) ?? []), ...(names(second) ?? []), ...(names(third) ?? [])]).toHaveLength(12);
    expect(second?.items.map(({ rank }) => rank)).toEqual([1, 7, 7, 7, 7]);
    expect(third?.items.map(({ rank }) => rank)).toEqual([7, 7]);
  });

  it("gives the page around oneself", async () => {
    const { store } = clocked();
    const { gameId, people } = await playedRound();
    await command(store, gameId, "reveal");
    const around = (n: number) => store.leaderboard({ gameId, limit: 3, around: people[n] });
    expect(names(await around(4))).toEqual(["player 2", "player 4", "player 6"]);
    expect(names(await around(0))).toEqual(["player 0", "player 2", "player 4"]);
    expect(names(await around(11))).toEqual(["player 7", "player 9", "player 11"]);
    expect(names(await store.leaderboard({ gameId, limit: 2, around: newParticipantId() }))).toEqual(["player 0", "player 2"]);
  });

  it("hides the open question's points where feedback waits, for one's own standing too, and while paused", async () => {
    const { store } = clocked();
    const { gameId, people } = await playedRound();
    const [first] = people;
    if (!first) throw new Error("twelve have joined");
    const scores = async () => (await store.leaderboard({ gameId, limit: 20 }))?.items.map(({ score }) => score);
    expect(new Set(await scores())).toEqual(new Set([0]));
    expect(await store.standing(gameId, first)).toEqual({ streak: 0, score: 0, rank: 1 });
    await command(store, gameId, "pause");
    expect(new Set(await scores())).toEqual(new Set([0]));
    expect((await standingsOf(store, gameId, people)).get(first)).toEqual({ streak: 0, score: 0, rank: 1 });
    await command(store, gameId, "reveal");
    expect(new Set(await scores())).toEqual(new Set([1_000, 0]));
    expect(await store.standing(gameId, first)).toEqual({ streak: 1, score: 1_000, rank: 1 });
  });

  it("moves at once where feedback is instant", async () => {
    const { store } = clocked();
    const { gameId, people } = await playedRound({ feedback: "instant" });
    const [first, second] = people;
    if (!first || !second) throw new Error("twelve have joined");
    expect(await store.standing(gameId, first)).toEqual({ streak: 1, score: 1_000, rank: 1 });
    expect(await store.standing(gameId, second)).toEqual({ streak: 0, score: 0, rank: 7, gapToNext: 1_000 });
  });

  it.each(["never", "end"] as const)("is empty for players where it is shown %s, but not for the host", async (leaderboard) => {
    const { store } = clocked();
    const { gameId } = await playedRound({ leaderboard });
    await command(store, gameId, "reveal");
    expect(await store.leaderboard({ gameId, limit: 3 })).toEqual({ items: [], total: 0, nextCursor: null });
    expect((await store.leaderboard({ gameId, limit: 3, audience: "host" }))?.items).toHaveLength(3);
    await command(store, gameId, "end");
    expect((await store.leaderboard({ gameId, limit: 3 }))?.items).toHaveLength(leaderboard === "end" ? 3 : 0);
  });

  it("is none of a game that is not there, and nobody's standing who is not in it", async () => {
    const { store } = clocked();
    expect(await store.leaderboard({ gameId: newGameId(), limit: 3 })).toBeNull();
    expect(await store.standing(newGameId(), newParticipantId())).toBeNull();
    const { gameId } = await createTestGame(store);
    expect(await store.standing(gameId, newParticipantId())).toBeNull();
    expect(await store.leaderboard({ gameId, limit: 3 })).toEqual({ items: [], total: 0, nextCursor: null });
  });
});

describe("the standings after a reveal", () => {
  it("tell everyone their result, rank and gap", async () => {
    const { store } = clocked();
    const { gameId, people } = await playedRound();
    const late = await join(store, gameId, "late");
    await command(store, gameId, "reveal");
    const questionId = (await store.tally(gameId))?.questionId;
    const standings = await standingsOf(store, gameId, [...people, late, newParticipantId()]);
    expect(standings.size).toBe(13);
    expect(standings.get(people[0] ?? late)).toEqual({ questionId, correct: true, points: 1_000, streak: 1, score: 1_000, rank: 1 });
    expect(standings.get(people[1] ?? late)).toEqual({ questionId, correct: false, points: 0, streak: 0, score: 0, rank: 7, gapToNext: 1_000 });
    expect(standings.get(late)).toEqual({ questionId, correct: false, points: 0, streak: 0, score: 0, rank: 7, gapToNext: 1_000 });
  });

  it("are still those of the last closed question when the next one is open", async () => {
    const { store } = clocked();
    const { gameId, people } = await playedRound();
    await command(store, gameId, "reveal");
    const [first] = people;
    const before = await standingsOf(store, gameId, people);
    await command(store, gameId, "next");
    await openNextQuestion(clocked(), gameId);
    expect((await standingsOf(store, gameId, people)).get(first ?? newParticipantId())).toEqual(before.get(first ?? newParticipantId()));
  });

  it("are none of a game that is not there", async () => {
    expect((await standingsOf(clocked().store, newGameId(), [newParticipantId()])).size).toBe(0);
  });
});
