// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { keepPendingAnswers, recallPendingAnswers } from "./pending-answer-memory";

const answer = { questionId: "q1", answer: { option: "a" }, status: "pending", actionId: "act-1", chosenAt: 5 } as const;

beforeEach(() => sessionStorage.clear());

it("brings what was on its way through a reload, under its own id, until it has arrived", () => {
  keepPendingAnswers("game-1", [answer]);
  expect(recallPendingAnswers("game-1")).toEqual({ q1: answer });
  expect(recallPendingAnswers("game-2")).toEqual({});
  keepPendingAnswers("game-1", []);
  expect(sessionStorage).toHaveLength(0);
});

it("is not fooled by what something else left in its place", () => {
  for (const kept of ["not json", "null", "{}", '[{"status":"pending"}]', '[{"status":"accepted","questionId":"q1","actionId":"a","chosenAt":1,"answer":{}}]']) {
    sessionStorage.setItem("quickfire.pending.game-1", kept);
    expect(recallPendingAnswers("game-1")).toEqual({});
  }
});
