// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { TypedAnswer } from "../store/answer";
import { openQuestion, questionId } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { questionInputOf } from "./registry";

function review(type: "choice" | "multiple" | "typed", answer: TypedAnswer | null, correct: string[] | Record<string, unknown>, isRight = false) {
  const input = questionInputOf(type);
  if (!input) throw new Error(`${type} is not playable`);
  const closed = { questionId: openQuestion().questionId, correct: correct as never, tally: { answered: 2, right: 1 } };
  return renderLive(<input.Review question={openQuestion({ type, questionId })} closed={closed} answer={answer} correct={isRight} />).container;
}
const states = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>("[data-state]")].map((tile) => tile.dataset.state);

describe("the review of a round", () => {
  it("shows only the own answer where it was right", () => {
    expect(states(review("choice", { option: "opt-b" }, ["opt-b"], true))).toEqual(["right"]);
  });

  it("shows the own answer struck through above the right one", () => {
    expect(states(review("choice", { option: "opt-a" }, ["opt-b"]))).toEqual(["wrong", "right"]);
    expect(screen.getByText("Your answer")).toBeTruthy();
    expect(screen.getByText("Right answer")).toBeTruthy();
  });

  it("shows what became of each option of several, in words as well", () => {
    expect(states(review("multiple", { options: ["opt-a", "opt-b"] }, ["opt-b", "opt-c"]))).toEqual(["wrong", "right", "missed", "disabled"]);
    for (const words of ["Your answer, wrong", "Right", "Missed"]) expect(screen.getByText(words)).toBeTruthy();
  });

  it("names what would have been accepted", () => {
    review("typed", { text: "color" }, { text: "colour", accepted: ["colour", "couleur"] });
    expect(screen.getByText("color")).toBeTruthy();
    expect(screen.getByText("colour")).toBeTruthy();
    expect(screen.getByText("Also right: couleur")).toBeTruthy();
  });
});
