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

const join = { pin: "482913", address: "quickfire.example", url: "https://quickfire.example/join/482913", pattern: null };

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

  it("shows the teams as lanes, each with its sign, its name and its mean, and how that comes about", () => {
    const teams = [{ team: 2, score: 1_166.7, rank: 1, members: 3 }, { team: 1, score: 900, rank: 2, members: 2 }];
    const { container, hear } = show(snapshotMessage("e1.0", { phase: "standings", round: 1, teams, teamSizes: [2, 3] }));
    for (const text of ["Bolts", "1,166.7", "3 players", "Arrows", "900", "A team’s score is the mean of its players’ scores."]) expect(container.textContent).toContain(text);
    hear(snapshotMessage("e1.1", { phase: "podium", round: 1, leaderboard: [standing(kwame, 2_110, 1)], teams, teamSizes: [2, 3] }));
    expect(screen.getByRole("region", { name: "Teams" }).textContent).toContain("Bolts1,166.7");
    expect(container.textContent).toContain("Kwame");
  });

  it("shows in the lobby who is in which team, and follows whoever is moved", () => {
    const person = { participantId: kwame, name: "Kwame", avatar: 3, present: true, answered: false };
    const { hear } = show(snapshotMessage("e1.0", { teamSizes: [1, 0] }), { type: "roster", payload: { people: [{ ...person, team: 1 }], total: 1 } });
    expect(screen.getByRole("list", { name: "Arrows" }).textContent).toContain("Kwame");
    hear({ type: "team_changed", payload: { participantId: kwame, team: 2, teamSizes: [0, 1] }, id: "e1.1" }, { type: "roster", payload: { people: [{ ...person, team: 2 }], total: 1 } });
    expect(screen.getByRole("list", { name: "Bolts" }).textContent).toContain("Kwame");
  });

  it("says how many have answered, of those who are here", () => {
    const question = openQuestion({ startTime: instant(500) });
    const { container } = show(snapshotMessage("e1.0", { phase: "question", round: 1, question }), { type: "progress", payload: { participants: 40, present: 38, answered: 19 } });
    expect(container.textContent).toContain("19 of 38have answered");
  });

  it("lets the question stand out at the end of a long text", () => {
    const story = "The river rose all night, and nobody in the village slept. ".repeat(5);
    const question = openQuestion({ text: `${story}What did they do in the morning?`, startTime: instant(500) });
    show(snapshotMessage("e1.0", { phase: "question", round: 1, language: "en", question }));
    expect(screen.getByText("What did they do in the morning?").tagName).toBe("B");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(question.text);
  });

  it("says where to type, and shows at the reveal what was typed, marking what was accepted", () => {
    const question = openQuestion({ type: "typed", text: "The capital of Việt Nam?", options: [], optionIds: [], startTime: instant(500) });
    const { container, hear } = show(snapshotMessage("e1.0", { phase: "question", round: 1, question }));
    expect(screen.getByText("Type your answer on your device")).toBeTruthy();
    const texts = [{ text: "hà nội", n: 5 }, { text: "Huế", n: 2 }];
    const closed = { questionId, correct: { accepted: ["Hà Nội", "Hanoi"] }, tally: { answered: 7, right: 5, texts } };
    hear(snapshotMessage("e1.1", { phase: "reveal", round: 1, question, closed }));
    expect(screen.getByText("Hà Nội")).toBeTruthy();
    expect(screen.getByText("Also right: Hanoi")).toBeTruthy();
    expect(screen.getAllByRole("listitem").map(({ textContent, className }) => [textContent, /right/.test(className)])).toEqual([["hà nội5", true], ["Huế2", false]]);
    expect(container.textContent).toMatch(/71\s?%/);
  });

  it("goes on with the standings where the text of a closed question is not known here", () => {
    const leaderboard = [standing(kwame, 2_110, 1)];
    show(snapshotMessage("e1.0", { phase: "reveal", round: 1, leaderboard, closed: { questionId, correct: ["opt-b"], tally: { answered: 1, right: 1 } } }));
    expect(screen.getByRole("heading", { name: "Standings" })).toBeTruthy();
  });

  it.each([["countdown", { endTime: instant(4_000) }], ["question", { question: openQuestion({ startTime: instant(4_000) }) }]])("hides a coming question until it opens: %s", (phase, more) => {
    const { container } = show(snapshotMessage("e1.0", { phase, round: 1, ...more }));
    expect(container.textContent).not.toContain(openQuestion().text);
    expect(container.textContent).toContain("3");
  });
});
