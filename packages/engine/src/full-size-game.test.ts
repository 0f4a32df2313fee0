import fc from "fast-check";
import { expect, it } from "vitest";
import { addToBoardNumber, decodeBoardNumber, encodeBoardNumber, lowestBoardNumberOf, STARTING_BOARD_NUMBER } from "./board-number";
import { rankStandings } from "./ranking";
import { pointsForAnswer, streakBonus } from "./scoring";

const questions = 200;
const players = 2_000;
const limitMs = 600_000;

/** Told by the number of a player and a round, so that a quarter is wrong or missing, and many are alike to the millisecond. */
const isRight = (player: number, round: number, seed: number) => ((player % 97) * 31 + round * 17 + seed) % 4 !== 0;
const elapsedOf = (player: number, round: number, seed: number) => ((player % 89) * 7_919 + round * 104_729 + seed) % limitMs;

/** The rules once more, in words as plain as CONTRACT.md has them, with exact fractions. */
function plainPoints(worth: number, elapsedMs: number, inARow: number): number {
  const speed = elapsedMs < 500 ? BigInt(worth) * 2n : (BigInt(worth) * BigInt(2 * limitMs - elapsedMs)) / BigInt(limitMs);
  const bonus = (BigInt(worth) * BigInt(Math.min(inARow - 1, 5))) / 10n;
  // Halves are rounded up: `speed` counts in halves of a point.
  return Number((speed + 1n) / 2n + bonus);
}

it("ranks the longest quiz with thousands of players as plain sums do, on whichever node it is counted", () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.constantFrom(5_000, 1_000, 10), (seed, points) => {
      const board = new Map<number, number>();
      const plain = Array.from({ length: players }, (_, joinOrder) => ({ score: 0, totalMs: 0, joinOrder }));
      for (const row of plain) {
        let number = STARTING_BOARD_NUMBER;
        let streak = 0;
        for (let round = 1; round <= questions; round += 1) {
          const elapsedMs = elapsedOf(row.joinOrder, round, seed);
          streak = isRight(row.joinOrder, round, seed) ? streak + 1 : 0;
          const earned = streak > 0 ? pointsForAnswer({ points, share: 1, elapsedMs, limitMs, speedWeight: 50 }) + streakBonus({ points, streak }) : 0;
          number = addToBoardNumber(number, { points: earned, elapsedMs });
          if (streak > 0) row.score += plainPoints(points, elapsedMs, streak);
          row.totalMs += elapsedMs;
        }
        board.set(row.joinOrder, number);
      }
      const numbers = [...board.values()].toSorted((a, b) => b - a);
      for (const { joinOrder, score, totalMs, rank } of rankStandings(plain)) {
        const number = board.get(joinOrder) ?? 0;
        expect(number).toBe(encodeBoardNumber({ points: score, totalMs }));
        expect(decodeBoardNumber(number).points).toBe(score);
        expect(1 + countAtLeast(numbers, lowestBoardNumberOf(score + 1))).toBe(rank);
      }
    }),
    { numRuns: 4 },
  );
});

/** Of numbers in falling order. */
function countAtLeast(numbers: readonly number[], least: number): number {
  const end = numbers.findIndex((number) => number < least);
  return end === -1 ? numbers.length : end;
}
