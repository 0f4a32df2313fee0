import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import type { AnswerState } from "../store/answer";
import type { LiveGame } from "../store/live-game";

/** What a round came to for this player. `waiting`: the reveal is here, one's own result follows in a moment. */
export type Verdict =
  | { kind: "right"; points: number }
  | { kind: "partly"; points: number }
  | { kind: "wrong" }
  | { kind: "none" }
  | { kind: "late" }
  /** Nothing was right or wrong: what everybody said is the result. */
  | { kind: "unscored" }
  /** The host took the question back. */
  | { kind: "voided" }
  | { kind: "waiting" };

export function verdictOf({ question, closed, you, voided }: Pick<LiveGame, "question" | "closed" | "you" | "voided">, state: AnswerState | undefined): Verdict {
  if (voided) return { kind: "voided" };
  if (state?.status === "refused" && state.reason === "TOO_LATE") return { kind: "late" };
  if (question && unscoredTypes.has(question.type)) return { kind: "unscored" };
  const last = closed && you?.last?.questionId === closed.questionId ? you.last : null;
  if (last?.correct) return { kind: "right", points: last.points };
  if (last && last.points > 0) return { kind: "partly", points: last.points };
  if (!state || state.status === "refused") return { kind: "none" };
  if (last && state.status === "accepted") return { kind: "wrong" };
  return { kind: "waiting" };
}
