import type { AnswerAtOnce, AttemptId, QuizId, Result, UserId } from "@quickfire/engine";
import type { ActionOutcome } from "../schema/attempts";
import type { PointsOrigin } from "./attempt-repository.types";

export type { ActionOutcome };

export type Action = {
  userId: UserId;
  quizId: QuizId;
  attemptId: AttemptId;
  actionId: string;
  /** Of what was sent, so that the same id with something else is told from a repeat. */
  bodyHash: string;
  answers: readonly AnswerAtOnce[];
  claimedAt: Date;
  now: number;
  origin: PointsOrigin;
};

export type ActionFailure =
  | { code: "NOT_FOUND" | "KEY_REUSED" | "HAS_PROBLEMS" | "ENDED" | "NO_ATTEMPT_LEFT" | "UNDER_WAY" | "TIMED" }
  | { code: "UNKNOWN_QUESTION" | "ASKED_TWICE" | "BAD_ANSWER"; index: number };

export interface ActionRepository {
  /**
   * An attempt in one piece: at a quiz of one's own, at a public one, or as one of the attempts at an assignment that one has taken up.
   * The same action of the same user counts once, however often and at whatever moment it comes, and gives the first outcome again.
   */
  submit(action: Action): Promise<Result<ActionOutcome, ActionFailure>>;
}
