// @vitest-environment jsdom
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeProcedures, refusal } from "../../../test/fake-api";
import { openLivePage } from "../../../test/open-live-page";
import { rememberPlayer } from "../memory/player-memory";
import { gameId, instant, kwame, openQuestion, questionId, snapshot, snapshotMessage, standing, ánhTuyết } from "../testing/messages";
import { PlayerGame } from "./PlayerGame";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000 });
  rememberPlayer({ gameId, participantId: ánhTuyết, token: "players-own", name: "Ánh Tuyết", pin: "482913" }, 1_000);
});
afterEach(() => vi.useRealTimers());

const open = (procedures: FakeProcedures = {}, { online = true } = {}) => openLivePage(<PlayerGame gameId={gameId} />, { procedures, online });
const openedQuestion = openQuestion({ startTime: instant(500), endTime: instant(20_500) });
const asking = snapshotMessage("e1.4", { phase: "question", round: 1, question: openedQuestion, endTime: instant(20_500) });

/** What a screen reader is told without being asked. */
const told = () => document.querySelector("[aria-live=polite]")?.textContent;

describe("a player's page", () => {
  it("is for who has joined on this device", async () => {
    localStorage.clear();
    const { api } = await open();
    expect(screen.getByRole("heading", { name: "You are not in this game yet" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Enter another code" }).getAttribute("href")).toBe("/");
    expect(api.calls).toEqual([]);
  });

  it("connects as the player that this device remembers", async () => {
    const { api, sockets, hear } = await open();
    expect(api.inputsOf("live.token")).toEqual([{ gameId, participantToken: "players-own", as: "participant" }]);
    expect(sockets.latest().subscriptions).toEqual([{ path: "live.events", input: {} }]);
    hear(snapshotMessage("e1.0"));
    expect(screen.getByRole("heading", { name: "You’re in, Ánh Tuyết" })).toBeTruthy();
  });

  it("shows nothing while it opens quickly, and says that the place is safe when that takes long", async () => {
    const { pass } = await open({}, { online: true });
    expect(screen.getByRole("status").textContent).toBe("");
    await pass(400);
    expect(screen.getByRole("status").textContent).toBe("Opening the game");
    await pass(5_000);
    expect(screen.getByRole("status").textContent).toBe("Still opening the game. Your place is safe.");
  });

  it("sends an answer over the open connection, and says that it is in", async () => {
    const { sockets, hear, pass } = await open();
    hear(asking);
    sockets.answerTo = () => ({ questionId, accepted: true });
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    await pass();
    expect(sockets.latest().calls).toContainEqual(["live.answer", expect.objectContaining({ questionId, answer: { option: "opt-b" } })]);
    expect(screen.getByText("Your answer is in", { selector: "b" })).toBeTruthy();
  });

  it("sends an answer over HTTP where the connection has gone silent, once, under the same name", async () => {
    const { api, sockets, hear, pass } = await open({ "live.answer": () => ({ questionId, accepted: true }) });
    hear(asking);
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    await pass(4_100);
    const [, overSocket] = sockets.latest().calls.find(([path]) => path === "live.answer") ?? [];
    expect(api.inputsOf("live.answer")).toEqual([overSocket]);
    expect(screen.getByText("Your answer is in", { selector: "b" })).toBeTruthy();
  });

  it("tells a screen reader what the eye sees change", async () => {
    const { sockets, hear, pass } = await open();
    hear(snapshotMessage("e1.0"), { type: "phase_changed", payload: { phase: "countdown", round: 1, rounds: 3, seq: 1, endTime: instant(2_000) }, id: "e1.1" });
    expect(told()).toBe("Question 1 of 3 opens in a moment.");
    hear({ type: "new_question", payload: openedQuestion, id: "e1.2" });
    expect(told()).toMatch(/^Which sentence .* A: She lived in Đà Nẵng\.\. B: She has lived/);
    await pass(9_700);
    expect(told()).toBe("10 seconds left.");
    sockets.answerTo = () => ({ questionId, accepted: true });
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    await pass();
    expect(told()).toBe("Your answer is in");
    hear({ type: "game_paused", payload: {}, id: "e1.3" });
    expect(told()).toBe("The game is paused.");
    hear({ type: "question_closed", payload: { questionId: openedQuestion.questionId, correct: openedQuestion.optionIds.slice(1, 2), tally: { answered: 2, right: 1 } }, id: "e1.4" });
    hear({ type: "your_standing", payload: { questionId: openedQuestion.questionId, correct: true, points: 940, streak: 1, score: 1_940, rank: 2, gapToNext: 60 }, id: "e1.4" });
    expect(told()).toBe("Right! 940 points.");
    hear({ type: "phase_changed", payload: { phase: "standings", round: 1, rounds: 3, seq: 13 }, id: "e1.5" });
    expect(told()).toBe("You are in 2nd place with 1,940 points.");
    hear({ type: "quiz_ended", payload: { finalLeaderboard: [standing(kwame, 2_000, 1), standing(ánhTuyết, 1_940, 2)] }, id: "e1.6" });
    expect(screen.getByText("The game has ended.").closest("[role=alert]")).toBeTruthy();
  });

  it("tells a screen reader why an answer was refused", async () => {
    const { sockets, hear, pass } = await open();
    hear(asking);
    sockets.answerTo = () => ({ questionId, accepted: false, reason: "TOO_LATE" });
    fireEvent.click(screen.getByRole("button", { name: /^B, bolt/ }));
    await pass();
    expect(told()).toBe("Time was up. This one doesn’t count.");
  });

  it("asks for the rows around oneself when standings come up, and once more where that failed", async () => {
    let failures = 1;
    const { api, hear, pass } = await open({ "live.leaderboard": () => { if (failures-- > 0) throw refusal("BUSY"); return { items: [standing(kwame, 4_210, 41), standing(ánhTuyết, 4_180, 42)], total: 60 }; } });
    hear(snapshotMessage("e1.0", { phase: "standings", round: 1 }));
    await pass(1_500);
    expect(api.inputsOf("live.leaderboard")).toHaveLength(2);
    expect(screen.getByText("You").closest("li")?.textContent).toContain("42");
    expect(screen.getByText("Kwame")).toBeTruthy();
  });

  it("keeps the keyboard in the game when a scene takes its button away", async () => {
    const { hear } = await open();
    hear(asking);
    act(() => screen.getByRole("button", { name: /^B, bolt/ }).focus());
    hear({ type: "phase_changed", payload: { phase: "standings", round: 1, rounds: 3, seq: 13 }, id: "e1.5" });
    expect(document.activeElement?.id).toBe("main");
  });

  it("says to who was removed that it was the host, and does not come back", async () => {
    const { sockets, hear, pass } = await open();
    hear(snapshotMessage("e1.0"), { type: "participant_removed", payload: { participantId: ánhTuyết }, id: "e1.1" });
    expect(screen.getByRole("alert").textContent).toContain("The host removed you.");
    sockets.latest().close(1008);
    await pass(60_000);
    expect(sockets.opened).toHaveLength(1);
    expect(screen.getByRole("heading", { name: "You are out of this game" })).toBeTruthy();
  });

  it("says the same where a reload after the removal finds no way in", async () => {
    await open({ "live.token": () => { throw refusal("FORBIDDEN"); } });
    expect(screen.getByRole("heading", { name: "You are out of this game" })).toBeTruthy();
  });

  it.each([["NOT_FOUND", "This game is not there"], ["UNAUTHORIZED", "You are not in this game yet"], ["ENDED", "This game has ended"]] as const)("says when it was refused with %s: %s", async (reason, title) => {
    await open({ "live.token": () => { throw refusal(reason); } });
    expect(screen.getByRole("heading", { name: title })).toBeTruthy();
  });

  it("still shows the own result of a game that takes nobody in any more", async () => {
    const you = { ...snapshot().you, score: 1_200, rank: 2 };
    await open({
      "live.token": () => { throw refusal("ENDED"); },
      "live.state": () => ({ id: "e1.40", snapshot: snapshot({ phase: "ended", round: 3, you, leaderboard: [standing(kwame, 1_500, 1), standing(ánhTuyết, 1_200, 2)] }) }),
    });
    expect(screen.getByRole("heading", { name: "Ánh Tuyết, 1,200 points" })).toBeTruthy();
  });

  it("plays in one window only, and here again when it is told to", async () => {
    const { sockets, hear, pass } = await open();
    hear(snapshotMessage("e1.0"));
    sockets.latest().close(4000);
    await pass();
    expect(screen.getByRole("heading", { name: "You play in another window" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Use here" }));
    await pass();
    expect(sockets.opened).toHaveLength(2);
    expect(screen.getByRole("heading", { name: "You’re in, Ánh Tuyết" })).toBeTruthy();
  });

  it("says what is safe when the server stays away, with the code for another device", async () => {
    const { pass } = await open({}, { online: false });
    await pass(180_000);
    expect(screen.getByRole("heading", { name: "We lost the game server" })).toBeTruthy();
    expect(screen.getByText(/Your points are safe/)).toBeTruthy();
    expect(screen.getByText(/Game 482\s913\./)).toBeTruthy();
  });

  it("finds its way through a network that blocks sockets", async () => {
    let phase = "lobby";
    const { sockets, pass } = await open({ "live.state": () => ({ id: `e1.${phase.length}`, snapshot: snapshot({ phase, round: 1, serverTime: new Date().toISOString() }) }) });
    sockets.opens = false;
    sockets.latest().close(1006);
    await pass(30_000);
    expect(screen.getByText("Slow connection: updates come every 2 s.")).toBeTruthy();
    phase = "standings";
    await pass(2_500);
    expect(screen.getByRole("heading", { level: 1 }).textContent).not.toContain("You’re in");
  });
});
