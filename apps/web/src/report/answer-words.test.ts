import { optionIdSchema } from "@quickfire/engine/ids";
import { describe, expect, it } from "vitest";
import { answerWords, choseOption } from "./answer-words";

const question = { options: ["for", "since"].map((text) => ({ id: optionIdSchema.parse(`id-${text}`), text, correct: false })) };

describe("answerWords", () => {
  it("reads the typed form of each type", () => {
    expect(answerWords({ option: "id-since" }, question)).toBe("since");
    expect(answerWords({ options: ["id-for", "id-since"] }, question)).toBe("for, since");
    expect(answerWords({ text: "colour" }, {})).toBe("colour");
    expect(answerWords({ value: true }, { options: [{ id: optionIdSchema.parse("true"), text: "True", correct: true }] })).toBe("True");
  });
  it("shows what was put into gaps, in order, or together", () => {
    expect(answerWords({ gaps: ["have been", ""] }, {})).toBe("have been / …");
    expect(answerWords({ order: [1, 0] }, { shown: ["been", "has"] })).toBe("has been");
    expect(answerWords({ pairs: [[0, 1]] }, { left: ["big"], shown: ["little", "large"] })).toBe("big – large");
    expect(answerWords({ value: 1969 }, {})).toBe("1969");
  });
  it("breaks on nothing", () => {
    expect(answerWords(null, question)).toBe("");
    expect(answerWords({ pairs: "a" }, question)).toBe("");
  });
});

it("choseOption finds one option among several", () => {
  expect(choseOption({ options: ["id-for"] }, "id-for")).toBe(true);
  expect(choseOption({ option: "id-for" }, "id-since")).toBe(false);
  expect(choseOption({ value: false }, "false")).toBe(true);
});
