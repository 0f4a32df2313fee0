// @vitest-environment jsdom
import { optionIdSchema, questionIdSchema } from "@quickfire/engine/ids";
import type { QuestionTypeName, StoredQuestion } from "@quickfire/engine/question-types/index";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { renderPage } from "../../../test/render-page";
import { newId } from "../state/new-id";
import { asType, copyOfQuestion, newQuestion, renderFields, renderPreview, writableTypes } from "./registry";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const shared = { id: questionIdSchema.parse(newId()), text: "Which?", timeLimit: 30, points: 2_000, explanation: "So.", media: { image: "https://example.org/a.png" } };
const option = (text: string, correct = false) => ({ id: optionIdSchema.parse(newId()), text, correct });
const choice = (...texts: string[]): StoredQuestion<"choice"> => ({ ...shared, type: "choice", options: texts.map((text, index) => option(text, index === 1)) });

/** The fields of a question, with whatever is changed in them going back in. */
function Fields({ start, seen }: { start: StoredQuestion; seen: (question: StoredQuestion) => void }) {
  const [question, setQuestion] = useState(start);
  return renderFields({ question, language: "en", errorAt: () => null, onChange: (next) => { setQuestion(next); seen(next); } });
}

function openFields(start: StoredQuestion) {
  let last = start;
  const { user } = renderPage(<Fields start={start} seen={(question) => { last = question; }} />);
  return { user, now: () => last };
}

const textsOf = (question: StoredQuestion) => ("options" in question ? question.options.map(({ text }) => text) : []);
const rightOf = (question: StoredQuestion) => ("options" in question ? question.options.filter((one) => "correct" in one && one.correct).map(({ text }) => text) : []);

describe("options", () => {
  it("has exactly one right one in a choice, and any number in multiple choice", async () => {
    const one = openFields(choice("a", "b", "c"));
    await one.user.click(screen.getByRole("button", { name: "Option A is right" }));
    expect(rightOf(one.now())).toEqual(["a"]);
  });
  it("can be several in multiple choice, and be taken back", async () => {
    const { user, now } = openFields({ ...choice("a", "b", "c"), type: "multiple" });
    await user.click(screen.getByRole("button", { name: "Option A is right" }));
    expect(rightOf(now())).toEqual(["a", "b"]);
    await user.click(screen.getByRole("button", { name: "Option B is right" }));
    expect(rightOf(now())).toEqual(["a"]);
  });
  it("fills one after the other when a list is pasted, up to eight", () => {
    const { now } = openFields(choice("", "", ""));
    fireEvent.paste(screen.getByRole("textbox", { name: "Option B" }), { clipboardData: { getData: () => Array.from({ length: 12 }, (_, line) => `${line + 1}. line ${line}`).join("\n") } });
    expect(textsOf(now())).toEqual(["", "line 0", "line 1", "line 2", "line 3", "line 4", "line 5", "line 6"]);
    expect(rightOf(now())).toEqual(["line 0"]);
  });
  it("is pasted as it is when it is a single line", () => {
    const { now } = openFields(choice("a", "b"));
    expect(fireEvent.paste(screen.getByRole("textbox", { name: "Option A" }), { clipboardData: { getData: () => "one line" } })).toBe(true);
    expect(textsOf(now())).toEqual(["a", "b"]);
  });
  it("grows with Enter, shrinks with Backspace, and never below two", async () => {
    const { user, now } = openFields(choice("a", "b"));
    await user.type(screen.getByRole("textbox", { name: "Option B" }), "{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Option C" })));
    expect(textsOf(now())).toEqual(["a", "b", ""]);
    await user.keyboard("{Backspace}");
    expect(textsOf(now())).toEqual(["a", "b"]);
    await user.clear(screen.getByRole("textbox", { name: "Option A" }));
    await user.type(screen.getByRole("textbox", { name: "Option A" }), "{Backspace}");
    expect(textsOf(now())).toEqual(["", "b"]);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Remove option A" }).disabled).toBe(true);
  });
  it("goes on to an empty place with Enter rather than adding one", async () => {
    const { user, now } = openFields(choice("a", ""));
    await user.type(screen.getByRole("textbox", { name: "Option A" }), "{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Option B" })));
    expect(textsOf(now())).toHaveLength(2);
  });
  it("moves with Alt and the arrows, with its mark, and not beyond the ends", async () => {
    const { user, now } = openFields(choice("a", "b", "c"));
    await user.type(screen.getByRole("textbox", { name: "Option B" }), "{Alt>}{ArrowUp}{/Alt}");
    expect(textsOf(now())).toEqual(["b", "a", "c"]);
    expect(rightOf(now())).toEqual(["b"]);
    await user.type(screen.getByRole("textbox", { name: "Option A" }), "{Alt>}{ArrowUp}{/Alt}");
    expect(textsOf(now())).toEqual(["b", "a", "c"]);
  });
  it("can be added up to eight and removed by button", async () => {
    const { user, now } = openFields(choice("a", "b", "c", "d", "e", "f", "g"));
    await user.click(screen.getByRole("button", { name: "Add option" }));
    expect(textsOf(now())).toHaveLength(8);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Add option" }).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Remove option C" }));
    expect(textsOf(now())).toEqual(["a", "b", "d", "e", "f", "g", ""]);
  });
});

describe("accepted answers", () => {
  const typed = (...accepted: string[]): StoredQuestion => ({ ...shared, type: "typed", accepted, typos: 0 });

  it("are written, added, pasted and removed", async () => {
    const { user, now } = openFields(typed("colour"));
    await user.type(screen.getByRole("textbox", { name: "Accepted answer 1" }), "{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Accepted answer 2" })));
    await user.keyboard("color");
    expect(now()).toMatchObject({ accepted: ["colour", "color"] });
    fireEvent.paste(screen.getByRole("textbox", { name: "Accepted answer 2" }), { clipboardData: { getData: () => "hue\nshade" } });
    expect(now()).toMatchObject({ accepted: ["colour", "hue", "shade"] });
    await user.click(screen.getByRole("button", { name: "Remove accepted answer 1" }));
    expect(now()).toMatchObject({ accepted: ["hue", "shade"] });
    await user.click(screen.getByRole("button", { name: "Add another spelling" }));
    await user.type(screen.getByRole("textbox", { name: "Accepted answer 3" }), "{Backspace}");
    expect(now()).toMatchObject({ accepted: ["hue", "shade"] });
  });
  it("allow as many slips as the author says", async () => {
    const { user, now } = openFields(typed("colour"));
    await user.selectOptions(screen.getByRole("combobox", { name: "Slips allowed" }), "2");
    expect(now()).toMatchObject({ typos: 2 });
  });
});

it("true or false is said with one click", async () => {
  const { user, now } = openFields({ ...shared, type: "truefalse", answer: null });
  await user.click(screen.getByRole("radio", { name: /False/ }));
  expect(now()).toMatchObject({ answer: false });
});

describe("changing the type", () => {
  it.each(writableTypes)("keeps text, time, points, explanation and media when it becomes %s", (type: QuestionTypeName) => {
    expect(asType(choice("for", "since"), type, newId)).toMatchObject({ type, ...shared });
  });
  it("keeps the options between choice and multiple choice, but never guesses which of several stays right", () => {
    const multiple = asType(choice("a", "b", "c"), "multiple", newId);
    expect(rightOf(multiple)).toEqual(["b"]);
    const two: StoredQuestion = { ...shared, type: "multiple", options: [option("a", true), option("b", true)] };
    expect(rightOf(asType(two, "choice", newId))).toEqual([]);
    expect(textsOf(asType(two, "choice", newId))).toEqual(["a", "b"]);
  });
  it("makes the right options the accepted answers, and back", () => {
    const typed = asType(choice("for", "since"), "typed", newId);
    expect(typed).toMatchObject({ accepted: ["since"], typos: 0 });
    expect(textsOf(asType(typed, "choice", newId))).toEqual(["since", ""]);
    expect(rightOf(asType(typed, "choice", newId))).toEqual(["since"]);
  });
  it("understands true and false among the options, in both languages", () => {
    const about = (right: string, other: string): StoredQuestion => ({ ...shared, type: "choice", options: [option(right, true), option(other)] });
    expect(asType(about("False", "True"), "truefalse", newId)).toMatchObject({ answer: false });
    expect(asType(about("Đúng", "Sai"), "truefalse", newId)).toMatchObject({ answer: true });
    expect(asType(about("since", "for"), "truefalse", newId)).toMatchObject({ answer: null });
    expect(textsOf(asType({ ...shared, type: "truefalse", answer: true }, "choice", newId))).toEqual(["True", "False"]);
  });
  it("offers four empty options where nothing was written yet", () => {
    expect(textsOf(asType({ ...shared, type: "truefalse", answer: null }, "multiple", newId))).toEqual(["", "", "", ""]);
  });
});

describe("new questions", () => {
  it("are like the one before them, and empty", () => {
    expect(newQuestion(choice("a", "b"), newId)).toMatchObject({ type: "choice", text: "", timeLimit: 30, points: 2_000 });
    expect(newQuestion(null, newId)).toMatchObject({ type: "choice", timeLimit: 20, points: 1_000 });
  });
  it("share nothing with the question that they are a copy of but its content", () => {
    const original = choice("a", "b");
    const copy = copyOfQuestion(original, newId);
    expect(copy.id).not.toBe(original.id);
    expect(textsOf(copy)).toEqual(["a", "b"]);
    expect("options" in copy && copy.options.some(({ id }) => original.options.some((option) => option.id === id))).toBe(false);
  });
});

describe("the preview", () => {
  it("locks one option of a choice, and frees it again", async () => {
    const { user } = renderPage(renderPreview(choice("for", "since"), "en"));
    const tile = screen.getByRole("button", { name: "A, arrow: for" });
    await user.click(tile);
    expect(tile.getAttribute("aria-pressed")).toBe("true");
    await user.click(tile);
    expect(tile.getAttribute("aria-pressed")).toBe("false");
  });
  it("ticks several of multiple choice before it is locked in", async () => {
    const { user } = renderPage(renderPreview({ ...choice("a", "b", "c"), type: "multiple" }, "en"));
    await user.click(screen.getByRole("button", { name: "A, arrow: a" }));
    await user.click(screen.getByRole("button", { name: "C, crescent: c" }));
    await user.click(screen.getByRole("button", { name: "Lock in" }));
    expect(screen.getByRole("button", { name: "B, bolt: b" }).getAttribute("data-state")).toBe("disabled");
  });
});
