// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import type { FeedMessage } from "../store/feed-message";
import { ánhTuyết, instant, kwame, openQuestion, questionId, snapshotMessage, standing } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { StageView } from "./StageView";

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

const join = { pin: "482913", address: "quickfire.example", url: "https://quickfire.example/join/482913" };

function Wall() {
  const game = useLiveSelector((state) => state.feed.game);
  return game ? <StageView game={game} join={join} /> : null;
}

function show(...messages: FeedMessage[]) {
  const view = renderLive(<Wall />);
  view.hear(...messages);
  return view;
}

describe("the stage on the wall", () => {
  it("shows code and address in the lobby", () => {
    const { container } = show(snapshotMessage("e1.0", { phase: "lobby" }));
    expect(container.textContent).toMatch(/482\s913/);
    expect(container.textContent).toContain("quickfire.example");
  });

  it("counts down to a question", () => {
    const { container } = show(snapshotMessage("e1.0", { phase: "countdown", round: 1, endTime: instant(4_000) }));
    expect(container.textContent).toContain("3");
  });

  it("shows the question with its options and the seconds", () => {
    const question = openQuestion({ startTime: instant(500), endTime: instant(20_500) });
    const { container } = show(snapshotMessage("e1.0", { phase: "question", round: 1, question }));
    for (const option of question.options) expect(container.textContent).toContain(option);
    expect(screen.getByRole("timer").textContent).toBe("20");
  });

  it("shows at the reveal the share of right answers, and why", () => {
    const closed = { questionId, correct: ["opt-b"], explanation: "She still lives there.", tally: { answered: 4, right: 3, options: { "opt-a": 1, "opt-b": 3 } } };
    const { container } = show(snapshotMessage("e1.0", { phase: "reveal", round: 1, question: openQuestion(), closed }));
    expect(container.textContent).toContain("She still lives there.");
    expect(container.textContent).toMatch(/75\s?%/);
  });

  it("says that the game is paused and hides the question", () => {
    const question = openQuestion({ startTime: instant(500) });
    const { container } = show(snapshotMessage("e1.0", { phase: "question", round: 1, question, paused: true }));
    expect(screen.getByText("Paused")).toBeTruthy();
    expect(container.textContent).not.toContain(question.text);
  });

  it.each(["standings", "podium"] as const)("names the players with their scores: %s", (phase) => {
    const leaderboard = [standing(ánhTuyết, 2_840, 1), standing(kwame, 2_110, 2)];
    const { container } = show(snapshotMessage("e1.0", { phase, round: 1, leaderboard }));
    for (const text of ["Ánh Tuyết", "2,840", "Kwame", "2,110"]) expect(container.textContent).toContain(text);
  });
});
