import type { LivePeriod, QuizId, UserId, UserStanding } from "@quickfire/engine";

export const scoreSources = ["game", "attempt", "correction"] as const;

/** Where points come from: a live game, a self-paced attempt, or somebody who puts right what was wrong. */
export type ScoreSource = (typeof scoreSources)[number];

export type ScoreChange = {
  userId: UserId;
  source: ScoreSource;
  /** What the points are for, once per user and source: the game's id, the attempt's `actionId`, the correction's own id. */
  sourceId: string;
  quizId: QuizId | null;
  /** Below 0 where points are taken back. */
  delta: number;
  /** In a word, for the audit: `live-game`, `self-paced`, `points-taken-back`. */
  action: string;
  ip: string | null;
  userAgent: string | null;
  at: Date;
  /** Where it is not `at`: of a correction the instant of the points that it takes back, so that they leave the week in which they counted. */
  earnedAt?: Date;
};

export type ScoreReceipt = { changeId: string; newTotal: number; /** It was stored before; this is what came of it then. */ repeated: boolean };

/** A stored change whose events are to go out. */
export type UntoldChange = { changeId: string; userId: UserId; source: ScoreSource; quizId: QuizId | null; delta: number; newTotal: number; at: string };

export interface ScoreRepository {
  /** Adds one change in a transaction of its own; within another one use `addScore` of this package. */
  add(change: ScoreChange): Promise<ScoreReceipt>;
  /** Changes of many users at once; those of accounts that are gone are left out. */
  addAll(changes: readonly ScoreChange[]): Promise<ScoreReceipt[]>;
  totalOf(userId: UserId): Promise<number>;
  /** Users of whom the boards have not heard the newest. Asking changes nothing. */
  untoldUsers(request: { periods: readonly LivePeriod[]; limit: number }): Promise<UserStanding[]>;
  /** The boards have heard of these. One that has changed in between stays untold. */
  usersTold(standings: readonly Pick<UserStanding, "userId" | "revision" | "country">[]): Promise<void>;
  untoldChanges(limit: number): Promise<UntoldChange[]>;
  changesTold(told: { changeIds: readonly string[]; at: Date }): Promise<void>;
}
