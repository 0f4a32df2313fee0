import { randomUUID } from "node:crypto";
import { err, mistakesOf, type UserId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { aMoment, assignQuiz, playAttempt, rightAnswers, takeUp } from "../../test/assigned-quiz";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { playGame } from "../../test/played-game";
import { createLearnerRepository } from "./learner-repository";

const database = useDatabase();
const learners = () => createLearnerRepository(database());

/** Somebody who played the game of `playGame` as Ben (right, partly right, skipped, right) and then passed all of an assignment. */
async function learnerWithPast({ ended = true } = {}) {
  const userId = await insertUser(database());
  const game = await playGame(database(), { ended });
  await database().sql`update game_participants set user_id = ${userId} where participant_id = ${game.idOf("Ben")}`;
  const assigned = await assignQuiz(database());
  const participantId = await takeUp(database(), assigned, userId);
  return { userId, game, assigned, participantId, finish: () => playAttempt(database(), participantId, { answers: [null, null, null, rightAnswers[3] ?? null], now: aMoment }) };
}

const titles = async (userId: UserId, limit: number) => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await learners().history({ userId, limit, cursor });
    if (!page.ok) throw new Error(page.error);
    seen.push(...page.value.items.map(({ kind, title }) => `${kind}: ${title}`));
    if (page.value.nextCursor === null) return seen;
    cursor = page.value.nextCursor;
  }
};

describe("what a learner has done", () => {
  it("is a list of ended games and finished attempts, newest first, whatever the size of a page", async () => {
    const { userId, finish, game } = await learnerWithPast();
    await finish();
    for (const limit of [1, 2, 20]) expect(await titles(userId, limit)).toEqual(["attempt: Homework", `game: ${game.title}`]);
    const page = await learners().history({ userId });
    expect(page.ok && page.value.items).toMatchObject([
      { kind: "attempt", score: 1_000, right: 1, questions: 4, rank: null, players: null },
      { kind: "game", score: 1_100, rank: 2, players: 4, questions: 3 },
    ]);
    expect(await learners().history({ userId, cursor: "nonsense" })).toEqual(err("BAD_CURSOR"));
    expect(await titles(await insertUser(database()), 20)).toEqual([]);
  });

  it("tells nothing of a game or an attempt that is not over", async () => {
    const { userId, participantId } = await learnerWithPast({ ended: false });
    await playAttempt(database(), participantId, { answers: [null], now: aMoment });
    expect(await learners().answers(userId)).toEqual([]);
    expect(await titles(userId, 20)).toEqual([]);
    expect(await learners().assignments({ userId, now: aMoment })).toMatchObject([{ attempts: 1, underWay: true, best: null, attemptsAllowed: 1 }]);
  });
});

describe("a learner's answers", () => {
  it("come from games, attempts and practice, with level and tags; those to skipped questions don't count", async () => {
    const { userId, game, assigned, finish } = await learnerWithPast();
    await finish();
    const answers = await learners().answers(userId);
    expect(answers.filter(({ quizVersionId }) => quizVersionId === game.quizVersionId).map(({ correct }) => correct)).toHaveLength(3);
    expect(answers.filter(({ quizVersionId }) => quizVersionId === assigned.quizVersionId).map(({ correct, level, tags }) => [correct, level, tags])).toHaveLength(4);
    expect(answers.find(({ quizVersionId }) => quizVersionId === assigned.quizVersionId)).toMatchObject({ level: "B1", tags: ["test"] });
    expect(mistakesOf(answers).length).toBeGreaterThanOrEqual(3);
  });

  it("of practice are stored once for an action, and the first one stands", async () => {
    const { userId, assigned } = await learnerWithPast();
    const [questionId] = assigned.questionIds;
    if (!questionId) throw new Error("no question");
    const practised = { userId, actionId: randomUUID(), questionId, quizVersionId: assigned.quizVersionId, answer: { option: "x" }, correct: true, now: aMoment };
    const all = await Promise.all([practised, { ...practised, correct: false }, practised].map((answer) => learners().practise(answer)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await learners().answers(userId)).filter(({ quizVersionId }) => quizVersionId === assigned.quizVersionId)).toHaveLength(1);
  });

  it("lead back to the question as it was asked", async () => {
    const { assigned } = await learnerWithPast();
    const places = assigned.questionIds.map((questionId) => ({ quizVersionId: assigned.quizVersionId, questionId }));
    const questions = await learners().questions(places);
    expect(questions.size).toBe(places.length);
    for (const id of assigned.questionIds) expect(questions.get(id)).toMatchObject({ question: { id }, language: "en" });
    expect(await learners().questions([])).toEqual(new Map());
  });
});
