// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerState, TypedAnswer } from "../store/answer";
import type { Connection } from "../store/connection-slice";
import { openQuestion, questionId } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { questionInputOf } from "./registry";

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => vi.useRealTimers());

const stateName = (tile: HTMLElement) => tile.dataset.state;

function ask(type: "choice" | "multiple" | "truefalse" | "typed", more: { state?: AnswerState; open?: boolean; optionsOnly?: boolean; options?: string[]; connection?: Connection } = {}) {
  const onAnswer = vi.fn<(answer: TypedAnswer) => void>();
  const input = questionInputOf(type);
  const options = type === "truefalse" ? { options: ["True", "False"], optionIds: ["true", "false"] } : type === "typed" ? { options: [], optionIds: [] } : {};
  const question = openQuestion({ type, ...options });
  renderLive(<input.Answering question={question} state={more.state} open={more.open ?? true} optionsOnly={more.optionsOnly ?? false} onAnswer={onAnswer} />, { preloadedState: { connection: more.connection ?? { status: "live", restored: false } } });
  return { onAnswer, tiles: () => screen.queryAllByRole("button", { name: /^[A-H], / }) };
}

const pending: AnswerState = { questionId, answer: { option: "opt-b" }, status: "pending", actionId: "act-1", chosenAt: 0 };
const accepted: AnswerState = { questionId, answer: { option: "opt-b" }, status: "accepted", feedback: null };

describe("a choice", () => {
  it("answers with one tap, under the option's id", () => {
    const { onAnswer } = ask("choice");
    fireEvent.click(screen.getByRole("button", { name: "B, bolt: She has lived in Đà Nẵng." }));
    expect(onAnswer.mock.calls).toEqual([[{ option: "opt-b" }]]);
  });

  it("shows the chosen tile at once, and says that it is sending only after 300 ms", () => {
    const { tiles } = ask("choice", { state: pending });
    expect(tiles().map(stateName)).toEqual(["disabled", "chosen", "disabled", "disabled"]);
    expect(screen.queryByText("Sending")).toBeNull();
    act(() => void vi.advanceTimersByTime(300));
    expect(screen.getByText("Sending")).toBeTruthy();
  });

  it("says nothing of sending while there is no network", () => {
    const { tiles } = ask("choice", { state: pending, connection: { status: "reconnecting", attempt: 1, lostAt: 0, nextTryAt: 1_000 } });
    act(() => void vi.advanceTimersByTime(300));
    expect(tiles().map(stateName)).toEqual(["disabled", "chosen", "disabled", "disabled"]);
    expect(screen.queryByText("Sending")).toBeNull();
  });

  it("locks the tile once the answer is in, and lets no other be tapped", () => {
    const { tiles, onAnswer } = ask("choice", { state: accepted });
    expect(tiles().map(stateName)).toEqual(["disabled", "locked", "disabled", "disabled"]);
    expect(tiles()[1]?.getAttribute("aria-pressed")).toBe("true");
    for (const tile of tiles()) fireEvent.click(tile);
    fireEvent.keyDown(window, { key: "a" });
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it.each([["b"], ["B"], ["2"]])("answers by the key %s", (key) => {
    const { onAnswer } = ask("choice");
    fireEvent.keyDown(window, { key });
    expect(onAnswer.mock.calls).toEqual([[{ option: "opt-b" }]]);
  });

  it("takes no key that belongs to no option, and none while it is closed", () => {
    const { onAnswer } = ask("choice", { open: false });
    fireEvent.keyDown(window, { key: "a" });
    expect(onAnswer).not.toHaveBeenCalled();
    const { onAnswer: onOther } = ask("choice");
    fireEvent.keyDown(window, { key: "h" });
    expect(onOther).not.toHaveBeenCalled();
  });

  it("can be answered again after a refusal that allows it", () => {
    const { tiles } = ask("choice", { state: { questionId, answer: { option: "opt-b" }, status: "refused", actionId: "act-1", reason: "BAD_ANSWER" } });
    expect(tiles().map(stateName)).toEqual(["idle", "idle", "idle", "idle"]);
  });

  it("keeps letters, shapes and texts for screen readers where only keys are shown", () => {
    const { onAnswer } = ask("choice", { optionsOnly: true });
    fireEvent.click(screen.getByRole("button", { name: "D, diamond: She had lived in Đà Nẵng." }));
    expect(onAnswer.mock.calls).toEqual([[{ option: "opt-d" }]]);
  });
});

describe("true or false", () => {
  it("answers with a value", () => {
    const { onAnswer } = ask("truefalse");
    fireEvent.click(screen.getByRole("button", { name: "B, bolt: False" }));
    expect(onAnswer.mock.calls).toEqual([[{ value: false }]]);
  });
});

describe("several answers", () => {
  it("ticks and unticks, and answers in the question's order when locked in", () => {
    const { onAnswer, tiles } = ask("multiple");
    const lockIn = () => screen.getByRole<HTMLButtonElement>("button", { name: /^Lock in/ });
    expect(lockIn().disabled).toBe(true);
    for (const index of [3, 1, 0, 3]) fireEvent.click(tiles()[index] ?? lockIn());
    expect(tiles().map(stateName)).toEqual(["chosen", "chosen", "idle", "idle"]);
    expect(onAnswer).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Lock in 2 answers" }));
    expect(onAnswer.mock.calls).toEqual([[{ options: ["opt-a", "opt-b"] }]]);
  });

  it("is played by keys alone", () => {
    const { onAnswer } = ask("multiple");
    for (const key of ["c", "1", "Enter"]) fireEvent.keyDown(window, { key });
    expect(onAnswer.mock.calls).toEqual([[{ options: ["opt-a", "opt-c"] }]]);
  });
});

describe("a typed answer", () => {
  it("is sent without the spaces around it, by the button or by Enter", () => {
    const { onAnswer } = ask("typed");
    const field = screen.getByLabelText<HTMLInputElement>("Your answer");
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: "  decision " } });
    if (field.form) fireEvent.submit(field.form);
    expect(onAnswer.mock.calls).toEqual([[{ text: "decision" }]]);
  });

  it("is not sent while there is nothing to send", () => {
    const { onAnswer } = ask("typed");
    const field = screen.getByLabelText<HTMLInputElement>("Your answer");
    fireEvent.change(field, { target: { value: "   " } });
    if (field.form) fireEvent.submit(field.form);
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it("shows what was answered after a reload", () => {
    ask("typed", { state: { questionId, answer: { text: "decision" }, status: "accepted", feedback: null } });
    expect(screen.getByLabelText<HTMLInputElement>("Your answer").value).toBe("decision");
    expect(screen.getByLabelText<HTMLInputElement>("Your answer").disabled).toBe(true);
  });
});
