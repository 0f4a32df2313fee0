import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { participantIdSchema } from "../ids";
import { rankStandings } from "../ranking";
import { afterRound, frontOfRace, startRace } from "./race";

const people = Array.from({ length: 6 }, () => participantIdSchema.parse(randomUUID()));
const [first, second, third] = people;
const answer = fc.record({ participantId: fc.constantFrom(...people), points: fc.nat(3), timeMs: fc.nat(3) });
const round = fc.uniqueArray(answer, { selector: ({ participantId }) => participantId });

describe("a race", () => {
  it("ends in the standings that all answers together give, whatever the rounds were", () => {
    fc.assert(
      fc.property(fc.array(round), (rounds) => {
        const sumsOf = (participantId: string, of: "points" | "timeMs") => rounds.flat().filter((one) => one.participantId === participantId).reduce((sum, one) => sum + one[of], 0);
        const expected = rankStandings(people.map((participantId, joinOrder) => ({ participantId, score: sumsOf(participantId, "points"), totalMs: sumsOf(participantId, "timeMs"), joinOrder })));
        const found = frontOfRace(rounds.reduce(afterRound, startRace(people)), people.length, rounds.at(-1) ?? []);
        expect(found.map(({ participantId, score, rank }) => [participantId, score, rank])).toEqual(expected.map(({ participantId, score, rank }) => [participantId, score, rank]));
      }),
    );
  });

  it("shows as many as asked for, with what the last round gave them", () => {
    if (!first || !second || !third) throw new Error("too few people");
    const opening = [{ participantId: first, points: 500, timeMs: 900 }, { participantId: second, points: 500, timeMs: 800 }];
    expect(frontOfRace(afterRound(startRace([first, second, third]), opening), 2, opening)).toEqual([
      { participantId: second, score: 500, rank: 1, gained: 500 },
      { participantId: first, score: 500, rank: 1, gained: 500 },
    ]);
  });

  it("leaves out the answers of those who were removed", () => {
    if (!first || !second) throw new Error("too few people");
    const earned = [{ participantId: second, points: 900, timeMs: 1 }];
    expect(frontOfRace(afterRound(startRace([first]), earned), 9, earned)).toEqual([{ participantId: first, score: 0, rank: 1, gained: 0 }]);
  });
});
