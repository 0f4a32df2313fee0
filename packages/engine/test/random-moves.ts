import * as fc from "fast-check";
import type { GameCommand, GameState } from "../src/game-state";
import type { Move } from "../src/move";
import type { QuizVersion } from "../src/quiz";
import { transition } from "../src/transition";
import { anInstant } from "./arbitraries";

const simpleCommands = ["start", "pause", "resume", "reveal", "skip", "void", "next", "back", "lock", "unlock"] as const;

const command: fc.Arbitrary<GameCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...simpleCommands).map((name): GameCommand => ({ name })) },
  { weight: 4, arbitrary: fc.constant<GameCommand>({ name: "tick" }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600 }).map((seconds): GameCommand => ({ name: "extend", seconds })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((round): GameCommand => ({ name: "everyone-answered", round })) },
);

/** A command, and how long after the one before: a part of the time that is left, so that nothing is ever overslept. */
export const steps = fc.array(fc.tuple(command, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 60 });

export type Step = { before: GameState; command: GameCommand; now: number; move: Move | null };

/** All that happens when the commands are given one after the other; ticks come when the game is due. */
export function run(quiz: QuizVersion, first: GameState, given: [GameCommand, number][]): Step[] {
  let [state, now] = [first, anInstant];
  return given.map(([command, part]) => {
    const before = state;
    const leftMs = Math.max(0, (state.dueAt ?? now + 1_000) - now);
    now += command.name === "tick" ? leftMs : Math.floor(leftMs * part);
    const moved = transition(state, command, now, quiz);
    if (moved.ok) state = moved.value.state;
    return { before, command, now, move: moved.ok ? moved.value : null };
  });
}
