import { describe, expect, it } from "vitest";
import { nextStepOf, stepWordsOf } from "./host-steps";

const at = { paused: false, round: 2, rounds: 3, boardBetween: true, type: "choice" as const };

describe("the host's next step", () => {
  it.each([
    ["lobby", "start", "start"],
    ["question", "reveal", "reveal"],
    ["reveal", "next", "standings"],
    ["standings", "next", "question"],
    ["podium", "next", "finish"],
    ["ended", null, "over"],
    ["countdown", null, "opening"],
  ] as const)("in %s is %s, which means %s", (phase, command, words) => {
    expect(nextStepOf({ ...at, phase })).toBe(command);
    expect(stepWordsOf({ ...at, phase })).toBe(words);
  });

  it("goes on first of all while the game is paused", () => {
    expect(nextStepOf({ phase: "question", paused: true })).toBe("resume");
  });

  it("leads to the podium after the last round, and past the standings where none are shown", () => {
    expect(stepWordsOf({ ...at, phase: "standings", round: 3 })).toBe("podium");
    expect(stepWordsOf({ ...at, phase: "reveal", boardBetween: false })).toBe("question");
    expect(stepWordsOf({ ...at, phase: "reveal", boardBetween: false, round: 3 })).toBe("podium");
  });

  it("knows that a poll has no right answer and moves no standings, and that a slide only leads on", () => {
    expect(stepWordsOf({ ...at, type: "poll", phase: "question" })).toBe("results");
    expect(stepWordsOf({ ...at, type: "wordcloud", phase: "reveal" })).toBe("question");
    expect(stepWordsOf({ ...at, type: "slide", phase: "question" })).toBe("question");
    expect(stepWordsOf({ ...at, type: "slide", phase: "question", round: 3 })).toBe("podium");
    expect(stepWordsOf({ ...at, type: "slide", phase: "reveal" })).toBe("question");
  });
});
