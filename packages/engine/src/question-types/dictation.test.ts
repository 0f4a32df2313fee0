import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, shareOf, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, shownPartsOf, soundOf } from ".";
import { heardWords, wordsOf, writtenWords } from "./dictated-words";

const spoken = "Could you tell me where the bank is, please?";
const question = stored({ type: "dictation", speech: spoken, answer: spoken });

describe("a dictation", () => {
  it.each<[string, number]>([
    [spoken, 1],
    ["could you tell  me where the bank is please.", 1],
    ["Could you tell me where the bank is?", 8 / 9],
    ["Could you tell me were the bank is, please?", 8 / 9],
    ["please could you tell me where the bank is", 8 / 9],
    ["Could you just tell me where the bank is, please?", 9 / 10],
    ["nothing of it", 0],
  ])("gives “%s” its share of right words, in order", (text, share) => {
    expect(shareOf(question, { text })).toBeCloseTo(share, 12);
  });

  it("is not to be had by writing all that might be meant", () => {
    expect(shareOf(stored({ type: "dictation", speech: "I would rather walk.", answer: "rather" }), { text: "I would rather walk" })).toBe(0.25);
  });

  it.each([["  "], ["?!"], ["x".repeat(501)], [7]])("refuses %j", (text) => {
    expect(read(question, { text })).toBe("BAD_ANSWER");
  });

  it("counts who had each word, by its place", () => {
    expect(read(question, { text: "Could you the bank" })).toMatchObject({ tallyKeys: ["could you the bank", "W1", "W2", "W6", "W7"] });
  });

  it("tells before the reveal what is spoken, or the file, and never the answer", () => {
    const filed = stored({ type: "dictation", audio: "/media/bank.mp3", answer: spoken });
    expect([shownPartsOf(question), soundOf(question)]).toEqual([{ speech: spoken }, undefined]);
    expect([shownPartsOf(filed), soundOf(filed)]).toEqual([{}, "/media/bank.mp3"]);
    expect(correctAnswerOf(filed)).toEqual({ text: spoken });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ speech: "Hello" }, "answer: Write what players have to write."],
    [{ speech: "Hello", answer: "?" }, "answer: The answer needs a word."],
    [{ answer: "Hello" }, "speech: Write what is spoken, or give a sound."],
    [{ answer: "Hello", speech: "Hello", audio: "/media/a.mp3" }, "audio: Give either a sound or what is spoken, not both."],
    [{ answer: "Hello", audio: "file:///a.mp3" }, "audio: The sound has to be an http(s) address or a path under /media."],
  ])("refuses %j with a sentence", (fields, sentence) => {
    expect(sentences({ type: "dictation", ...fields })).toContain(sentence);
  });
});

describe("words", () => {
  it("come without the marks around them, and as often as they are written", () => {
    expect(wordsOf("“Don’t go – it’s well-known!”")).toEqual(["don't", "go", "it's", "well-known"]);
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(writtenWords(text)).toHaveLength(wordsOf(text).length);
    }));
  });

  it("are heard as often as the best pairing has them", () => {
    const word = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    /** The textbook's recursion, without any short cut. */
    const most = ([first, ...rest]: string[], given: string[]): number => {
      if (first === undefined) return 0;
      const place = given.indexOf(first);
      return Math.max(most(rest, given), place < 0 ? 0 : 1 + most(rest, given.slice(place + 1)));
    };
    fc.assert(fc.property(word, word, (wanted, given) => {
      expect(heardWords(wanted, given).filter(Boolean)).toHaveLength(most(wanted, given));
    }));
  });
});
