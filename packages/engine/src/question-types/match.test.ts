import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, shareOf, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, optionsOf, rightInWords, shownPartsOf } from ".";

const pairs = [["big", "large"], ["small", "little"], ["fast", "quick"]];
const synonyms = stored({ type: "match", pairs });

describe("pairs", () => {
  it.each<[(string | number)[][], number]>([
    [pairs, 1],
    [[["big", "large"], ["fast", " quick "]], 2 / 3],
    [[["big", "little"], ["small", "large"], ["fast", "quick"]], 1 / 3],
    [[["big", "little"]], 0],
  ])("gives %j a share of right pairs", (given, share) => {
    expect(shareOf(synonyms, { pairs: given })).toBeCloseTo(share, 12);
  });

  it("reads the sides by their places as well, and the same pairs in another order as the same answer", () => {
    const { pairs: right } = { pairs: [], ...correctAnswerOf(synonyms) };
    expect(shareOf(synonyms, { pairs: right })).toBe(1);
    expect(read(synonyms, { pairs: [...right].reverse() })).toEqual(read(synonyms, { pairs }));
  });

  it("shows the right-hand sides in places that have nothing to do with what belongs together", () => {
    expect(shownPartsOf(synonyms)).toEqual({ left: ["big", "small", "fast"] });
    fc.assert(
      fc.property(fc.shuffledSubarray(["large", "little", "quick"], { minLength: 3 }), (rights) => {
        expect(optionsOf(stored({ type: "match", pairs: rights.map((right, index) => [pairs[index]?.[0], right]) }))).toEqual(optionsOf(synonyms));
      }),
    );
  });

  it.each<[string, unknown]>([
    ["no pair", []],
    ["a side on the left twice", [[0, 1], [0, 2]]],
    ["a side on the right twice", [[0, 1], [2, 1]]],
    ["a place beyond the pairs", [[0, 3]]],
    ["an unknown text", [["big", "huge"]]],
    ["three sides", [[0, 1, 2]]],
  ])("refuses %s", (_, given) => {
    expect(read(synonyms, { pairs: given })).toBe("BAD_ANSWER");
  });

  it("counts who had each pair, and reads as a list", () => {
    expect(read(synonyms, { pairs: [["fast", "quick"], ["big", "little"]] })).toMatchObject({ tallyKeys: ["L3"] });
    expect(rightInWords(synonyms)).toEqual(["big – large", "small – little", "fast – quick"]);
  });

  it.each<[unknown, string[]]>([
    [undefined, ["pairs: Add at least two pairs."]],
    [[["big", "large"]], ["pairs: Add at least two pairs."]],
    [[["big", ""], ["small", "little"]], ["pairs.0.1: Write both sides, or take the pair away."]],
    [[["big", "large"], ["Big", "huge"]], ["pairs.1.0: This says the same as pair 1."]],
    [[["big", "large"], ["great", "large."]], ["pairs.1.1: This says the same as pair 1."]],
    [[["big", "large"], ["small"]], ["pairs.1: A pair has to be two texts."]],
  ])("refuses %j with a sentence", (given, said) => {
    expect(sentences({ type: "match", pairs: given })).toEqual(said);
  });
});
