import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankTeams, teamScore, type TeamMember, teamStandings, teamStretches } from "./team-score";

const rounds = [1, 2, 3, 4, 5, 6];
const points = fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: rounds.length, maxLength: rounds.length }).map((given) => new Map(given.map((each, index) => [index + 1, each])));
const member = (fromRound: fc.Arbitrary<number>) => fc.record({ team: fc.constant(1), fromRound, points });
const present = fc.array(member(fc.constant(1)), { minLength: 1, maxLength: 30 });
const anyone = fc.array(member(fc.integer({ min: 1, max: 7 })), { minLength: 1, maxLength: 12 });

const scoreOf = (members: readonly TeamMember[], upTo: number) => teamScore(teamStretches(members, rounds.filter((round) => round <= upTo)));
const earned = ({ points: own, fromRound }: TeamMember) => [...own].reduce((sum, [round, each]) => (round < fromRound ? sum : sum + each), 0);
/** The definition, question by question. */
const byQuestion = (members: readonly TeamMember[], upTo: number) =>
  rounds.slice(0, upTo).reduce((sum, round) => {
    const there = members.filter(({ fromRound }) => fromRound <= round);
    return there.length === 0 ? sum : sum + there.reduce((all, { points: own }) => all + (own.get(round) ?? 0), 0) / there.length;
  }, 0);

describe("a team's score", () => {
  it("is the mean of its members' scores, to one decimal, where all of them were there from the beginning", () => {
    fc.assert(
      fc.property(present, (members) => {
        const mean = members.reduce((sum, one) => sum + earned(one), 0) / members.length;
        expect(Math.abs(scoreOf(members, 6) - mean)).toBeLessThanOrEqual(0.05 + 1e-6);
        expect(scoreOf(members, 6)).toBe(Math.round(mean * 10 + 1e-7) / 10);
      }),
    );
  });

  it("is, of each question, the mean over those who were there", () => {
    fc.assert(
      fc.property(anyone, (members) => {
        expect(Math.abs(scoreOf(members, 6) - byQuestion(members, 6))).toBeLessThanOrEqual(0.05 + 1e-6);
      }),
    );
  });

  it("does not move by a tenth when somebody comes in late, however many they are", () => {
    fc.assert(
      fc.property(present, anyone, fc.integer({ min: 0, max: 5 }), (members, late, after) => {
        const newcomers = late.map((one) => ({ ...one, fromRound: after + 1 }));
        expect(scoreOf([...members, ...newcomers], after)).toBe(scoreOf(members, after));
      }),
    );
  });

  it("moves with a newcomer as with any other member, from their first question on", () => {
    const members: TeamMember[] = [{ team: 1, fromRound: 1, points: new Map([[1, 1_000], [2, 600]]) }, { team: 1, fromRound: 1, points: new Map([[1, 500], [2, 0]]) }];
    const newcomer: TeamMember = { team: 1, fromRound: 2, points: new Map([[1, 900], [2, 900]]) };
    expect(scoreOf(members, 1)).toBe(750);
    // (600 + 0 + 900) / 3 on top; what the newcomer earned before counting is nobody's.
    expect(scoreOf([...members, newcomer], 2)).toBe(1_250);
  });

  it("does not depend on how many are in the team, where all of them play alike", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 7 }), (own, size, fromRound) => {
        const first = { team: 1, fromRound: 1, points: own };
        const others = Array.from({ length: size }, () => ({ team: 1, fromRound, points: own }));
        expect(scoreOf([first, ...others], 6)).toBe(scoreOf([first], 6));
      }),
    );
  });

  it("grows where a member earns more, and with no other team's", () => {
    fc.assert(
      fc.property(anyone, fc.integer({ min: 1, max: 6 }), (members, round) => {
        const [first, ...others] = members;
        if (!first) return;
        const better = { ...first, points: new Map([...first.points, [round, (first.points.get(round) ?? 0) + 1_000]]) };
        const [before, after] = [scoreOf(members, 6), scoreOf([better, ...others], 6)];
        if (round < first.fromRound) expect(after).toBe(before);
        else expect(after).toBeGreaterThan(before);
      }),
    );
  });
});

describe("the teams' board", () => {
  it("puts the better score in front; equal scores share a rank and stand in the order of the teams", () => {
    const rows = [{ team: 1, score: 5.5, members: 2 }, { team: 2, score: 7, members: 1 }, { team: 3, score: 7, members: 4 }, { team: 4, score: 0, members: 0 }];
    expect(rankTeams(rows).map(({ team, rank }) => [team, rank])).toEqual([[2, 1], [3, 1], [1, 3]]);
  });

  it("has every team that anybody is in, newcomers too", () => {
    const none = new Map<number, number>();
    expect(teamStandings([{ team: 2, fromRound: 1, points: new Map([[1, 10]]) }, { team: 2, fromRound: 3, points: none }, { team: 5, fromRound: 3, points: none }], [1, 2])).toEqual([
      { team: 2, score: 10, rank: 1, members: 2 },
      { team: 5, score: 0, rank: 2, members: 1 },
    ]);
  });
});
