import { optionIdSchema, questionIdSchema } from "@quickfire/engine/ids";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { findQuizProblems, type QuizContent } from "@quickfire/engine/quiz";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import english from "../../../messages/en/editor.json";
import vietnamese from "../../../messages/vi/editor.json";
import { newId } from "../state/new-id";
import { problemWords } from "./problem-words";
import { messageAt, problemsByPlace } from "./quiz-problems";

const shared = (text: string) => ({ id: questionIdSchema.parse(newId()), text, timeLimit: 20, points: 1000 });
const option = (text: string, correct = false) => ({ id: optionIdSchema.parse(newId()), text, correct });

/** Everything that an author can leave undone in the editor. */
const unfinished: StoredQuestion[] = [
  { ...shared(""), type: "choice", options: [option("same", true), option("same"), option("")] },
  { ...shared("x".repeat(501)), type: "choice", options: [option("a")] },
  { ...shared("two right"), type: "choice", options: [option("a", true), option("b", true)] },
  { ...shared("none right"), type: "choice", options: [option("a"), option("b")] },
  { ...shared("none right"), type: "multiple", options: [option("a"), option("b")] },
  { ...shared("open"), type: "truefalse", answer: null },
  { ...shared("typed"), type: "typed", accepted: [], typos: 0 },
  { ...shared("typed\u0007"), type: "typed", accepted: ["", "."], typos: 0 },
];
const quiz: QuizContent = { title: "", description: "", language: "en", tags: [], questions: unfinished };

describe("problemsByPlace", () => {
  it("puts each problem beside its question and field", () => {
    const { questions, facts, count } = problemsByPlace(quiz);
    expect(count).toBe(findQuizProblems(quiz).length);
    expect(facts.map(({ path }) => path)).toEqual([["title"]]);
    expect(messageAt(questions.get(0) ?? [], ["text"])).toBe("Write the question.");
    expect(messageAt(questions.get(0) ?? [], ["options", 1, "text"])).toContain("option 1");
    expect(messageAt(questions.get(5) ?? [], ["answer"])).not.toBeNull();
    expect(messageAt(questions.get(3) ?? [], ["options", 0, "text"])).toBeNull();
  });
  it("finds nothing in a finished quiz", () => {
    const done: QuizContent = { ...quiz, title: "Done", questions: [{ ...shared("a"), type: "truefalse", answer: true }] };
    expect(problemsByPlace(done).count).toBe(0);
  });
});

describe("problemWords", () => {
  const tEnglish = createTranslator({ locale: "en", messages: { editor: english }, namespace: "editor.problems" });
  const tVietnamese = createTranslator({ locale: "vi", messages: { editor: vietnamese }, namespace: "editor.problems" });

  it("knows a Vietnamese sentence for everything that can be left undone", () => {
    const messages = [...findQuizProblems(quiz), ...findQuizProblems({ ...quiz, questions: [] })].map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(12);
    for (const message of messages) {
      expect(problemWords(message, tVietnamese), message).not.toBe(message);
      expect(problemWords(message, tEnglish), message).not.toBe("");
    }
  });
  it("passes on a sentence that it does not know", () => {
    expect(problemWords("The moon is too full.", tVietnamese)).toBe("The moon is too full.");
  });
});
