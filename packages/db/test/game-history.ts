import { randomUUID } from "node:crypto";
import { gameIdSchema, participantIdSchema, questionIdSchema } from "@quickfire/engine";
import { noLogRows, type AuditRow, type LogRows } from "../src/log/log-rows";

/**
 * A played game as its log tells it: three join, one is removed, two rounds are played and one is skipped. Each element is what one
 * entry of the log leaves behind, in the order in which it happened.
 */
export function gameHistory({ startAt = Date.UTC(2026, 10, 20, 9) } = {}) {
  const gameId = gameIdSchema.parse(randomUUID());
  const [ann, ben, cat] = [newParticipant(), newParticipant(), newParticipant()];
  const questions = [1, 2, 3].map(() => questionIdSchema.parse(randomUUID()));
  const entries: LogRows[] = [];
  let at = startAt;

  function append(type: string, rows: Partial<LogRows>, event: Partial<AuditRow> = {}): void {
    at += 1_000;
    entries.push({
      ...noLogRows(),
      ...rows,
      events: [
        {
          eventId: randomUUID(), gameId, epoch: "e1", seq: entries.length + 1, index: 0, type, participantId: null, userId: null, questionId: null,
          oldScore: null, newScore: null, action: null, ip: null, userAgent: null, at, payload: {}, ...event,
        },
      ],
    });
  }

  const joins = (participantId: typeof ann, name: string) =>
    append("PARTICIPANT_JOINED", { joined: [{ gameId, participantId, name, avatar: 3, team: null, userId: null, bot: false, joinedAt: at }] }, { participantId });
  const round = (number: number, change: { openedAt?: number; closedAt?: number; skipped?: boolean }) => {
    const questionId = questions[number - 1];
    if (!questionId) throw new Error("no such round");
    const rounds = [{ gameId, round: number, questionId, openedAt: change.openedAt ?? null, closedAt: change.closedAt ?? null, skipped: change.skipped ?? false }];
    append(change.skipped ? "ROUND_SKIPPED" : change.openedAt ? "QUESTION_OPENED" : "QUESTION_CLOSED", { rounds }, { questionId, payload: { round: number } });
  };
  const answers = (number: number, participantId: typeof ann, { points, timeMs }: { points: number; timeMs: number }) => {
    const questionId = questions[number - 1];
    if (!questionId) throw new Error("no such round");
    append(
      "ANSWER_SUBMITTED",
      { answers: [{ gameId, round: number, participantId, questionId, answer: { text: "yes" }, correct: points > 0, points, timeMs, at, actionId: null }] },
      { participantId, questionId, payload: { round: number, correct: points > 0, points, timeMs } },
    );
  };

  const stands = (participantId: typeof ann, standing: { rank: number; score: number; totalTimeMs: number }) =>
    append("FINAL_STANDING", { standings: [{ gameId, participantId, ...standing }] }, { participantId });

  joins(ann, "Ann");
  joins(ben, "Ben");
  joins(cat, "Cat");
  append("PARTICIPANT_RENAMED", { renamed: [{ gameId, participantId: ben, name: "Bob", renamedAt: at }] }, { participantId: ben, payload: { name: "Bob", formerName: "Ben" } });
  append("PARTICIPANT_RENAMED", { renamed: [{ gameId, participantId: ben, name: "Ben", renamedAt: at }] }, { participantId: ben, payload: { name: "Ben", formerName: "Bob" } });
  append("GAME_STARTED", { outcomes: [{ gameId, startedAt: at, endedAt: null, interrupted: false }] });
  round(1, { openedAt: at });
  answers(1, ann, { points: 900, timeMs: 1_000 });
  answers(1, ben, { points: 0, timeMs: 2_000 });
  answers(1, cat, { points: 800, timeMs: 3_000 });
  round(1, { closedAt: at });
  append("PARTICIPANT_REMOVED", { removed: [{ gameId, participantId: cat, removedAt: at }] }, { participantId: cat });
  round(2, { openedAt: at });
  answers(2, ben, { points: 700, timeMs: 1_500 });
  round(2, { closedAt: at, skipped: true });
  round(3, { openedAt: at });
  answers(3, ben, { points: 900, timeMs: 500 });
  round(3, { closedAt: at });
  append("GAME_ENDED", { outcomes: [{ gameId, startedAt: null, endedAt: at, interrupted: false }] });
  stands(ann, { rank: 1, score: 900, totalTimeMs: 1_000 });
  stands(ben, { rank: 1, score: 900, totalTimeMs: 2_500 });
  return { gameId, ann, ben, cat, questions, entries };
}

const newParticipant = () => participantIdSchema.parse(randomUUID());

/** Several entries as one batch, the way a worker stores them. */
export function batchOf(entries: LogRows[]): LogRows {
  return {
    events: entries.flatMap((entry) => entry.events),
    created: entries.flatMap((entry) => entry.created),
    joined: entries.flatMap((entry) => entry.joined),
    teams: entries.flatMap((entry) => entry.teams),
    renamed: entries.flatMap((entry) => entry.renamed),
    removed: entries.flatMap((entry) => entry.removed),
    rounds: entries.flatMap((entry) => entry.rounds),
    answers: entries.flatMap((entry) => entry.answers),
    standings: entries.flatMap((entry) => entry.standings),
    outcomes: entries.flatMap((entry) => entry.outcomes),
  };
}
