import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rightAnswerTo, someAnswerTo } from "../../test/answers-to";
import { idsFrom, quizVersion } from "../../test/arbitraries";
import {
  answerInWords, correctAnswerOf, draftQuestionSchema, isScored, optionsOf, readAnswer, storedQuestionSchema, storeQuestion, tallyFormOf, type StoredQuestion,
} from ".";
import type { RawAnswer } from "./question-type";
import { unscoredTypes } from "./question-type-names";

const stored = (question: Record<string, unknown>): StoredQuestion => storeQuestion(draftQuestionSchema.parse({ text: "?", ...question }), idsFrom());

const choice = stored({ type: "choice", options: [{ text: "red" }, { text: "green", correct: true }, { text: "Green" }] });
const multiple = stored({ type: "multiple", options: [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c", correct: true }, { text: "d" }, { text: "e" }] });
const trueFalse = stored({ type: "truefalse", answer: false });
const typed = stored({ type: "typed", accepted: ["colour", "color"], typos: 1 });

const optionId = (question: StoredQuestion, text: string): string => {
  const found = optionsOf(question).find((option) => option.text === text);
  if (!found) throw new Error(`no option ${text}`);
  return found.id;
};

const shareOf = (question: StoredQuestion, raw: RawAnswer) => {
  const read = readAnswer(question, raw);
  return read.ok ? read.value.mark?.share : read.error;
};

describe("choice", () => {
  it("reads an option by its id, its text and its zero-based index, in both forms of an answer", () => {
    const id = optionId(choice, "green");
    for (const selectedOption of [id, "green", "  green ", 1]) expect(shareOf(choice, { selectedOption })).toBe(1);
    for (const option of [id, "green", 1]) expect(shareOf(choice, { answer: { option } })).toBe(1);
    expect(shareOf(choice, { selectedOption: 0 })).toBe(0);
    expect(shareOf(choice, { selectedOption: "Green" })).toBe(0);
  });

  it("comes out the same however the option was named", () => {
    const forms = [optionId(choice, "red"), "red", 0].map((selectedOption) => readAnswer(choice, { selectedOption }));
    expect(new Set(forms.map((form) => JSON.stringify(form))).size).toBe(1);
  });

  it.each<[string, RawAnswer]>([
    ["an index beyond the options", { selectedOption: 3 }],
    ["a negative index", { selectedOption: -1 }],
    ["a fraction", { answer: { option: 0.5 } }],
    ["an unknown text", { selectedOption: "blue" }],
    ["a key of every object", { selectedOption: "constructor" }],
    ["an unknown key", { answer: { option: 0, points: 5_000 } }],
    ["another type's form", { answer: { options: [0] } }],
    ["both forms at once", { selectedOption: 0, answer: { option: 0 } }],
    ["nothing", {}],
    ["null", { answer: null }],
  ])("refuses %s", (_, raw) => {
    expect(readAnswer(choice, raw)).toEqual({ ok: false, error: "BAD_ANSWER" });
  });

  it("tells the right option at the reveal and counts ticks by option", () => {
    expect(correctAnswerOf(choice)).toEqual([optionId(choice, "green")]);
    expect(readAnswer(choice, { selectedOption: "red" })).toMatchObject({ value: { tallyKeys: [optionId(choice, "red")] } });
  });
});

describe("multiple", () => {
  it.each<[(string | number)[], number]>([
    [["a", "b", "c"], 1],
    [["c", "a", "b"], 1],
    [["a", "b"], 2 / 3],
    [["a", "b", "d"], 1 / 3],
    [["a", "d"], 0],
    [["d", "e"], 0],
    [[0, 1, 2, 3, 4], 1 / 3],
    [["d"], 0],
  ])("gives %j a share of right ticks less wrong ones", (options, share) => {
    expect(shareOf(multiple, { answer: { options } })).toBeCloseTo(share, 12);
  });

  it("is fully right only with all right ticks and no wrong one", () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), (options) => {
        const read = readAnswer(multiple, { answer: { options } });
        const exact = options.join() === "0,1,2";
        expect(read).toMatchObject({ ok: true, value: { mark: { correct: exact } } });
        expect(shareOf(multiple, { answer: { options } }) === 1).toBe(exact);
      }),
    );
  });

  it("reads the same ticks in another order as the same answer", () => {
    expect(readAnswer(multiple, { answer: { options: ["e", 0, "b"] } })).toEqual(readAnswer(multiple, { answer: { options: ["b", "a", 4] } }));
  });

  it.each<[string, RawAnswer]>([
    ["no tick", { answer: { options: [] } }],
    ["an option ticked twice", { answer: { options: ["a", 0] } }],
    ["an unknown option", { answer: { options: ["a", "z"] } }],
    ["more ticks than options", { answer: { options: [0, 1, 2, 3, 4, 0, 1, 2, 3] } }],
    ["a single selected option", { selectedOption: "a" }],
    ["both forms at once", { selectedOption: 0, answer: { options: [0] } }],
    ["an unknown key", { answer: { options: [0], all: true } }],
  ])("refuses %s", (_, raw) => {
    expect(readAnswer(multiple, raw)).toEqual({ ok: false, error: "BAD_ANSWER" });
  });
});

describe("true or false", () => {
  it("reads the value, the option's id, its text and its index", () => {
    for (const raw of [{ answer: { value: false } }, { selectedOption: "false" }, { selectedOption: "False" }, { selectedOption: 1 }]) expect(shareOf(trueFalse, raw)).toBe(1);
    for (const raw of [{ answer: { value: true } }, { selectedOption: "true" }, { selectedOption: "True" }, { selectedOption: 0 }]) expect(shareOf(trueFalse, raw)).toBe(0);
  });

  it.each<[string, RawAnswer]>([
    ["a text for a value", { answer: { value: "false" } }],
    ["a third option", { selectedOption: 2 }],
    ["both forms at once", { selectedOption: 1, answer: { value: false } }],
    ["nothing", {}],
  ])("refuses %s", (_, raw) => {
    expect(readAnswer(trueFalse, raw)).toEqual({ ok: false, error: "BAD_ANSWER" });
  });

  it("offers the two options in a fixed order and tells the right one at the reveal", () => {
    expect(optionsOf(trueFalse)).toEqual([{ id: "true", text: "True" }, { id: "false", text: "False" }]);
    expect(correctAnswerOf(trueFalse)).toEqual(["false"]);
  });

  it("has no right answer as long as its author has not said which it is", () => {
    const undecided = storedQuestionSchema.parse({ ...trueFalse, answer: null });
    expect(correctAnswerOf(undecided)).toEqual([]);
    expect(shareOf(undecided, { answer: { value: true } })).toBe(0);
    expect(shareOf(undecided, { answer: { value: false } })).toBe(0);
  });
});

describe("typed", () => {
  it("compares without regard to case, spaces and a final full stop, and forgives the typos allowed", () => {
    for (const text of ["colour", " COLOR. ", "colur", "cuolor", "clour"]) expect(shareOf(typed, { answer: { text } })).toBe(1);
    for (const text of ["clr", "colouring"]) expect(shareOf(typed, { answer: { text } })).toBe(0);
  });

  it("counts by the normalised text", () => {
    expect(readAnswer(typed, { answer: { text: " Colour." } })).toMatchObject({ value: { answer: { text: "Colour." }, tallyKeys: ["colour"] } });
  });

  it.each<[string, RawAnswer]>([
    ["an empty text", { answer: { text: "   " } }],
    ["a full stop alone", { answer: { text: "." } }],
    ["a text of 201 characters", { answer: { text: "x".repeat(201) } }],
    ["a control character", { answer: { text: "a\u0000b" } }],
    ["a number", { answer: { text: 5 } }],
    ["an unknown key", { answer: { text: "colour", correct: true } }],
    ["a selected option", { selectedOption: "colour" }],
    ["both forms at once", { selectedOption: "colour", answer: { text: "colour" } }],
  ])("refuses %s", (_, raw) => {
    expect(readAnswer(typed, raw)).toEqual({ ok: false, error: "BAD_ANSWER" });
  });

  it("has no options, and tells all accepted answers at the reveal", () => {
    expect(optionsOf(typed)).toEqual([]);
    expect(correctAnswerOf(typed)).toEqual({ text: "colour", accepted: ["colour", "color"] });
    expect(tallyFormOf(typed)).toEqual({ ids: [], texts: 10 });
  });
});

describe("every question type", () => {
  it("gives a full share to the answer that it shows at the reveal", () => {
    fc.assert(
      fc.property(quizVersion(), ({ questions }) => {
        for (const question of questions) {
          const answer = rightAnswerTo(question);
          expect(isScored(question)).toBe(answer !== null);
          expect(unscoredTypes.has(question.type)).toBe(answer === null);
          if (answer) expect(readAnswer(question, { answer })).toMatchObject({ ok: true, value: { mark: { correct: true, share: 1 } } });
        }
      }),
    );
  });

  it("survives any answer that JSON can hold, and reads nothing as better than right", () => {
    fc.assert(
      fc.property(quizVersion(), fc.jsonValue(), ({ questions }, answer) => {
        for (const question of questions) {
          for (const raw of [{ answer }, typeof answer === "string" || typeof answer === "number" ? { selectedOption: answer } : {}]) {
            const share = shareOf(question, raw);
            expect(share === "BAD_ANSWER" || (isScored(question) ? typeof share === "number" && share >= 0 && share <= 1 : share === undefined)).toBe(true);
          }
        }
      }),
    );
  });

  it("reads what it has read once more as the same answer, and puts it into words", () => {
    fc.assert(
      fc.property(quizVersion(), fc.nat(20), ({ questions }, pick) => {
        for (const question of questions) {
          const read = readAnswer(question, { answer: someAnswerTo(question, pick) });
          expect(read.ok).toBe(question.type !== "slide");
          if (!read.ok) continue;
          const again = readAnswer(question, { answer: JSON.parse(JSON.stringify(read.value.answer)) });
          expect(JSON.stringify(again)).toBe(JSON.stringify(read));
          expect(answerInWords(question, read.value.answer)).toEqual({ ok: true, value: expect.stringMatching(/./) });
        }
      }),
    );
  });

  it("counts an answer under its own ids and texts, which are never equal", () => {
    fc.assert(
      fc.property(quizVersion(), fc.nat(20), ({ questions }, pick) => {
        for (const question of questions) {
          const { ids, texts } = tallyFormOf(question);
          const read = readAnswer(question, { answer: someAnswerTo(question, pick) });
          const keys = read.ok ? read.value.tallyKeys : [];
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys.filter((key) => !ids.includes(key)).length).toBeLessThanOrEqual(texts > 0 ? 1 : 0);
        }
      }),
    );
  });

  it("comes back whole from where it was kept", () => {
    fc.assert(
      fc.property(quizVersion(), ({ questions }) => {
        for (const question of questions) expect(storedQuestionSchema.parse(JSON.parse(JSON.stringify(question)))).toEqual(question);
      }),
    );
  });
});
