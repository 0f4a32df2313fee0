import { randomUUID } from "node:crypto";
import { writeFindings } from "@quickfire/db/anomalies";
import { type AuditRow, noLogRows, writeLogRows } from "@quickfire/db/log";
import { gameIdSchema, participantIdSchema, type UserId } from "@quickfire/engine";
import { present } from "./present";
import { joinAs, openGame } from "./quizzes";
import type { ApiUnderTest, Person } from "./use-api";

/**
 * A running game in which somebody plays like a program, as the worker would have stored it: with the join, three answers, their score
 * changes, and a flag. With an account, or as a guest.
 */
export async function flaggedGame(api: ApiUnderTest, { author, name = "Bot", learner = null, ended = false }: { author: Person; name?: string; learner?: Person | null; ended?: boolean }) {
  const { services, database } = api;
  const { gameId: id, pin } = await openGame(author);
  const gameId = gameIdSchema.parse(id);
  const joined = learner
    ? (await learner.rest.post<{ participantId: string; token: string; wsUrl: string }>(`/quizzes/${pin}/join`, { participantName: name })).body
    : await joinAs(api, pin, name);
  const participantId = participantIdSchema.parse(joined.participantId);
  const userId: UserId | null = learner?.userId ?? null;
  const questions = present(await services.store.quiz(gameId)).questions;
  const startedAt = Date.now() - 60_000;
  const rounds = [1, 2, 3];
  const questionOf = (round: number) => present(questions[round - 1]).id;
  const event = (seq: number, type: string, more: Partial<AuditRow>): AuditRow => ({
    eventId: randomUUID(), gameId, epoch: "e1", seq, index: 0, type, participantId, userId: null, questionId: null, oldScore: null, newScore: null, action: null,
    ip: "198.51.100.7", userAgent: "a program", at: startedAt + seq * 1_000, payload: {}, ...more,
  });
  await writeLogRows(database.sql, {
    ...noLogRows(),
    events: [
      event(1, "PARTICIPANT_JOINED", { userId, payload: { name } }),
      ...rounds.flatMap((round) => [
        event(1 + 2 * round, "ANSWER_SUBMITTED", { payload: { round, correct: true, points: 1_000, timeMs: 3 } }),
        event(2 + 2 * round, "SCORE_CHANGED", { action: "answer", oldScore: (round - 1) * 1_000, newScore: round * 1_000, payload: { round } }),
      ]),
      ...(ended ? [event(10, "GAME_ENDED", { participantId: null }), event(11, "FINAL_STANDING", { payload: { rank: 1, score: 3_000 } })] : []),
    ],
    joined: [{ gameId, participantId, name, avatar: 1, team: null, userId, bot: false, joinedAt: startedAt }],
    rounds: rounds.map((round) => ({ gameId, round, questionId: questionOf(round), openedAt: startedAt, closedAt: startedAt + 1_000, skipped: false })),
    answers: rounds.map((round) => ({ gameId, round, participantId, questionId: questionOf(round), answer: {}, correct: true, points: 1_000, timeMs: 3, at: startedAt, actionId: null })),
    standings: ended ? [{ gameId, participantId, rank: 1, score: 3_000, totalTimeMs: 9 }] : [],
    outcomes: [{ gameId, startedAt, endedAt: ended ? startedAt + 30_000 : null, interrupted: false }],
  });
  const [flag] = await writeFindings(database.sql, gameId, [
    { rule: "answers-too-fast", participantId, strength: 3, evidence: { kind: "faster-than-reading", rounds: [1, 2], answered: 3, fastestMs: 3, readingMs: 900 } },
  ]);
  return { gameId, pin, participantId, token: joined.token, flagId: present(flag).flagId };
}
