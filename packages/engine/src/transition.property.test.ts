import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameOf, quizVersion, settings } from "../test/arbitraries";
import { run, steps, type Step } from "../test/random-moves";
import { dueAtOf, FORGOTTEN_MS, questionOf } from "./game-clock";
import { gameStateSchema, hostCommandNames, roundOf, type GameCommand, type GameState, type Phase } from "./game-state";
import { loggedEventSchema } from "./logged-event";
import { gameEventPayloads } from "./messages";
import type { Move } from "./move";
import { completeEvent } from "./planned-event";
import { isScored } from "./question-types";
import type { QuizVersion } from "./quiz";
import { hostCommandsIn, transition } from "./transition";

const game = fc.tuple(quizVersion(), settings).map(([quiz, given]) => ({ quiz, first: gameOf(quiz, given) }));

const eachStep = (check: (step: Step, quiz: QuizVersion) => void) =>
  fc.assert(
    fc.property(game, steps, ({ quiz, first }, given) => {
      for (const step of run(quiz, first, given)) check(step, quiz);
    }),
    { numRuns: 300 },
  );

const eachMove = (check: (step: Step & { move: Move }, quiz: QuizVersion) => void) =>
  eachStep((step, quiz) => {
    if (step.move) check({ ...step, move: step.move }, quiz);
  });

const ways: Record<Phase, readonly Phase[]> = {
  lobby: ["countdown", "ended"],
  countdown: ["question", "countdown", "podium", "ended"],
  question: ["reveal", "countdown", "podium", "ended"],
  reveal: ["standings", "countdown", "podium", "ended"],
  standings: ["reveal", "countdown", "podium", "ended"],
  podium: ["ended"],
  ended: [],
};

const hasMoved = ({ before, move }: Step & { move: Move }) =>
  before.position.phase !== move.state.position.phase || roundOf(before) !== roundOf(move.state);

describe("whatever is commanded", () => {
  it("a game stays in a legal state, and takes only the ways that there are", () => {
    eachMove((step) => {
      const { before, move } = step;
      expect(gameStateSchema.parse(move.state)).toEqual(move.state);
      expect(move.state.facts).toBe(before.facts);
      expect(hasMoved(step) ? ways[before.position.phase] : [before.position.phase]).toContain(move.state.position.phase);
      expect(roundOf(move.state)).toBeGreaterThanOrEqual(roundOf(before));
      expect(roundOf(move.state)).toBeLessThanOrEqual(move.state.facts.rounds);
    });
  });

  it("seq grows by one with each accepted command and with nothing else", () => {
    eachStep(({ before, command, now, move }, quiz) => {
      expect(move?.state.seq ?? before.seq).toBe(before.seq + (move ? 1 : 0));
      // Deciding changes nothing of what it was given: asking again gives the same.
      const again = transition(before, command, now, quiz);
      expect(again.ok ? again.value : null).toEqual(move);
    });
  });

  it("the due time is that of the phase, or of a forgotten pause, and absent only at the end", () => {
    eachMove(({ move: { state } }, quiz) => {
      expect(state.dueAt === null).toBe(state.position.phase === "ended");
      expect(state.dueAt).toBe(state.paused ? state.paused.at + FORGOTTEN_MS.wait : dueAtOf({ facts: state.facts, position: state.position, quiz }));
    });
  });

  it("all hear of each change of phase once, last of all in phases that go on by themselves", () => {
    eachMove((step) => {
      const { move } = step;
      const changes = move.events.flatMap(({ event }) => (event.type === "phase_changed" ? [event.payload] : []));
      expect(changes).toHaveLength(hasMoved(step) ? 1 : 0);
      for (const change of changes) expect(change).toMatchObject({ phase: move.state.position.phase, round: roundOf(move.state), seq: move.state.seq });
    });
  });

  it("all hear of each pause and of its end, whatever ended it", () => {
    eachMove(({ before, move }) => {
      const types = move.events.map(({ event }) => event.type);
      expect(types.includes("game_paused")).toBe(!before.paused && move.state.paused !== null);
      expect(types.filter((type) => type === "game_resumed")).toHaveLength(before.paused && !move.state.paused ? 1 : 0);
      expect(move.logged.filter(({ type }) => type === "GAME_RESUMED")).toHaveLength(before.paused && !move.state.paused ? 1 : 0);
    });
  });

  it("events and log entries have the form that was agreed", () => {
    const moment = { tally: () => ({ answered: 0, right: 0 }), board: () => [] };
    eachMove(({ move }) => {
      for (const planned of move.events) {
        const event = completeEvent(planned, moment);
        expect(gameEventPayloads[event.type].parse(event.payload)).toEqual(event.payload);
      }
      for (const entry of move.logged) expect(loggedEventSchema.parse(entry)).toEqual(entry);
    });
  });

  it("the board is copied when a question opens, put back when an open one is skipped or a closed one voided, and else left alone", () => {
    eachMove(({ before, command, move }) => {
      const opens = move.state.position.phase === "question" && before.position.phase !== "question";
      const undone = command.name === "void" || (command.name === "skip" && before.position.phase === "question");
      expect(move.board).toBe(opens ? "copy" : undone ? "restore" : "keep");
    });
  });

  it("a round is left out at most once, and only by skipping or voiding it", () => {
    eachMove(({ before, command, move }) => {
      const { skippedRounds } = move.state;
      expect(skippedRounds).toEqual(command.name === "skip" || command.name === "void" ? [...before.skippedRounds, roundOf(before)] : before.skippedRounds);
      expect(new Set(skippedRounds).size).toBe(skippedRounds.length);
    });
  });

  it("pause and resume lose no time, however long the pause is", () => {
    fc.assert(
      fc.property(game, steps, fc.nat(FORGOTTEN_MS.wait - 1), ({ quiz, first }, given, pausedMs) => {
        for (const { before, now } of run(quiz, first, given)) {
          const paused = transition(before, { name: "pause" }, now, quiz);
          if (!paused.ok) continue;
          const resumed = transition(paused.value.state, { name: "resume" }, now + pausedMs, quiz);
          expect(resumed.ok && { ...resumed.value.state, seq: before.seq }).toEqual(later(before, pausedMs));
        }
      }),
    );
  });

  it("the commands offered to the host are those that are accepted", () => {
    eachMove(({ move: { state }, now }, quiz) => {
      const accepted = hostCommandNames.filter((name) => {
        const command: GameCommand = name === "extend" ? { name, seconds: 1 } : { name };
        return transition(state, command, now, quiz).ok;
      });
      const { phase } = state.position;
      const round = roundOf(state);
      const counts = round > 0 && isScored(questionOf(quiz, round)) && !state.skippedRounds.includes(round);
      const offered = hostCommandsIn({ phase, paused: state.paused !== null, pace: state.facts.settings.pace, counts });
      // A question that has all the time it can have is the one case that the phase does not tell.
      const full = state.position.phase === "question" && state.position.limitMs >= 600_000;
      expect(accepted).toEqual(offered.filter((name) => !(full && name === "extend")));
    });
  });

  it("a game that is left alone ends by itself", () => {
    fc.assert(
      fc.property(game, steps, ({ quiz, first }, given) => {
        const ticks = Array.from({ length: 40 }, (): [GameCommand, number] => [{ name: "tick" }, 1]);
        const last = run(quiz, first, [...given, ...ticks]).at(-1);
        expect((last?.move?.state ?? last?.before)?.position.phase).toBe("ended");
      }),
    );
  });
});

/** The same state some time later: whatever was still to come is as far away. */
function later(state: GameState, ms: number): GameState {
  const { position } = state;
  const moved =
    position.phase === "countdown" || position.phase === "question"
      ? { ...position, startsAt: position.startsAt + ms, endsAt: position.endsAt + ms }
      : { ...position, since: "since" in position ? position.since + ms : 0 };
  return gameStateSchema.parse({ ...state, dueAt: (state.dueAt ?? 0) + ms, position: moved });
}
