import { createHash } from "node:crypto";
import type { QuizId, UserId } from "@quickfire/engine";
import { createFunctionCaller, type ObserveCall } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { appendEvents } from "../functions/board-definitions";
import { assembleLibrary, type Library } from "../functions/library";
import { recentEventsKey, scoreStreams } from "../keys";

/** A committed change of a long-term score. `quizId` is that of the quiz which was completed by it; null where none was. */
export type CommittedScore = { changeId: string; userId: UserId; quizId: QuizId | null; delta: number; newTotal: number; /** ISO 8601. */ at: string };

/** For how long an event that is told again is known to be told. Whoever tells them tries again within seconds. */
const keepMs = 24 * 60 * 60 * 1_000;
/** About as many events as a stream keeps for those who read it. */
const streamLength = 100_000;

/** Another id for the other event of a change: a UUID of version 8, made of the first and so the same each time. */
function secondId(changeId: string): string {
  const digest = createHash("sha256").update(`${changeId} QUIZ_COMPLETED`).digest("hex");
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

const scoreUpdated = ({ changeId, userId, newTotal, at }: CommittedScore) => ({
  eventId: changeId, eventType: "SCORE_UPDATED", payload: JSON.stringify({ userId, newTotalScore: newTotal, timestamp: at }),
});

const quizCompleted = ({ changeId, userId, quizId, delta, at }: CommittedScore) => ({
  eventId: secondId(changeId), eventType: "QUIZ_COMPLETED", payload: JSON.stringify({ userId, quizId, scoreDelta: delta, timestamp: at }),
});

/** Tells other programs, on two streams, of long-term points: each change once, however often it is told here. */
export function createScoreEvents({ redis, observe, library = assembleLibrary() }: { redis: RedisClient; observe?: ObserveCall; library?: Library }) {
  const call = createFunctionCaller({ redis, library, observe });
  const append = (stream: string, each: { eventId: string; eventType: string; payload: string }[]) =>
    each.length === 0 ? null : call(appendEvents, { keys: { stream, recent: recentEventsKey(stream) }, args: { keepMs, length: streamLength }, each });

  return {
    async tell(changes: readonly CommittedScore[]): Promise<void> {
      await append(scoreStreams.quizzes, changes.filter(({ quizId }) => quizId !== null).map(quizCompleted));
      await append(scoreStreams.scores, changes.map(scoreUpdated));
    },
  };
}

export type ScoreEvents = ReturnType<typeof createScoreEvents>;
