import { randomUUID } from "node:crypto";
import { attemptIdSchema, err, type QuizId, type UserId } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { aMoment, assignQuiz, rightAnswers, takeUp } from "../../test/assigned-quiz";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { createQuizRepository } from "../quizzes/quiz-repository";
import { createScoreRepository } from "../scores/score-repository";
import { createActionRepository } from "./action-repository";

const database = useDatabase();
const actions = () => createActionRepository(database());

type Assigned = Awaited<ReturnType<typeof assignQuiz>>;
const answersTo = ({ version }: Assigned, right = rightAnswers.length) =>
  version.questions.slice(0, right).map(({ id }, index) => ({ questionId: id, ...rightAnswers[index] }));
const action = (userId: UserId, quizId: QuizId, answers: ReturnType<typeof answersTo>, actionId: string = randomUUID()) => ({
  userId, quizId, attemptId: attemptIdSchema.parse(randomUUID()), actionId, bodyHash: JSON.stringify(answers), answers, claimedAt: new Date(0), now: aMoment, origin: { ip: "203.0.113.7", userAgent: "test" },
});
const makePublic = (quiz: Assigned) => createQuizRepository(database()).setPublic({ quizId: quiz.quizId, ownerId: quiz.hostUserId, isPublic: true });

describe("an action", () => {
  it("counts once, when a thousand doubles come to forty processes at once, and gives each of them the first outcome", async () => {
    const quiz = await assignQuiz(database());
    await makePublic(quiz);
    const userId = await insertUser(database());
    const same = action(userId, quiz.quizId, answersTo(quiz, 3));
    const webs = Array.from({ length: 40 }, actions);
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, (_, index) => webs[index % webs.length]?.submit({ ...same, attemptId: attemptIdSchema.parse(randomUUID()) })));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set([JSON.stringify({ ok: true, value: { success: true, message: "3 of 4 right", scoreDelta: 3_000, newTotalScore: 3_000 } })]));
    expect(await createScoreRepository(database()).totalOf(userId)).toBe(3_000);
    expect(await database().sql`select count(*)::int as n from attempts where user_id = ${userId}`).toEqual([{ n: 1 }]);
  });

  it("refuses another body under the same id, and lets another user use it", async () => {
    const quiz = await assignQuiz(database());
    await makePublic(quiz);
    const [one, other] = [await insertUser(database()), await insertUser(database())];
    const first = action(one, quiz.quizId, answersTo(quiz, 1));
    expect(await actions().submit(first)).toMatchObject({ ok: true });
    expect(await actions().submit(action(one, quiz.quizId, answersTo(quiz, 2), first.actionId))).toEqual(err({ code: "KEY_REUSED" }));
    expect(await actions().submit(action(other, quiz.quizId, answersTo(quiz, 2), first.actionId))).toMatchObject({ ok: true });
  });

  it("loses no improvement and counts none twice when different ones come at once", async () => {
    const quiz = await assignQuiz(database());
    await makePublic(quiz);
    const userId = await insertUser(database());
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => actions().submit(action(userId, quiz.quizId, answersTo(quiz, (index % 4) + 1)))));
    const deltas = outcomes.map((outcome) => (outcome.ok ? outcome.value.scoreDelta : Number.NaN));
    expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBe(4_000);
    expect(await createScoreRepository(database()).totalOf(userId)).toBe(4_000);
  });

  it("reaches one's own quizzes and public ones; any other looks like none", async () => {
    const quiz = await assignQuiz(database());
    const stranger = await insertUser(database());
    expect(await actions().submit(action(quiz.hostUserId, quiz.quizId, answersTo(quiz)))).toMatchObject({ ok: true });
    expect(await actions().submit(action(stranger, quiz.quizId, answersTo(quiz)))).toEqual(err({ code: "NOT_FOUND" }));
    await makePublic(quiz);
    expect(await actions().submit(action(stranger, quiz.quizId, answersTo(quiz)))).toMatchObject({ ok: true });
  });

  it("is one of the attempts at an assignment, and no way round their number, their times or the deadline", async () => {
    const quiz = await assignQuiz(database(), { settings: { attempts: 1, feedback: "end" } });
    const userId = await insertUser(database());
    await takeUp(database(), quiz, userId);
    const late = action(userId, quiz.quizId, answersTo(quiz, 1));
    expect(await actions().submit({ ...late, now: aMoment + 2 * 3_600_000 })).toEqual(err({ code: "ENDED" }));
    const only = action(userId, quiz.quizId, answersTo(quiz, 1));
    const [first, repeat] = await Promise.all([actions().submit(only), actions().submit({ ...only, attemptId: attemptIdSchema.parse(randomUUID()) })]);
    expect(first).toMatchObject({ ok: true, value: { scoreDelta: 1_000 } });
    expect(repeat).toEqual(first);
    expect(await actions().submit(action(userId, quiz.quizId, answersTo(quiz)))).toEqual(err({ code: "NO_ATTEMPT_LEFT" }));
    const timed = await assignQuiz(database(), { settings: { timeLimits: true } });
    await takeUp(database(), timed, userId);
    expect(await actions().submit(action(userId, timed.quizId, answersTo(timed)))).toEqual(err({ code: "TIMED" }));
  });

  it("stores nothing of answers that can't be read", async () => {
    const quiz = await assignQuiz(database());
    const bad = action(quiz.hostUserId, quiz.quizId, [...answersTo(quiz, 1), { questionId: quiz.questionIds[1] ?? quiz.questionIds[0]!, answer: { options: ["'; drop table users; --"] } }]);
    expect(await actions().submit(bad)).toEqual(err({ code: "BAD_ANSWER", index: 1 }));
    expect(await database().sql`select 1 from attempts where user_id = ${quiz.hostUserId}`).toHaveLength(0);
  });
});
