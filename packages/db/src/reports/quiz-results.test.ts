import { randomUUID } from "node:crypto";
import { quizIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { playGame } from "../../test/played-game";
import { createReportRepository } from "./report-repository";

const database = useDatabase();
const ofQuiz = (request: Parameters<ReturnType<typeof createReportRepository>["ofQuiz"]>[0]) => createReportRepository(database()).ofQuiz(request);

/** The same quiz, played again some days later, its third question no longer skipped. */
async function playedTwice() {
  const first = await playGame(database());
  const second = await playGame(database(), { again: first });
  const later = "2026-11-27T09:00:00.000Z";
  await database().sql`update game_outcomes set started_at = ${later} where game_id = ${second.gameId}`;
  await database().sql`update game_rounds set skipped = false where game_id = ${second.gameId}`;
  return { first, second, later };
}

describe("the games of a quiz over time", () => {
  it("stand oldest first, each with the share of right answers, as its report has it", async () => {
    const { first, second, later } = await playedTwice();
    const results = await ofQuiz({ quizId: first.quizId, userId: first.hostUserId });
    expect(results).toMatchObject({ quizId: first.quizId, title: first.title, isOwner: true });
    expect(results?.games).toEqual([
      { gameId: first.gameId, title: first.title, startedAt: "2026-11-20T09:00:00.000Z", participants: 4, answered: 10, right: 6 },
      { gameId: second.gameId, title: first.title, startedAt: later, participants: 4, answered: 11, right: 7 },
    ]);
    expect(results?.questions.map(({ type, games }) => [type, games.map(({ answered, right }) => `${right}/${answered}`)])).toEqual([
      ["choice", ["3/4", "3/4"]], ["multiple", ["1/3", "1/3"]], ["truefalse", ["1/1"]], ["typed", ["2/3", "2/3"]],
    ]);
  });

  it("are for who hosted them: a co-host sees the one they helped with, and whoever has nothing to do with the quiz sees none", async () => {
    const { first, second } = await playedTwice();
    const [friend, stranger] = [await insertUser(database()), await insertUser(database())];
    await database().sql`insert into game_hosts (game_id, user_id, added_at) values (${second.gameId}, ${friend}, now())`;
    const shared = await ofQuiz({ quizId: first.quizId, userId: friend });
    expect(shared).toMatchObject({ isOwner: false, games: [{ gameId: second.gameId }] });
    expect(shared?.questions.flatMap(({ games }) => games.map(({ gameId }) => gameId))).toEqual(Array.from({ length: 4 }, () => second.gameId));
    expect(await ofQuiz({ quizId: first.quizId, userId: stranger })).toBeNull();
    expect(await ofQuiz({ quizId: quizIdSchema.parse(randomUUID()), userId: first.hostUserId })).toBeNull();
  });

  it("leave out a game that still runs", async () => {
    const game = await playGame(database(), { ended: false });
    expect(await ofQuiz({ quizId: game.quizId, userId: game.hostUserId })).toMatchObject({ games: [], questions: [] });
  });
});
