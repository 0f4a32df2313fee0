import { describe, expect, it } from "vitest";
import { read, sentences, stored } from "../../test/read-answers";
import { correctAnswerOf, isScored, optionsOf, readAnswer, tallyFormOf } from ".";

const poll = stored({ type: "poll", options: [{ text: "Morning" }, { text: "Evening" }] });
const cloud = stored({ type: "wordcloud" });
const slide = stored({ type: "slide", text: "# Hello" });

describe("types that ask for no right answer", () => {
  it("mark nothing and tell nothing as right", () => {
    for (const question of [poll, cloud, slide]) expect([isScored(question), correctAnswerOf(question)]).toEqual([false, []]);
    expect(read(poll, { option: "Evening" })).toMatchObject({ mark: null });
    expect(read(cloud, { text: "rain" })).toMatchObject({ mark: null });
  });

  it("count a poll by its options", () => {
    const ids = optionsOf(poll).map(({ id }) => id);
    expect(tallyFormOf(poll)).toEqual({ ids, texts: 0 });
    for (const raw of [{ selectedOption: 1 }, { selectedOption: "Evening" }, { answer: { option: ids[1] } }]) expect(readAnswer(poll, raw)).toMatchObject({ value: { tallyKeys: [ids[1]] } });
    expect(sentences({ type: "poll", options: [{ text: "a", correct: true }, { text: "b" }] })).toEqual(["options.0: An option has no field “correct”."]);
    expect(sentences({ type: "poll", options: [{ text: "a" }] })).toEqual(["options: Add at least two options."]);
  });

  it("count a word cloud's words without regard to case and spaces, and show no rude ones", () => {
    expect(read(cloud, { text: " Very  Happy. " })).toMatchObject({ answer: { text: "Very Happy." }, tallyKeys: ["very happy"] });
    for (const text of ["fuck this", "f.u.c.k", "địt"]) expect(read(cloud, { text })).toMatchObject({ answer: { text }, tallyKeys: [] });
    const words = (text: string, language: string) => readAnswer(cloud, { answer: { text } }, language);
    for (const [text, language] of [["ich bin ein arschloch", "de-AT"], ["kurwa", "pl"]] as const) {
      expect(words(text, language)).toMatchObject({ value: { answer: { text }, tallyKeys: [] } });
      expect(words(text, "en")).toMatchObject({ value: { tallyKeys: [text] } });
    }
    for (const text of ["", ".", "x".repeat(61)]) expect(read(cloud, { text })).toBe("BAD_ANSWER");
  });

  it("take no answer to a slide", () => {
    for (const answer of [{}, { text: "a" }, { option: 0 }]) expect(read(slide, answer)).toBe("BAD_ANSWER");
    expect(sentences({ type: "slide", text: " " })).toEqual(["text: Write the slide."]);
  });
});

it("keeps a rude word out of typed texts, unless it is what the author accepts", () => {
  const typed = stored({ type: "typed", accepted: ["shit"] });
  expect(read(typed, { text: "shit" })).toMatchObject({ tallyKeys: ["shit"] });
  expect(read(typed, { text: "bullshit" })).toMatchObject({ tallyKeys: [] });
});
