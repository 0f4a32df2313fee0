import { randomUUID } from "node:crypto";
import { type AssignmentSettingsInput, assignmentIdSchema, assignmentSettingsSchema, attemptIdSchema, openOf, openQuestion, answerQuestion, type ParticipantId, participantIdSchema, type RawAnswer, type UserId } from "@quickfire/engine";
import type { Database } from "../src/database";
import { createQuizRepository } from "../src/quizzes/quiz-repository";
import { createAssignmentRepository } from "../src/self-paced/assignment-repository";
import { createAttemptRepository } from "../src/self-paced/attempt-repository";
import { insertUser } from "./fresh-database";
import { quizContent } from "./quiz-content";

export const noOrigin = { ip: null, userAgent: null };
export const aMoment = Date.UTC(2026, 10, 21, 9);
const hour = 3_600_000;

/** A quiz of one question of each type, assigned until an hour from `aMoment`. */
export async function assignQuiz(database: Database, { settings = {}, hostUserId, deadline = aMoment + hour }: { settings?: AssignmentSettingsInput; hostUserId?: UserId; deadline?: number } = {}) {
  const host = hostUserId ?? (await insertUser(database));
  const quizzes = createQuizRepository(database);
  const quiz = await quizzes.create({ ownerId: host, content: quizContent({ level: "B1" }), problems: 0 });
  const version = await quizzes.publish({ quizId: quiz.quizId, ownerId: host });
  if (!version.ok) throw new Error(version.error);
  const assignment = {
    assignmentId: assignmentIdSchema.parse(randomUUID()),
    code: randomUUID().replaceAll("-", ""),
    hostUserId: host,
    quizId: quiz.quizId,
    quizVersionId: version.value.quizVersionId,
    title: "Homework",
    questionIds: version.value.questions.map(({ id }) => id),
    settings: assignmentSettingsSchema.parse(settings),
    deadline: new Date(deadline),
  };
  await createAssignmentRepository(database).create(assignment);
  return { ...assignment, version: version.value };
}

type Assigned = Awaited<ReturnType<typeof assignQuiz>>;

export async function takeUp(database: Database, { assignmentId }: Assigned, userId: UserId): Promise<ParticipantId> {
  const taken = await createAttemptRepository(database).takeUp({ assignmentId, participantId: participantIdSchema.parse(randomUUID()), name: "Ann", userId, now: aMoment });
  if (!taken.ok) throw new Error(taken.error);
  return taken.value.participantId;
}

/** Right answers to the questions of `assignQuiz`, in their order. */
export const rightAnswers: RawAnswer[] = [
  { selectedOption: "large" },
  { answer: { options: ["apple", "pear"] } },
  { answer: { value: true } },
  { answer: { text: "colour" } },
];

/** One attempt from its beginning to its end, a second for each answer; null passes. */
export async function playAttempt(database: Database, participantId: ParticipantId, { answers, now }: { answers: readonly (RawAnswer | null)[]; now: number }) {
  const attempts = createAttemptRepository(database);
  const begun = await attempts.begin({ participantId, attemptId: attemptIdSchema.parse(randomUUID()), now, randomInt: () => 0 });
  if (!begun.ok) throw new Error(begun.error);
  const place = { participantId, attemptId: begun.value, origin: noOrigin };
  let last = null;
  for (const [index, answer] of answers.entries()) {
    await attempts.move({ ...place, now: now + index * 1_000, step: (state) => openQuestion(state, now + index * 1_000) });
    const at = now + index * 1_000 + 500;
    last = await attempts.move({
      ...place,
      now: at,
      step(state, rules) {
        const open = openOf(state);
        if (!open) throw new Error("no question is open");
        const taken = answerQuestion(state, rules, { questionId: open.questionId, answer, now: at });
        return taken.ok ? { ok: true, value: taken.value.state } : taken;
      },
    });
  }
  if (!last?.ok) throw new Error("the attempt was not played");
  return { attemptId: begun.value, ...last.value };
}
