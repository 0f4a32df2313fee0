import { expect, it } from "vitest";
import { answerTo, command, createTestGame, join, openNextQuestion, standingsOf, useClockedStore } from "../../test/game-fixture";

const clocked = useClockedStore();

it("plays a game from the lobby to the podium", async () => {
  const { store, clock } = clocked();
  const { gameId, quiz } = await createTestGame(store);
  const ann = await join(store, gameId, "Ann");
  const ben = await join(store, gameId, "Ben");
  for (const round of [1, 2, 3]) {
    await openNextQuestion(clocked(), gameId);
    await clock.advance(2_000);
    const receipts = await store.submitAnswers(gameId, [
      answerTo(quiz, round, 0, { participantId: ann, receivedAt: clock.now() }),
      answerTo(quiz, round, 1, { participantId: ben, receivedAt: clock.now() }),
    ]);
    expect(receipts.map(({ result }) => result.accepted)).toEqual([true, true]);
    expect(await store.advance(gameId)).toBe("advanced");
    const standings = await standingsOf(store, gameId, [ann, ben]);
    expect(standings.get(ann)).toMatchObject({ correct: true, streak: round, rank: 1 });
    expect(standings.get(ben)).toMatchObject({ correct: false, streak: 0, rank: 2, score: 0 });
    await command(store, gameId, "next");
  }
  expect((await command(store, gameId, "next")).phase).toBe("podium");
  expect((await command(store, gameId, "next")).phase).toBe("ended");
  const board = await store.leaderboard({ gameId, limit: 10 });
  expect(board?.items).toEqual([
    { participantId: ann, name: "Ann", score: 950 + 1050 + 1150, rank: 1 },
    { participantId: ben, name: "Ben", score: 0, rank: 2 },
  ]);
});
