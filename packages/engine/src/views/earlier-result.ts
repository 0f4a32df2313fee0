import { questionOf } from "../game-clock";
import type { GameState } from "../game-state";
import type { ShownResult, Tally } from "../messages";
import type { QuizVersion } from "../quiz";
import { closedQuestionView, openQuestionView } from "./question-views";

/** Up to which round results may be shown again: only between questions, so that none that is open or coming is ever among them. */
export function resultsUpTo({ position }: Pick<GameState, "position">): number {
  return position.phase === "reveal" || position.phase === "standings" || position.phase === "podium" ? position.round : 0;
}

/** The result of a round as it stood on the wall at its reveal; null where it may not be shown now. */
export function earlierResultView({ state, quiz, round, tally }: { state: GameState; quiz: QuizVersion; round: number; tally: Tally }): ShownResult | null {
  const { position, facts, skippedRounds } = state;
  if (round < 1 || round > resultsUpTo(state) || !("since" in position)) return null;
  const question = questionOf(quiz, round);
  const at = { startsAt: position.since, endsAt: position.since };
  return { question: openQuestionView(question, { round, rounds: facts.rounds, ...at }), closed: closedQuestionView(question, tally), voided: skippedRounds.includes(round) };
}
