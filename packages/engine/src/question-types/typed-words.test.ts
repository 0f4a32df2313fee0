import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedAnswer, isWithinDistance, normaliseTyped } from "./typed-words";

describe("normaliseTyped", () => {
  it.each([
    ["case", "I’ve BEEN", "i've been"],
    ["spaces", "  it   is\tso ", "it is so"],
    ["a final full stop", "I have.", "i have"],
    ["the kind of apostrophe", "don’t ‘don‘t donʼt", "don't 'don't don't"],
    ["Unicode form", "e\u0301te\u0301", "été"],
  ])("does without %s", (_, text, normalised) => {
    expect(normaliseTyped(text)).toBe(normalised);
  });

  it("keeps diacritics, other marks and full stops inside", () => {
    expect(normaliseTyped("Mình a.m. ok?")).toBe("mình a.m. ok?");
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseTyped(text);
        // An answer may end in several full stops; only one goes each time.
        fc.pre(!once.endsWith("."));
        expect(normaliseTyped(once)).toBe(once);
      }),
    );
  });
});

/** The textbook's table, without any short cut. */
function distance(left: string, right: string): number {
  if (left === "" || right === "") return left.length + right.length;
  const [rest, other] = [left.slice(1), right.slice(1)];
  if (left[0] === right[0]) return distance(rest, other);
  return 1 + Math.min(distance(rest, right), distance(left, other), distance(rest, other));
}

describe("isWithinDistance", () => {
  it("agrees with the textbook", () => {
    const word = fc.stringMatching(/^[ab]{0,6}$/);
    fc.assert(
      fc.property(word, word, fc.nat(4), (left, right, most) => {
        expect(isWithinDistance(left, right, most)).toBe(distance(left, right) <= most);
      }),
    );
  });

  it("counts a letter outside the basic plane once", () => {
    expect(isWithinDistance("a😀b", "ab", 1)).toBe(true);
  });
});

describe("acceptedAnswer", () => {
  const accepted = ["affect", "effect"];

  it("takes what is accepted for itself, never for a typo of another", () => {
    expect(acceptedAnswer({ text: "Effect", accepted, typos: 3 })).toBe("effect");
    expect(acceptedAnswer({ text: "affect.", accepted, typos: 3 })).toBe("affect");
  });

  it("forgives only as many typos as are allowed", () => {
    expect(acceptedAnswer({ text: "afect", accepted, typos: 1 })).toBe("affect");
    expect(acceptedAnswer({ text: "afect", accepted, typos: 0 })).toBeNull();
    expect(acceptedAnswer({ text: "afct", accepted, typos: 1 })).toBeNull();
  });

  it("does not take any letter for a word of one letter", () => {
    expect(acceptedAnswer({ text: "a", accepted: ["I"], typos: 1 })).toBeNull();
    expect(acceptedAnswer({ text: "so", accepted: ["go"], typos: 3 })).toBe("go");
    expect(acceptedAnswer({ text: "hi", accepted: ["go"], typos: 3 })).toBeNull();
  });
});
