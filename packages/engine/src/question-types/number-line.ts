/** The stretch of numbers that a reveal shows, cut into equal bars; what lies beyond an end counts to the bar there. */
export type NumberLine = { from: number; to: number };

export const barCount = 20;

/** As the author has bounded it; where a bound is missing, as far on that side as answers are worth telling apart. */
export function lineOf({ answer, tolerance, min, max }: { answer: number | null; tolerance: number; min?: number; max?: number }): NumberLine {
  const middle = answer ?? 0;
  const reach = Math.max(tolerance * 5, Math.abs(middle) / 2, 5);
  const from = min ?? Math.min(middle - reach, (max ?? middle) - reach);
  const to = max ?? Math.max(middle + reach, from + reach);
  return { from, to };
}

export function barOf({ from, to }: NumberLine, value: number): number {
  if (to <= from) return 0;
  return Math.min(barCount - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * barCount)));
}
