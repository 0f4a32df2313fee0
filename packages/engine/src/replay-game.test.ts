import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anInstant, gameOf, quizVersion, settings } from "../test/arbitraries";
import { run, steps } from "../test/random-moves";
import { type PastEvent, replayGame } from "./replay-game";
import { transition } from "./transition";

const game = fc.tuple(quizVersion(), settings).map(([quiz, given]) => ({ quiz, first: gameOf(quiz, given) }));

it("makes of a game's log the very state that the game was in, after any moves", () => {
  fc.assert(
    fc.property(game, steps, ({ quiz, first }, given) => {
      let [state, openedRound] = [first, 0];
      const events: PastEvent[] = [];
      for (const { move, now } of run(quiz, first, given)) {
        if (!move) continue;
        state = move.state;
        for (const event of move.logged) {
          events.push({ ...event, at: now });
          if (event.type === "QUESTION_OPENED") openedRound = event.body.round;
        }
        const replayed = replayGame({ from: { state: first, openedRound: 0 }, events, quiz, lastAt: now, now, epoch: "2-rebuilt" });
        expect(replayed).toEqual({ state: { ...state, epoch: "2-rebuilt", seq: state.seq + 1 }, openedRound });
      }
    }),
    { numRuns: 500 },
  );
});

it("can be done again from where it was done last", () => {
  fc.assert(
    fc.property(game, steps, steps, ({ quiz, first }, before, after) => {
      const moved = run(quiz, first, before).findLast(({ move }) => move !== null);
      const middle = moved?.move?.state ?? first;
      const events = run(quiz, middle, after).flatMap(({ move, now }) => (move?.logged ?? []).map((event): PastEvent => ({ ...event, at: now })));
      const end = run(quiz, middle, after).findLast(({ move }) => move !== null);
      if (!end?.move) return;
      const { state } = replayGame({ from: { state: middle, openedRound: 0 }, events, quiz, lastAt: end.now, now: end.now, epoch: "3" });
      expect(state.position.phase).toBe(end.move.state.position.phase);
      expect(state.skippedRounds).toEqual(end.move.state.skippedRounds);
    }),
    { numRuns: 50 },
  );
});

it("gives an open question the time that nobody could play, and a game that waits for its host none", () => {
  fc.assert(
    fc.property(quizVersion().filter(({ questions: [one] }) => one?.type !== "slide"), fc.integer({ min: 0, max: 600_000 }), (quiz, lostMs) => {
      const first = gameOf(quiz, { countdown: 0, pace: "manual" });
      const events: PastEvent[] = [];
      let [state, now] = [first, anInstant];
      const move = (name: "start" | "tick" | "reveal") => {
        if (name === "tick") now = state.dueAt ?? now;
        const moved = transition(state, { name }, now, quiz);
        if (!moved.ok) throw new Error(moved.error);
        state = moved.value.state;
        events.push(...moved.value.logged.map((event): PastEvent => ({ ...event, at: now })));
      };
      const replay = () => replayGame({ from: { state: first, openedRound: 0 }, events, quiz, lastAt: now, now: now + lostMs, epoch: "2" }).state;
      move("start");
      move("tick");
      const open = replay();
      if (open.position.phase !== "question" || state.position.phase !== "question") throw new Error("the question is open");
      expect(open.position.endsAt - state.position.endsAt).toBe(lostMs);
      expect(open.position.startsAt - state.position.startsAt).toBe(lostMs);
      expect((open.dueAt ?? 0) - (state.dueAt ?? 0)).toBe(lostMs);
      move("reveal");
      expect(replay()).toMatchObject({ dueAt: state.dueAt, position: state.position });
    }),
    { numRuns: 20 },
  );
});
