import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, createChance, honestClass, participantOf, pupilOf, questionsOf } from "../../test/watched-class";
import { anomalySettingsSchema, evidenceSchema, findAnomalies, type WatchedGame } from ".";

const settings = anomalySettingsSchema.parse({});
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const flagged = (game: WatchedGame) => findAnomalies(game, settings);
const rulesFor = (game: WatchedGame) => [...new Set(flagged(game).map(({ rule }) => rule))].sort();
const rounds = (many: number) => Array.from({ length: many }, (_, index) => index + 1);

describe("an honest class of 30 behind one address", () => {
  it("is not flagged, whoever they are and however they play", () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 8, max: 30 }), (seed, rounds) => { expect(flagged(honestClass(seed, { rounds }))).toEqual([]); }), { numRuns: 200 });
  });

  it("is not flagged when all of them are good, and all answer right within a second or two", () => {
    const good = { knows: () => 0.99, medianMs: (chance: { next: () => number }) => 1_100 + 700 * chance.next() };
    fc.assert(fc.property(seeds, (seed) => { expect(flagged(honestClass(seed, good))).toEqual([]); }), { numRuns: 200 });
  });

  it("is not flagged when all of them tap “join” in the same second", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const game = honestClass(seed);
        const at = createChance(seed + 1);
        const together = game.participants.map((participant) => ({ ...participant, joinedAt: 1_000_000 + Math.round(at.next() * 900) }));
        expect(flagged({ ...game, participants: together })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is not flagged for two friends who talk each answer over and tap together", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const chance = createChance(seed);
        const one = pupilOf(chance, { rounds: 20, knows: 0.7, medianMs: 2_500, joinedAfterMs: 10 });
        const other = participantOf(one.answers.map((answer) => ({ ...answer, timeMs: answer.timeMs + Math.round(chance.next() * 60) })), { joinedAt: one.joinedAt + 500 });
        const game = honestClass(seed);
        expect(flagged({ ...game, participants: [...game.participants, one, other] })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is not flagged for who taps at once and blindly, and is right by luck now and then", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const game = honestClass(seed);
        const guesser = pupilOf(createChance(seed), { rounds: 20, knows: 0.25, medianMs: 400, joinedAfterMs: 0 });
        expect(flagged({ ...game, participants: [...game.participants, guesser] })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a program", () => {
  const inClass = (seed: number, ...cheats: WatchedGame["participants"]): WatchedGame => {
    const game = honestClass(seed);
    return { ...game, participants: [...game.participants, ...cheats] };
  };

  it("that answers right before anybody can have read is flagged, and nobody beside it", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 45 }), (seed, timeMs) => {
        const cheat = participantOf(rounds(20).map((round) => answerOf(round, { correct: true, timeMs })));
        const found = flagged(inClass(seed, cheat));
        expect(found.map(({ participantId, rule, strength }) => ({ participantId, rule, strength }))).toEqual([{ participantId: cheat.participantId, rule: "answers-too-fast", strength: 3 }]);
        expect(found[0]?.evidence).toMatchObject({ kind: "faster-than-reading", fastestMs: timeMs, answered: 20 });
      }),
      { numRuns: 50 },
    );
  });

  it("that waits a little is told from one that does not", () => {
    const cheat = participantOf(rounds(10).map((round) => answerOf(round, { correct: true, timeMs: 400 })));
    expect(flagged(inClass(1, cheat)).map(({ rule, strength }) => [rule, strength])).toEqual([["answers-too-fast", 1]]);
  });

  it("whose score rises by more than a question can give is flagged", () => {
    const cheat = participantOf(rounds(5).map((round) => answerOf(round, { correct: true, timeMs: 2_000, gained: round === 3 ? 1_501 : 1_500 })));
    expect(flagged(inClass(2, cheat))).toMatchObject([{ rule: "sudden-jump", strength: 3, evidence: { kind: "more-than-possible", rounds: [3], gained: 1_501, possible: 1_500 } }]);
  });

  it("that turns from mostly wrong to always right is worth a look", () => {
    const cheat = participantOf(rounds(40).map((round) => answerOf(round, { correct: round > 15, timeMs: 2_500 + 37 * round })));
    expect(flagged(inClass(3, cheat))).toMatchObject([{ rule: "sudden-jump", strength: 1, evidence: { kind: "late-surge", wrongBefore: 15, answeredBefore: 15 } }]);
  });

  it("that is right more often in a minute than rounds allow is flagged", () => {
    const answers = rounds(40).map((round) => ({ ...answerOf(round, { correct: true, timeMs: 2_500 }), at: round * 1_000 }));
    expect(flagged({ questions: questionsOf(40), participants: [participantOf(answers)] })).toMatchObject([{ rule: "too-many-successes", evidence: { right: 40, withinMs: 29_000 } }]);
  });

  it("that plays for several on one device is flagged, each of them with the others", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 4, max: 25 }), (seed, many) => {
        const chance = createChance(seed);
        const times = rounds(12).map(() => chance.around(2_500, 0.3));
        const puppets = Array.from({ length: many }, (_, puppet) =>
          participantOf(times.map((timeMs, index) => answerOf(index + 1, { correct: true, timeMs: timeMs + Math.round(chance.next() * 40), choice: `${puppet}` })), { joinedAt: puppet * 30 }));
        const found = flagged(inClass(seed, ...puppets));
        expect(found.map(({ rule }) => rule)).toEqual(puppets.map(() => "one-device"));
        expect(found.map(({ participantId }) => participantId).sort()).toEqual(puppets.map(({ participantId }) => participantId).sort());
        expect(found[0]?.evidence).toMatchObject({ group: many, others: expect.any(Array) });
      }),
      { numRuns: 50 },
    );
  });

  it("that plays for three from different addresses, with the same answers at the same moments, is flagged", () => {
    const chance = createChance(7);
    const times = rounds(12).map(() => chance.around(3_000, 0.3));
    const puppets = [1, 2, 3].map((last) =>
      participantOf(times.map((timeMs, index) => answerOf(index + 1, { correct: index % 3 > 0, timeMs: timeMs + last * 10 })), { ip: `198.51.100.${last}`, joinedAt: last * 100_000 }));
    expect(rulesFor(inClass(4, ...puppets))).toEqual(["lock-step"]);
  });
});

it("takes an address for nothing by itself: puppets that play each at its own pace are not told from a class", () => {
  expect(flagged(honestClass(5, { size: 100 }))).toEqual([]);
});

it("finds nothing where nothing was played", () => {
  expect(flagged({ questions: [], participants: [participantOf([]), participantOf([])] })).toEqual([]);
});

it("says each thing once, in words that can be stored", () => {
  const cheat = participantOf(rounds(20).map((round) => answerOf(round, { correct: true, timeMs: 5, gained: 9_000 })));
  const found = flagged({ questions: questionsOf(20), participants: [cheat, participantOf(cheat.answers.slice()), participantOf(cheat.answers.slice()), participantOf(cheat.answers.slice())] });
  expect(new Set(found.map(({ rule, participantId }) => `${rule} ${participantId}`)).size).toBe(found.length);
  for (const { evidence } of found) expect(evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
});
