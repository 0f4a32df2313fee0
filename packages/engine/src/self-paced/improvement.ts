import type { QuestionId } from "../ids";

export type EarnedPoints = ReadonlyMap<QuestionId, number>;

/** What counts beyond the attempt itself: only what is above the best that somebody ever earned with the same question. */
export function improvementOver(bests: EarnedPoints, earned: EarnedPoints): { delta: number; raised: Map<QuestionId, number> } {
  const raised = new Map([...earned].filter(([questionId, points]) => points > (bests.get(questionId) ?? 0)));
  const delta = [...raised].reduce((sum, [questionId, points]) => sum + points - (bests.get(questionId) ?? 0), 0);
  return { delta, raised };
}
