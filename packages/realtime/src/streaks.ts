import { isScored, questionOf, type GameState, type QuizVersion } from "@quickfire/engine";
import { z } from "zod";
import type { StoredGame } from "./game-fields";

/** A participant's streak as Redis holds it: with the round of its last answer, and both as they were before that one. */
export type StreakRecord = { streak: number; round: number; before: number; roundBefore: number };

const recordSchema = z
  .string()
  .regex(/^\d+,\d+,\d+,\d+$/)
  .transform((text): StreakRecord => {
    const [streak = 0, round = 0, before = 0, roundBefore = 0] = text.split(",").map(Number);
    return { streak, round, before, roundBefore };
  });

/** The empty text is someone who has not answered yet. */
export const parseStreak = (text: string): StreakRecord => (text === "" ? { streak: 0, round: 0, before: 0, roundBefore: 0 } : recordSchema.parse(text));

/** The last round before `round` whose answers count for a streak; 0 where there is none. */
export function previousStreakRound(quiz: QuizVersion, state: Pick<GameState, "skippedRounds">, round: number): number {
  for (let earlier = round - 1; earlier > 0; earlier -= 1) {
    if (!state.skippedRounds.includes(earlier) && isScored(questionOf(quiz, earlier))) return earlier;
  }
  return 0;
}

/** Whether the open question's results wait for the reveal. */
export const areResultsHidden = ({ facts, position }: GameState): boolean => facts.settings.feedback === "reveal" && position.phase === "question";

/** The streak as its owner may see it now: without the open question where feedback waits, and none after a missed round. */
export function shownStreak(record: StreakRecord, { state, openedRound }: Pick<StoredGame, "state" | "openedRound">, quiz: QuizVersion): number {
  const isOpen = state.position.phase === "question";
  if (isOpen && record.round === openedRound && !areResultsHidden(state)) return record.streak;
  const [streak, at] = isOpen && record.round === openedRound ? [record.before, record.roundBefore] : [record.streak, record.round];
  return at === previousStreakRound(quiz, state, isOpen ? openedRound : openedRound + 1) ? streak : 0;
}
