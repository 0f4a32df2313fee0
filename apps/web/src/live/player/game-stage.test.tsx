// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import type { FeedMessage } from "../store/feed-message";
import { ánhTuyết, instant, kwame, openQuestion, questionId, snapshot, snapshotMessage, standing } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { GameStage } from "./GameStage";

beforeEach(() => vi.useFakeTimers({ now: 1_000 }));
afterEach(() => vi.useRealTimers());

function Shown() {
  const game = useLiveSelector((state) => state.feed.game);
  return game ? <GameStage game={game} pin="482913" /> : null;
}

function play(...messages: FeedMessage[]) {
  const view = renderLive(<Shown />);
  view.hear(...messages);
  return view;
}

describe("a player's stage", () => {
  it("opens the question at its start time and not when it arrives", () => {
    play(snapshotMessage("e1.0", { phase: "countdown", round: 1 }), { type: "new_question", payload: openQuestion({ startTime: instant(1_400) }), id: "e1.1" });
    expect(screen.queryByRole("button", { name: /^A, arrow/ })).toBeNull();
    act(() => void vi.advanceTimersByTime(399));
    expect(screen.queryByRole("button", { name: /^A, arrow/ })).toBeNull();
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByRole("button", { name: /^A, arrow/ })).toBeTruthy();
  });

  it("is at the right moment when a phone has slept, however little its timers and animations know of that", () => {
    play(snapshotMessage("e1.0", { phase: "countdown", round: 1 }), { type: "new_question", payload: openQuestion({ startTime: instant(60_000), endTime: instant(80_000) }), id: "e1.1" });
    const wakeAt = (now: number) => act(() => {
      vi.setSystemTime(now);
      document.dispatchEvent(new Event("visibilitychange"));
    });
    wakeAt(62_000);
    expect(screen.getByRole("button", { name: /^A, arrow/ })).toBeTruthy();
    expect(screen.getByRole("timer").textContent).toBe("18");
    wakeAt(75_000);
    expect(screen.getByRole("timer").textContent).toBe("5");
    const fuse = document.querySelector<HTMLElement>("[style*='animation-duration']");
    expect(fuse?.style).toMatchObject({ animationDuration: "20000ms", animationDelay: "-15000ms" });
  });

  it("counts the seconds from the deadline, by the server's clock", () => {
    play(snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion({ startTime: instant(90_000), endTime: instant(110_000) }), serverTime: instant(91_000) }));
    expect(screen.getByRole("timer").textContent).toBe("19");
    act(() => void vi.advanceTimersByTime(1_010));
    expect(screen.getByRole("timer").textContent).toBe("18");
  });

  it("keeps a tap that finds no connection, and says so", async () => {
    const { store } = play(snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion({ startTime: instant(500) }) }));
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    expect(store.getState().answers[questionId]).toMatchObject({ status: "pending", answer: { option: "opt-b" } });
    expect(screen.getByText("Kept here. It is sent when you are back.")).toBeTruthy();
  });

  it("takes no more answers when the time and the grace are over", () => {
    play(snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion({ startTime: instant(500), endTime: instant(3_000) }) }));
    act(() => void vi.advanceTimersByTime(2_299));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: /^A, arrow/ }).disabled).toBe(false);
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: /^A, arrow/ }).disabled).toBe(true);
    expect(screen.getByText("Time is up")).toBeTruthy();
  });

  it("hides the question while the game is paused", () => {
    const { hear } = play(snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion({ startTime: instant(500) }) }));
    hear({ type: "game_paused", payload: {}, id: "e1.1" });
    expect(screen.getByRole("heading", { name: "Paused" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^A, arrow/ })).toBeNull();
  });

  it("says right, with the points, and why", () => {
    const closed = { questionId, correct: ["opt-b"], explanation: "She still lives there.", tally: { answered: 2, right: 1 } };
    const you = { ...snapshot().you, answered: true, answer: { option: "opt-b" }, score: 940, streak: 2, last: { correct: true, points: 940 } };
    play(snapshotMessage("e1.0", { phase: "reveal", round: 1, question: openQuestion(), closed, you }));
    expect(screen.getByRole("heading", { name: "Right!" })).toBeTruthy();
    expect(screen.getByText("+940")).toBeTruthy();
    expect(screen.getByText("She still lives there.")).toBeTruthy();
    expect(screen.getByText("2 right in a row")).toBeTruthy();
  });

  it("shows the own row among its neighbours, with shared ranks marked", () => {
    play(snapshotMessage("e1.0", { phase: "standings", round: 1, leaderboard: [standing(kwame, 900, 1), standing(ánhTuyết, 900, 1)] }));
    const own = screen.getByText("You").closest("li");
    expect(own?.getAttribute("aria-current")).toBe("true");
    expect(own?.textContent).toContain("1=");
  });

  it("ends with the place, the score, and what can be learned from the mistakes", () => {
    const closed = { questionId, correct: ["opt-b"], tally: { answered: 2, right: 1 } };
    const you = { ...snapshot().you, answered: true, answer: { option: "opt-a" }, score: 1200, rank: 2, last: { correct: false, points: 0 } };
    const { hear } = play(
      snapshotMessage("e1.0", { phase: "reveal", round: 3, question: openQuestion({ round: 3 }), closed, you }),
      { type: "phase_changed", payload: { phase: "podium", round: 3, rounds: 3, seq: 20 }, id: "e1.1" },
    );
    hear({ type: "quiz_ended", payload: { finalLeaderboard: [standing(kwame, 1500, 1), standing(ánhTuyết, 1200, 2)] }, id: "e1.2" });
    expect(screen.getByRole("heading", { name: "Ánh Tuyết, 1,200 points" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "See your mistake" }));
    expect(screen.getByText("Which sentence talks about something that is still true now?")).toBeTruthy();
  });

  it("waits in the lobby with who came in last, and how many are here", () => {
    const { hear } = play(snapshotMessage("e1.0"));
    expect(screen.getByText("2 players here")).toBeTruthy();
    const joined = [{ participantId: kwame, name: "Kwame", avatar: 3 }, { participantId: ánhTuyết, name: "Ánh Tuyết", avatar: 64 }];
    hear({ type: "lobby_changed", payload: { participants: 3, joined, startsAt: instant(31_000) }, id: "e1.1" });
    expect(screen.getByText("3 players here")).toBeTruthy();
    expect(screen.getByText("Kwame just joined")).toBeTruthy();
    expect(screen.getByRole("timer").textContent).toBe("The game starts in 30 seconds");
  });

  it("leaves the question to the big screen where the player wants that, in later games too; a screen reader still has it", () => {
    localStorage.clear();
    const toTheEye = () => !screen.getByRole("heading", { name: openQuestion().text }).className.includes("visually-hidden");
    const asking = snapshotMessage("e1.1", { phase: "question", round: 1, question: openQuestion({ startTime: instant(500) }) });
    const { hear, unmount } = play(snapshotMessage("e1.0"));
    fireEvent.click(screen.getByRole("button", { name: "Questions show on this device" }));
    hear(asking);
    expect(toTheEye()).toBe(false);
    unmount();
    play(asking);
    expect(toTheEye()).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Show the question here" }));
    expect(toTheEye()).toBe(true);
  });

  it("says how far the next place is, and who holds it, and how places changed", () => {
    const you = { ...snapshot().you, score: 840, rank: 2 };
    const { hear } = play(
      snapshotMessage("e1.0", { phase: "question", round: 2, question: openQuestion({ round: 2 }), you: { ...you, rank: 5 }, leaderboard: [standing(kwame, 900, 1)] }),
      { type: "your_standing", payload: { questionId: openQuestion().questionId, correct: true, points: 400, streak: 1, score: 840, rank: 2, gapToNext: 60 }, id: "e1.1" },
      { type: "leaderboard_changed", payload: { leaderboard: [standing(kwame, 900, 1), standing(ánhTuyết, 840, 2)] }, id: "e1.1" },
      { type: "phase_changed", payload: { phase: "standings", round: 2, rounds: 3, seq: 20 }, id: "e1.2" },
    );
    expect(screen.getByText("Kwame", { selector: "b" }).parentElement?.textContent).toBe("60 points behind Kwame");
    expect(screen.getAllByText("Up 3 places").length).toBeGreaterThan(0);
    hear({ type: "your_standing", payload: { streak: 1, score: 840, rank: 2, gapToNext: 30 }, id: "e1.2" });
    expect(screen.getByText("30 points to the next place")).toBeTruthy();
    hear({ type: "your_standing", payload: { streak: 1, score: 1_000, rank: 1 }, id: "e1.2" });
    expect(screen.getByText("You are in front.")).toBeTruthy();
  });

  it("says with instant feedback at once how it went", () => {
    const { hear } = play(snapshotMessage("e1.0", { phase: "question", round: 1, feedback: "instant", question: openQuestion({ startTime: instant(500) }) }));
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    hear({ type: "answer_result", payload: { questionId, accepted: true, correct: true, points: 870 } });
    expect(screen.getByText("Right! +870")).toBeTruthy();
  });

  it("says that a question that was left out does not count", () => {
    play(
      snapshotMessage("e1.0", { phase: "question", round: 1, question: openQuestion() }),
      { type: "question_skipped", payload: { questionId: openQuestion().questionId, round: 1 }, id: "e1.1" },
      { type: "phase_changed", payload: { phase: "countdown", round: 2, rounds: 3, seq: 5, endTime: instant(4_000) }, id: "e1.2" },
    );
    expect(screen.getByText("Question 1 was left out. It does not count.")).toBeTruthy();
  });
});
