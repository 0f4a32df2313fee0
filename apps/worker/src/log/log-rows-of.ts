import { noLogRows, type AuditRow, type LogRows } from "@quickfire/db/log";
import { assertNever, type ParticipantId, questionIdSchema, type UserId } from "@quickfire/engine";
import type { LogEvent } from "@quickfire/realtime";

/** What events of the log leave in Postgres: each one a row of the audit, and most of them something in the tables beside it. */
export function logRowsOf(events: readonly LogEvent[]): LogRows {
  const rows = noLogRows();
  for (const event of events) {
    rows.events.push(auditRowOf(event));
    addToGame(rows, event);
  }
  return rows;
}

function addToGame(rows: LogRows, event: LogEvent): void {
  const { gameId, at } = event;
  switch (event.type) {
    case "GAME_CREATED": {
      const { quizId, quizVersionId, hostUserId, title, pin, settings, createdAt } = event.facts;
      rows.created.push({ gameId, quizId, quizVersionId, hostUserId, title, pin, settings, createdAt });
      return;
    }
    case "PARTICIPANT_JOINED": {
      const { participantId, name, avatar, team = null, userId = null, bot = false } = event;
      rows.joined.push({ gameId, participantId, name, avatar, team, userId, bot, joinedAt: at });
      return;
    }
    case "TEAM_CHANGED":
      rows.teams.push({ gameId, participantId: event.participantId });
      return;
    case "PARTICIPANT_RENAMED":
      rows.renamed.push({ gameId, participantId: event.participantId, name: event.name, renamedAt: at });
      return;
    case "PARTICIPANT_REMOVED":
      rows.removed.push({ gameId, participantId: event.participantId, removedAt: at });
      return;
    case "ANSWER_SUBMITTED": {
      const { round, participantId, questionId, answer, correct, points, timeMs, receivedAt, submission } = event;
      rows.answers.push({ gameId, round, participantId, questionId, answer, correct, points, timeMs, at: receivedAt, actionId: submission.actionId ?? null });
      return;
    }
    case "FINAL_STANDING": {
      const { participantId, rank, score, totalTimeMs } = event;
      rows.standings.push({ gameId, participantId, rank, score, totalTimeMs });
      return;
    }
    case "GAME_STARTED":
      rows.outcomes.push({ gameId, startedAt: at, endedAt: null, interrupted: false });
      return;
    case "GAME_ENDED":
      rows.outcomes.push({ gameId, startedAt: null, endedAt: at, interrupted: event.body.interrupted });
      return;
    case "QUESTION_OPENED":
      rows.rounds.push({ gameId, round: event.body.round, questionId: event.body.questionId, openedAt: event.body.startsAt, closedAt: null, skipped: false });
      return;
    case "QUESTION_CLOSED":
      rows.rounds.push({ gameId, round: event.body.round, questionId: event.body.questionId, openedAt: null, closedAt: event.body.closedAt, skipped: false });
      return;
    case "ROUND_SKIPPED":
    case "ROUND_VOIDED":
      rows.rounds.push({ gameId, round: event.body.round, questionId: event.body.questionId, openedAt: null, closedAt: null, skipped: true });
      return;
    // The audit alone keeps these.
    case "GAME_REBUILT":
    case "TIME_GIVEN":
    case "ANSWER_REJECTED":
    case "SCORE_CHANGED":
    case "PHASE_CHANGED":
    case "GAME_PAUSED":
    case "GAME_RESUMED":
    case "QUESTION_EXTENDED":
    case "GAME_LOCKED":
      return;
    default:
      assertNever(event);
  }
}

/** What any event may say of itself. A change of the whole game says it in its `body`. */
type Told = {
  participantId?: ParticipantId;
  userId?: UserId;
  /** A refused answer names its question in the words of the client, which may be any. */
  questionId?: string;
  oldScore?: number;
  newScore?: number;
  action?: string;
  origin?: { ip: string | null; userAgent: string | null } | null;
  body?: object;
  facts?: object;
  state?: object;
};

/** What has no column of its own is the payload. */
function auditRowOf({ eventId, gameId, epoch, logNumber, index, at, type, ...event }: LogEvent): AuditRow {
  const told: Told = "body" in event ? { ...event, ...event.body } : event;
  const { participantId, userId, questionId, oldScore, newScore, action, origin, body: _body, ...payload } = told;
  const asked = questionIdSchema.safeParse(questionId);
  return {
    eventId,
    gameId,
    epoch,
    seq: logNumber,
    index,
    type,
    participantId: participantId ?? null,
    userId: userId ?? null,
    questionId: asked.success ? asked.data : null,
    oldScore: oldScore ?? null,
    newScore: newScore ?? null,
    action: action ?? null,
    ip: origin?.ip ?? null,
    userAgent: origin?.userAgent ?? null,
    at,
    payload,
  };
}
