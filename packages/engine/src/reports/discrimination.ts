/** What one person got right: places in the list of questions, each at most once. */
export type RightPlaces = readonly number[];

/**
 * How well each question tells those who know much from those who know little: the correlation between a right answer to it and the
 * number of right answers to all the other questions (the corrected point-biserial, or item-rest, correlation), from -1 to 1:
 *
 *     r = (M₁ − M₀) / s · √(p · (1 − p))
 *
 * M₁ and M₀ are the mean numbers of other right answers of those who were right and of those who were not, s is the standard
 * deviation of that number over everybody, p is the share of those who were right. The question itself is left out of the number,
 * because in a short quiz it would correlate with itself.
 *
 * Who gave no answer was not right. Null where nothing can differ: everybody was right, nobody was, or all others went alike.
 *
 * Source: S. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28 (1963), pages 211 to 218.
 */
export function discriminationsOf(people: readonly RightPlaces[], questions: number): (number | null)[] {
  const n = people.length;
  const right = Array.from({ length: questions }, () => 0);
  /** By question: the sum of all right answers of those who were right there. */
  const totalOfRight = Array.from({ length: questions }, () => 0);
  let sum = 0;
  let sumOfSquares = 0;
  for (const places of people) {
    const total = places.length;
    sum += total;
    sumOfSquares += total * total;
    for (const place of places) {
      right[place] = (right[place] ?? 0) + 1;
      totalOfRight[place] = (totalOfRight[place] ?? 0) + total;
    }
  }
  return right.map((count, place) => {
    const ofRight = totalOfRight[place] ?? 0;
    // All in whole numbers up to the root, so that "no spread" is exactly 0.
    const restSum = sum - count;
    const restSumOfSquares = sumOfSquares - 2 * ofRight + count;
    const spread = (n * restSumOfSquares - restSum * restSum) * (n * count - count * count);
    return spread === 0 ? null : (n * (ofRight - count) - count * restSum) / Math.sqrt(spread);
  });
}

/** Below this a question hardly tells anybody apart; by R. L. Ebel, "Essentials of Educational Measurement" (1972), it should be looked at again. */
export const weakDiscrimination = 0.2;

/** With fewer people chance alone moves the figure too far to say anything of a question. */
export const fewestForDiscrimination = 10;
