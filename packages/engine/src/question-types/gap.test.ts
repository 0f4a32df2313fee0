import { describe, expect, it } from "vitest";
import { read, shareOf, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, optionsOf, rightInWords, shownPartsOf, shownTextOf, tallyFormOf } from ".";

const text = "I [[have been|'ve been]] waiting [[for]] an hour.";
const typed = stored({ type: "gap", text });
const picked = stored({ type: "gap", text, bank: ["since"] });

describe("a text with gaps", () => {
  it.each<[string[], number]>([
    [["have been", "for"], 1],
    [[" ’VE  been ", "For."], 1],
    [["have been", "since"], 0.5],
    [["", "for"], 0.5],
    [["for", "have been"], 0],
  ])("gives %j a share of its right gaps", (gaps, share) => {
    expect(shareOf(typed, { gaps })).toBe(share);
  });

  it.each<[string, Record<string, unknown>]>([
    ["too few gaps", { gaps: ["for"] }],
    ["too many", { gaps: ["a", "b", "c"] }],
    ["nothing in any gap", { gaps: [" ", "."] }],
    ["no text", { gaps: [1, 2] }],
    ["a long text", { gaps: ["x".repeat(201), "for"] }],
  ])("refuses %s", (_, answer) => {
    expect(read(typed, answer)).toBe("BAD_ANSWER");
  });

  it("shows players blanks, and of a bank all words together without telling which are extra", () => {
    expect(shownTextOf(typed)).toBe("I ____ waiting ____ an hour.");
    expect(shownPartsOf(typed)).toEqual({ parts: ["I ", " waiting ", " an hour."] });
    expect(optionsOf(typed)).toEqual([]);
    expect(optionsOf(picked).map((option) => option.text).sort()).toEqual(["for", "have been", "since"]);
    expect(optionsOf(stored({ type: "gap", text: "[[the]] cat and [[the]] dog", bank: [] })).map((option) => option.text)).toEqual(["the", "the"]);
  });

  it("tells at the reveal what every gap takes, and how many had each right", () => {
    expect(correctAnswerOf(typed)).toEqual({ gaps: ["have been", "for"], accepted: [["have been", "'ve been"], ["for"]] });
    expect(rightInWords(typed)).toEqual(["I have been | 've been waiting for an hour."]);
    expect(tallyFormOf(typed).ids).toEqual(["G1", "G2"]);
    expect(read(typed, { gaps: ["Have been", ""] })).toMatchObject({ tallyKeys: ["have been / …", "G1"] });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ text: "No gap" }, "text: Make at least one gap: write [[ and ]] around a word."],
    [{ text: "[[one]] and [[two" }, "text: A gap begins with [[ and ends with ]]."],
    [{ text: "[[one|]]" }, "text: Write what belongs into gap 1."],
    [{ text: "[[one|ONE.]]" }, "text: “ONE.” is in gap 1 twice."],
    [{ text: "[[a]]".repeat(13) }, "text: A text has at most 12 gaps."],
    [{ text, bank: ["For"] }, "bank.0: “For” is right in gap 2, so it can’t be an extra word."],
    [{ text, bank: ["ago", "Ago"] }, "bank.1: “Ago” is in the word bank twice."],
    [{ text, typos: 1 }, ": A question of this type has no field “typos”."],
  ])("refuses %j with a sentence", (question, sentence) => {
    expect(sentences({ type: "gap", ...question })).toEqual([sentence]);
  });
});
