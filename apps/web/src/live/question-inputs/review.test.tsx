// @vitest-environment jsdom
import type { QuestionTypeName } from "@quickfire/engine";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { TypedAnswer } from "../store/answer";
import { openQuestion, questionId } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { questionInputOf } from "./registry";

function review(type: QuestionTypeName, answer: TypedAnswer | null, correct: string[] | Record<string, unknown>, isRight = false, more: { question?: Record<string, unknown>; tally?: Record<string, unknown> } = {}) {
  const input = questionInputOf(type);
  const closed = { questionId: openQuestion().questionId, correct: correct as never, tally: { answered: 2, right: 1, ...more.tally } };
  return renderLive(<input.Review question={openQuestion({ type, questionId, ...more.question })} closed={closed} answer={answer} correct={isRight} />).container;
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

  it("fills each gap with what is right, beside what stood there instead", () => {
    const question = { text: "I ____ here ____ May.", parts: ["I ", " here ", " May."], options: [], optionIds: [] };
    const view = review("gap", { gaps: ["am", "Since"] }, { gaps: ["have been", "since"], accepted: [["have been", "'ve been"], ["since"]] }, false, { question });
    expect(view.textContent).toBe("I am (Your answer, wrong)have been (Right answer) here Since (Right) May.");
  });

  it("says of each word of an order whether it slipped, and shows the right one", () => {
    const question = { options: ["been", "She", "has"], optionIds: ["0", "1", "2"] };
    const view = review("order", { order: [2, 1, 0] }, { order: [1, 2, 0] }, false, { question });
    expect(view.textContent).toBe("Your answerhas (Right)She (Not in its place)been (Right)Right answerShehasbeen");
  });

  it("shows of each pair what belongs together", () => {
    const question = { left: ["big", "small"], options: ["little", "large"], optionIds: ["0", "1"] };
    const view = review("match", { pairs: [[0, 0]] }, { pairs: [[0, 1], [1, 0]] }, false, { question });
    expect(view.textContent).toBe("biglittle (Your answer, wrong)large (Right answer)smalllittle (Right answer)");
  });

  it("shows how far from the right number one may have been", () => {
    const correct = { value: 1969, tolerance: 2, line: { from: 1900, to: 2000 } };
    const question = { options: [], optionIds: [], range: { unit: "" } };
    expect(review("numeric", { value: 1950 }, correct, false, { question }).textContent).toBe("Your answer1950Right answer1969Up to 2 away counts as right.");
  });

  it("marks the words of a dictation that were missed", () => {
    const question = { options: [], optionIds: [] };
    expect(review("dictation", { text: "Nice too meet" }, { text: "Nice to meet you." }, false, { question }).textContent).toBe(
      "Your answerNice too meetRight answerNice to (Missed) meet you. (Missed)2 of 4 words right, in order.",
    );
  });

  it("shows what all said to a poll, and which of it was one's own", () => {
    const question = { options: ["Morning", "Evening"], optionIds: ["m", "e"] };
    review("poll", { option: "e" }, [], false, { question, tally: { answered: 4, options: { m: 1, e: 3 } } });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["AMorning25%", "BEveningYours75%"]);
  });

  it("shows the words of all, the most frequent first", () => {
    review("wordcloud", { text: "Rain" }, [], false, { question: { options: [], optionIds: [] }, tally: { texts: [{ text: "sun", n: 3 }, { text: "rain", n: 1 }] } });
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["sun (3)", "rain (1)"]);
  });
});
