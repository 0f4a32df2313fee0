import { isScored, questionOf, roundOf, type GameState, type QuizVersion } from "@quickfire/engine";
import { z } from "zod";

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
export function shownStreak(record: StreakRecord, state: GameState, quiz: QuizVersion): number {
  const { phase } = state.position;
  const isAhead = phase === "countdown" || phase === "question";
  const round = roundOf(state);
  const answeredNow = phase === "question" && record.round === round;
  const [streak, at] = answeredNow && areResultsHidden(state) ? [record.before, record.roundBefore] : [record.streak, record.round];
  if (answeredNow && !areResultsHidden(state)) return streak;
  return at === previousStreakRound(quiz, state, isAhead ? round : round + 1) ? streak : 0;
}
