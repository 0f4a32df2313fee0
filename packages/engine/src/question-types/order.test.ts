import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, shareOf, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, optionsOf, readAnswer, rightInWords } from ".";

const texts = ["She", "has", "never", "been", "there"];
const sentence = stored({ type: "order", items: texts });

/** The answer that puts the items into an order, named by their texts. */
const orderOf = (question: typeof sentence, wanted: readonly string[]) => {
  const shown = optionsOf(question).map(({ text }) => text);
  const used = new Set<number>();
  return {
    order: wanted.map((text) => {
      const place = shown.findIndex((one, index) => one === text && !used.has(index));
      used.add(place);
      return place;
    }),
  };
};

describe("items in order", () => {
  it.each<[string, number]>([
    ["She has never been there", 1],
    ["She never has been there", 0.8],
    ["has never been there She", 0.2],
    ["there been never has She", 0],
  ])("gives “%s” a share of pairs the right way round less those the wrong way round", (words, share) => {
    expect(shareOf(sentence, orderOf(sentence, words.split(" ")))).toBeCloseTo(share, 12);
  });

  it("shows the same items in the same places whatever order is right", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (items) => {
        expect(optionsOf(stored({ type: "order", items }))).toEqual(optionsOf(sentence));
      }),
    );
  });

  it("takes equal items for each other", () => {
    const items = ["the", "cat", "saw", "the", "dog"];
    const twice = stored({ type: "order", items });
    const { order } = orderOf(twice, items);
    const swapped = [order[3], order[1], order[2], order[0], order[4]];
    expect(shareOf(twice, { order: swapped })).toBe(1);
    expect(JSON.stringify(readAnswer(twice, { answer: { order: swapped } }))).toBe(JSON.stringify(readAnswer(twice, { answer: { order } })));
  });

  it.each<[string, unknown]>([
    ["an item twice", [0, 1, 2, 3, 3]],
    ["an item missing", [0, 1, 2, 3]],
    ["an index beyond the items", [0, 1, 2, 3, 5]],
    ["a negative index", [-1, 0, 1, 2, 3]],
    ["a fraction", [0.5, 1, 2, 3, 4]],
    ["texts", texts],
  ])("refuses %s", (_, order) => {
    expect(read(sentence, { order })).toBe("BAD_ANSWER");
  });

  it("is read as a sentence, and longer items as a list", () => {
    expect(rightInWords(sentence)).toEqual(["She has never been there"]);
    expect(rightInWords(stored({ type: "order", items: ["steam engine", "telephone"] }))).toEqual(["steam engine · telephone"]);
    expect(read(sentence, orderOf(sentence, texts))).toMatchObject({ answer: correctAnswerOf(sentence), tallyKeys: ["She has never been there"] });
  });

  it.each<[unknown, string]>([
    [undefined, "items: Add at least two items."],
    [["one"], "items: Add at least two items."],
    [["one", " "], "items.1: Write this item, or take it away."],
    [["one", "one"], "items: All items are the same, so any order is right."],
    [Array.from({ length: 13 }, String), "items: There are at most 12 items to put in order."],
  ])("refuses %j with a sentence", (items, said) => {
    expect(sentences({ type: "order", items })).toEqual([said]);
  });
});
