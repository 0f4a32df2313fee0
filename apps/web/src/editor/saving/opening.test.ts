import type { QuizContent } from "@quickfire/engine/quiz";
import { expect, it } from "vitest";
import { openingOf } from "./opening";

const quiz = (title: string): QuizContent => ({ title, description: "", language: "en", tags: [], questions: [] });
const saved = { quiz: quiz("Saved"), revision: 4, savedAt: "2026-11-20T10:00:00Z" };

it("begins with what the server has when this device kept nothing", () => {
  expect(openingOf(saved, null).kept.kind).toBe("none");
});
it("does not speak of kept work that is on the server already, tidied or in another order of fields", () => {
  const { title: _, ...facts } = quiz("");
  expect(openingOf(saved, { quiz: { ...facts, title: "Saved " }, revision: 3, at: 0, tab: "a" }).kept.kind).toBe("none");
});
it("goes on with kept work that nobody has overtaken", () => {
  expect(openingOf(saved, { quiz: quiz("Mine"), revision: 4, at: 0, tab: "a" }).kept).toEqual({ kind: "recovered", quiz: quiz("Mine") });
});
it("asks the author where the quiz was saved elsewhere since", () => {
  expect(openingOf(saved, { quiz: quiz("Mine"), revision: 3, at: 9, tab: "a" }).kept).toEqual({ kind: "conflict", quiz: quiz("Mine"), revision: 3, at: 9 });
});
