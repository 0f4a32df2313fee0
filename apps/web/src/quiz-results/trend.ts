import type { ApiOutput } from "@/trpc/client";

export type QuizResults = ApiOutput["quiz"]["results"];
export type GameOfQuiz = QuizResults["games"][number];
export type QuestionOverTime = QuizResults["questions"][number];

/** The share of right answers; null where nobody answered. */
export function shareOf({ answered, right }: { answered: number; right: number }): number | null {
  return answered === 0 ? null : right / answered;
}

/** A question's share in each game that asked it, the oldest first, and how far the last is from the first, in whole percent. */
export function trendOf({ games }: QuestionOverTime): { shares: number[]; first: number; last: number; change: number | null } | null {
  const shares = games.flatMap((game) => shareOf(game) ?? []);
  const [first, last] = [shares[0], shares.at(-1)];
  if (first === undefined || last === undefined) return null;
  // As the shown numbers differ, not the exact ones: 67 - 33 must not be 33.
  return { shares, first, last, change: shares.length === 1 ? null : Math.round(last * 100) - Math.round(first * 100) };
}
