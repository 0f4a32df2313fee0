import { describe, expect, it } from "vitest";
import { anInstant, gameOf, plainQuiz } from "../test/arbitraries";
import { FORGOTTEN_MS } from "./game-clock";
import { lobbyWithPresent } from "./lobby";
import { transition } from "./transition";

const quiz = plainQuiz(1);
const lobby = gameOf(quiz, { start: "auto" });

describe("the automatic start", () => {
  it("waits for more than two, then for five seconds", () => {
    expect(lobbyWithPresent(lobby, 2, anInstant)).toBe(lobby);
    const waiting = lobbyWithPresent(lobby, 3, anInstant);
    expect(waiting).toMatchObject({ seq: 0, dueAt: anInstant + 5_000, position: { startsAt: anInstant + 5_000 } });
    expect(transition(waiting, { name: "tick" }, anInstant + 4_999, quiz)).toEqual({ ok: false, error: "NOT_DUE" });
    expect(transition(waiting, { name: "tick" }, anInstant + 5_000, quiz)).toMatchObject({
      value: { state: { position: { phase: "countdown", round: 1 } }, logged: [{ type: "GAME_STARTED", body: { by: "clock" } }, {}] },
    });
  });

  it("goes on when more come, is called off when too few are left, and then begins anew", () => {
    const waiting = lobbyWithPresent(lobby, 3, anInstant);
    expect(lobbyWithPresent(waiting, 4, anInstant + 1_000)).toBe(waiting);
    const left = lobbyWithPresent(waiting, 2, anInstant + 2_000);
    expect(left).toMatchObject({ dueAt: anInstant + FORGOTTEN_MS.lobby, position: { startsAt: null } });
    expect(lobbyWithPresent(left, 3, anInstant + 9_000)).toMatchObject({ position: { startsAt: anInstant + 14_000 } });
  });

  it("is nothing for games that their host starts, nor after the lobby", () => {
    const manual = gameOf(quiz);
    expect(lobbyWithPresent(manual, 50, anInstant)).toBe(manual);
    const started = transition(lobby, { name: "start" }, anInstant, quiz);
    expect(started.ok && lobbyWithPresent(started.value.state, 50, anInstant)).toBe(started.ok && started.value.state);
  });
});
