// @vitest-environment jsdom
import type { QuestionTypeName } from "@quickfire/engine";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerState, TypedAnswer } from "../store/answer";
import { openQuestion, questionId } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { questionInputOf } from "./registry";

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const words = (...texts: string[]) => ({ options: texts, optionIds: texts.map((_, place) => String(place)) });

function ask(type: QuestionTypeName, fields: Record<string, unknown>, state?: AnswerState) {
  const onAnswer = vi.fn<(answer: TypedAnswer) => void>();
  const { Answering } = questionInputOf(type);
  const question = openQuestion({ type, ...words(), ...fields });
  const view = renderLive(<Answering question={question} state={state} open optionsOnly={false} onAnswer={onAnswer} />);
  return { onAnswer, ...view };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const accepted = (answer: TypedAnswer): AnswerState => ({ questionId, answer, status: "accepted", feedback: null });

describe("words to be put in order", () => {
  const sentence = words("been", "has", "She", "never");

  it("go to the end of the line by a tap, come out by another, and are all needed", () => {
    const { onAnswer } = ask("order", sentence);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "0 of 4 placed" }).disabled).toBe(true);
    for (const word of ["She", "never", "has", "been", "never"]) press(word);
    for (const word of ["has", "been", "has", "never", "been"]) press(word);
    press("Lock in");
    expect(onAnswer.mock.calls).toEqual([[{ order: [2, 1, 3, 0] }]]);
  });

  it("move by the arrow keys, and say where they are", () => {
    const { onAnswer } = ask("order", sentence);
    for (const word of ["has", "She", "never", "been"]) press(word);
    fireEvent.keyDown(screen.getByRole("button", { name: "has" }), { key: "ArrowRight" });
    expect(screen.getByText("“has” is at place 2 of 4.")).toBeTruthy();
    press("Lock in");
    expect(onAnswer.mock.calls).toEqual([[{ order: [2, 1, 3, 0] }]]);
  });

  it("stand where they stood after a reload", () => {
    const first = ask("order", sentence);
    press("She");
    press("has");
    first.unmount();
    ask("order", sentence);
    press("Take the last one back");
    for (const word of ["never", "has", "been"]) press(word);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["She", "never", "has", "been"]);
  });

  it("can't be moved once the answer is in", () => {
    const { onAnswer } = ask("order", sentence, accepted({ order: [2, 1, 3, 0] }));
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["She", "has", "never", "been"]);
    press("She");
    expect(onAnswer).not.toHaveBeenCalled();
  });
});

describe("gaps", () => {
  const parts = { text: "I ____ waiting ____ an hour.", parts: ["I ", " waiting ", " an hour."] };

  it("are filled by taps from the bank, one after the other or the marked one", () => {
    const { onAnswer } = ask("gap", { ...parts, ...words("since", "for", "have been") });
    press("Gap 2, empty");
    press("for");
    press("since");
    press("Gap 1: since. Take it out");
    press("have been");
    press("Lock in");
    expect(onAnswer.mock.calls).toEqual([[{ gaps: ["have been", "for"] }]]);
  });

  it("may stay empty where somebody does not know", () => {
    const { onAnswer } = ask("gap", { ...parts, ...words("for", "since") });
    press("Gap 2, empty");
    press("for");
    press("Lock in, 1 of 2 filled");
    expect(onAnswer.mock.calls).toEqual([[{ gaps: ["", "for"] }]]);
  });

  it("are typed where there is no bank, with Enter from one to the next", () => {
    const { onAnswer } = ask("gap", parts);
    const [first, second] = [screen.getByLabelText("Gap 1"), screen.getByLabelText("Gap 2")];
    fireEvent.change(first, { target: { value: " 've been " } });
    fireEvent.keyDown(first, { key: "Enter" });
    expect(document.activeElement).toBe(second);
    fireEvent.change(second, { target: { value: "for" } });
    fireEvent.keyDown(second, { key: "Enter" });
    expect(onAnswer.mock.calls).toEqual([[{ gaps: ["'ve been", "for"] }]]);
  });
});

describe("pairs", () => {
  const pairs = { left: ["big", "small"], ...words("little", "large") };

  it("are made by tapping the answers, or the place first", () => {
    const { onAnswer } = ask("match", pairs);
    press("small: nothing yet");
    press("little");
    expect(screen.getByText("small: little.")).toBeTruthy();
    press("large");
    press("Lock in");
    expect(onAnswer.mock.calls).toEqual([[{ pairs: [[0, 1], [1, 0]] }]]);
  });

  it("show what was answered after a reload", () => {
    ask("match", pairs, accepted({ pairs: [[0, 1]] }));
    expect(screen.getByRole("button", { name: "big: large. Take it out" })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Locked in" }).disabled).toBe(true);
  });
});

describe("a number", () => {
  const year = { range: { min: 1900, max: 2000, unit: "" } };
  const lockIn = () => screen.getByRole<HTMLButtonElement>("button", { name: "Lock in" });

  it("is typed, or found by sliding", () => {
    const { onAnswer } = ask("numeric", year);
    expect(lockIn().disabled).toBe(true);
    fireEvent.change(screen.getByLabelText("Choose by sliding"), { target: { value: "1951" } });
    expect(screen.getByLabelText<HTMLInputElement>("Your number").value).toBe("1951");
    fireEvent.change(screen.getByLabelText("Your number"), { target: { value: "1969" } });
    fireEvent.click(lockIn());
    expect(onAnswer.mock.calls).toEqual([[{ value: 1969 }]]);
  });

  it("is not taken beyond its bounds, nor where it is none", () => {
    ask("numeric", year);
    for (const value of ["1899", "2001", "later"]) {
      fireEvent.change(screen.getByLabelText("Your number"), { target: { value } });
      expect(lockIn().disabled).toBe(true);
      expect(screen.getByLabelText("Your number").getAttribute("aria-invalid")).toBe("true");
    }
  });

  it("can be less than nothing, also by a number pad without a minus", () => {
    const { onAnswer } = ask("numeric", { range: { unit: "°C" } });
    fireEvent.change(screen.getByLabelText("Your number"), { target: { value: "3,5" } });
    press("Change the sign");
    fireEvent.click(lockIn());
    expect(onAnswer.mock.calls).toEqual([[{ value: -3.5 }]]);
  });
});

describe("a dictation", () => {
  it("is sent by Enter, once a word is written", () => {
    const { onAnswer } = ask("dictation", { speech: "Nice to meet you." });
    const field = screen.getByLabelText("Write what you hear");
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.change(field, { target: { value: " Nice to meet you " } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onAnswer.mock.calls).toEqual([[{ text: "Nice to meet you" }]]);
  });

  it("says so where the device can't play it", () => {
    ask("dictation", { speech: "Nice to meet you." });
    press("Listen");
    expect(screen.getByText("This device can’t play it. Listen to the big screen.")).toBeTruthy();
  });
});

describe("a poll and a word cloud", () => {
  it("are answered like a choice and a typed answer", () => {
    const poll = ask("poll", words("Morning", "Evening"));
    press("B, bolt: Evening");
    expect(poll.onAnswer.mock.calls).toEqual([[{ option: "1" }]]);
    cleanup();
    const cloud = ask("wordcloud", {});
    const field = screen.getByLabelText<HTMLInputElement>("Your word");
    fireEvent.change(field, { target: { value: " rain " } });
    if (field.form) fireEvent.submit(field.form);
    expect(cloud.onAnswer.mock.calls).toEqual([[{ text: "rain" }]]);
  });
});
