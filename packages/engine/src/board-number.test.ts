import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToBoardNumber, decodeBoardNumber, encodeBoardNumber, lowestBoardNumberOf, MAX_BOARD_POINTS, MAX_TOTAL_MS, STARTING_BOARD_NUMBER } from "./board-number";
import { compareStandings, rankStandings } from "./ranking";

const entry = fc.record({ points: fc.integer({ min: 0, max: MAX_BOARD_POINTS }), totalMs: fc.integer({ min: 0, max: MAX_TOTAL_MS }) });
/** Few different values, so that ties are common. */
const closeEntry = fc.record({ points: fc.integer({ min: 0, max: 3 }), totalMs: fc.integer({ min: 0, max: 3 }) });

describe("the board number", () => {
  it("holds score and time exactly, up to the edge of its budget", () => {
    fc.assert(
      fc.property(entry, (held) => {
        expect(decodeBoardNumber(encodeBoardNumber(held))).toEqual(held);
      }),
    );
    const fullest = { points: MAX_BOARD_POINTS, totalMs: 0 };
    expect(Number.isSafeInteger(encodeBoardNumber(fullest))).toBe(true);
    expect(decodeBoardNumber(encodeBoardNumber(fullest))).toEqual(fullest);
  });

  it("orders as compareStandings does, up to the join order", () => {
    fc.assert(
      fc.property(fc.oneof(entry, closeEntry), fc.oneof(entry, closeEntry), (left, right) => {
        const byNumber = Math.sign(encodeBoardNumber(right) - encodeBoardNumber(left));
        const standing = (held: typeof left) => ({ score: held.points, totalMs: held.totalMs, joinOrder: 0 });
        expect(byNumber).toBe(Math.sign(compareStandings(standing(left), standing(right))));
      }),
    );
  });

  it("counts ranks as rankStandings does", () => {
    fc.assert(
      fc.property(fc.array(closeEntry, { maxLength: 12 }), (held) => {
        const numbers = held.map(encodeBoardNumber);
        const ranked = rankStandings(held.map(({ points, totalMs }, joinOrder) => ({ score: points, totalMs, joinOrder })));
        for (const { score, rank } of ranked) expect(1 + numbers.filter((number) => number >= lowestBoardNumberOf(score + 1)).length).toBe(rank);
      }),
    );
  });

  it("is the sum of a game's answers", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ points: fc.nat(7_500), elapsedMs: fc.nat(600_000) }), { maxLength: 100 }), (answers) => {
        const number = answers.reduce(addToBoardNumber, STARTING_BOARD_NUMBER);
        const points = answers.reduce((sum, answer) => sum + answer.points, 0);
        const totalMs = answers.reduce((sum, answer) => sum + answer.elapsedMs, 0);
        expect(decodeBoardNumber(number)).toEqual({ points, totalMs: Math.min(totalMs, MAX_TOTAL_MS) });
      }),
    );
  });

  it("never lets a very long time eat into the points", () => {
    const slow = encodeBoardNumber({ points: 7, totalMs: MAX_TOTAL_MS });
    expect(decodeBoardNumber(addToBoardNumber(slow, { points: 1, elapsedMs: 600_000 }))).toEqual({ points: 8, totalMs: MAX_TOTAL_MS });
    expect(decodeBoardNumber(encodeBoardNumber({ points: 7, totalMs: 10 ** 12 }))).toEqual({ points: 7, totalMs: MAX_TOTAL_MS });
  });
});
