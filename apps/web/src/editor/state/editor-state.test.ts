import { questionIdSchema } from "@quickfire/engine/ids";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import type { QuizContent } from "@quickfire/engine/quiz";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EditorAction, openEditor, reduceEditor, selectedQuestion } from "./editor-state";
import { newId } from "./new-id";

function question(text: string): StoredQuestion {
  return { type: "truefalse", id: questionIdSchema.parse(newId()), text, timeLimit: 20, points: 1000, answer: true };
}

function quizOf(...texts: string[]): QuizContent {
  return { title: "Verbs", description: "", language: "en", tags: [], questions: texts.map(question) };
}

const textsOf = (quiz: QuizContent) => quiz.questions.map(({ text }) => text);
const at = (quiz: QuizContent, index: number) => quiz.questions[index] ?? question("none");

describe("adding and removing", () => {
  it("puts a new question after the given one and opens it", () => {
    const quiz = quizOf("a", "b");
    const added = question("new");
    const state = reduceEditor(openEditor(quiz), { name: "questions-added", questions: [added], after: at(quiz, 0).id });
    expect(textsOf(state.quiz)).toEqual(["a", "new", "b"]);
    expect(selectedQuestion(state)).toEqual(added);
  });
  it("opens the neighbour of a removed question", () => {
    const quiz = quizOf("a", "b", "c");
    const opened = reduceEditor(openEditor(quiz), { name: "question-selected", questionId: at(quiz, 2).id });
    const state = reduceEditor(opened, { name: "question-removed", questionId: at(quiz, 2).id });
    expect(selectedQuestion(state)?.text).toBe("b");
  });
  it("opens nothing when the last one is gone", () => {
    const quiz = quizOf("only");
    const state = reduceEditor(openEditor(quiz), { name: "question-removed", questionId: at(quiz, 0).id });
    expect(selectedQuestion(state)).toBeNull();
  });
  it("brings a removed question back to its place, and opens it again", () => {
    const quiz = quizOf("a", "b", "c");
    const removed = reduceEditor(openEditor(quiz), { name: "question-removed", questionId: at(quiz, 0).id });
    expect(selectedQuestion(removed)?.text).toBe("b");
    const state = reduceEditor(removed, { name: "undone" });
    expect(textsOf(state.quiz)).toEqual(["a", "b", "c"]);
    expect(selectedQuestion(state)?.text).toBe("a");
  });
});

describe("moving", () => {
  it("moves to the place asked for, and no further than the ends", () => {
    const quiz = quizOf("a", "b", "c");
    const move = (index: number, to: number) => textsOf(reduceEditor(openEditor(quiz), { name: "question-moved", questionId: at(quiz, index).id, to }).quiz);
    expect(move(0, 1)).toEqual(["b", "a", "c"]);
    expect(move(2, 0)).toEqual(["c", "a", "b"]);
    expect(move(0, 99)).toEqual(["b", "c", "a"]);
  });
  it("leaves no step in the history where nothing moved", () => {
    const quiz = quizOf("a", "b");
    expect(reduceEditor(openEditor(quiz), { name: "question-moved", questionId: at(quiz, 0).id, to: -1 }).past).toEqual([]);
  });
});

describe("undo", () => {
  it("takes back a burst of typing in one field as one step", () => {
    let state = openEditor(quizOf("a"));
    const write = (text: string, place: string, time: number) => {
      state = reduceEditor(state, { name: "question-changed", question: { ...at(state.quiz, 0), text }, place, at: time });
    };
    write("ab", "text", 0);
    write("abc", "text", 600);
    write("abcd", "text", 1_200);
    write("abcd!", "text", 9_000);
    state = reduceEditor(state, { name: "undone" });
    expect(textsOf(state.quiz)).toEqual(["abcd"]);
    state = reduceEditor(state, { name: "undone" });
    expect(textsOf(state.quiz)).toEqual(["a"]);
    state = reduceEditor(state, { name: "redone" });
    expect(textsOf(state.quiz)).toEqual(["abcd"]);
  });
  it("keeps fields apart, even typed in quickly one after the other", () => {
    let state = openEditor(quizOf("a"));
    state = reduceEditor(state, { name: "question-changed", question: { ...at(state.quiz, 0), text: "b" }, place: "text", at: 0 });
    state = reduceEditor(state, { name: "facts-changed", facts: { title: "Nouns" }, place: "title", at: 10 });
    state = reduceEditor(state, { name: "undone" });
    expect([state.quiz.title, ...textsOf(state.quiz)]).toEqual(["Verbs", "b"]);
  });
  it("forgets what could be redone once something new is done", () => {
    let state = openEditor(quizOf("a", "b"));
    state = reduceEditor(state, { name: "question-removed", questionId: at(state.quiz, 0).id });
    state = reduceEditor(state, { name: "undone" });
    state = reduceEditor(state, { name: "facts-changed", facts: { level: "B1" }, place: "level", at: 0 });
    expect(reduceEditor(state, { name: "redone" })).toBe(state);
  });
  it("brings back one's own version after another took its place", () => {
    const mine = quizOf("mine");
    const state = reduceEditor(openEditor(mine), { name: "quiz-replaced", quiz: quizOf("theirs") });
    expect(selectedQuestion(state)?.text).toBe("theirs");
    expect(reduceEditor(state, { name: "undone" }).quiz).toEqual(mine);
  });

  it("goes all the way back and all the way forth, whatever was done", () => {
    const step = fc.oneof(
      fc.record({ name: fc.constant("add" as const), index: fc.nat(9) }),
      fc.record({ name: fc.constant("remove" as const), index: fc.nat(9) }),
      fc.record({ name: fc.constant("move" as const), index: fc.nat(9), to: fc.nat(9) }),
      fc.record({ name: fc.constant("write" as const), index: fc.nat(9), text: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const first = openEditor(quizOf("a", "b", "c"));
        let clock = 0;
        const last = steps.reduce((state, one) => {
          const target = state.quiz.questions[one.index % Math.max(1, state.quiz.questions.length)];
          clock += 5_000;
          return reduceEditor(state, actionOf(one, target, clock));
        }, first);
        let back = last;
        while (back.past.length > 0) back = reduceEditor(back, { name: "undone" });
        expect(back.quiz).toEqual(first.quiz);
        while (back.future.length > 0) back = reduceEditor(back, { name: "redone" });
        expect(back.quiz).toEqual(last.quiz);
        expect(new Set(last.quiz.questions.map(({ id }) => id)).size).toBe(last.quiz.questions.length);
      }),
    );
  });
});

type Step = { name: "add"; index: number } | { name: "remove"; index: number } | { name: "move"; index: number; to: number } | { name: "write"; index: number; text: string };

function actionOf(step: Step, target: StoredQuestion | undefined, clock: number): EditorAction {
  if (step.name === "add" || !target) return { name: "questions-added", questions: [question("added")], after: target?.id ?? null };
  if (step.name === "remove") return { name: "question-removed", questionId: target.id };
  if (step.name === "move") return { name: "question-moved", questionId: target.id, to: step.to };
  return { name: "question-changed", question: { ...target, text: step.text }, place: "text", at: clock };
}
