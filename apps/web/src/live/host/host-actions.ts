import type { HostCommandName } from "@quickfire/engine";
import { hostCommandsIn } from "@quickfire/engine/transition";
import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import type { LiveGame } from "../store/live-game";
import type { HostSettings } from "./host-settings";
import { nextStepOf } from "./host-steps";

export const extensionSeconds = 10;

export type RunCommand = (command: HostCommandName, seconds?: number) => Promise<void>;

/** What a host can do at this moment, each thing ready to be done; undefined is what can't be done now. */
export type HostActions = Record<"next" | "pause" | "resume" | "extend" | "skip" | "lock" | "back" | "void" | "end", (() => void) | undefined>;

export function hostActionsOf(game: LiveGame, { pace }: Pick<HostSettings, "pace">, run: RunCommand): HostActions {
  const { phase, paused, locked } = game;
  const wasSkipped = game.round > 0 && game.skippedRound === game.round;
  const counts = !game.voided && !wasSkipped && !(game.question && unscoredTypes.has(game.question.type));
  const possible = new Set<HostCommandName>(hostCommandsIn({ phase, paused, pace, counts }));
  const can = (command: HostCommandName, seconds?: number) => (possible.has(command) ? () => void run(command, seconds) : undefined);
  const step = nextStepOf(game);
  return {
    next: step ? can(step) : undefined,
    pause: can("pause"),
    resume: can("resume"),
    extend: paused ? undefined : can("extend", extensionSeconds),
    skip: can("skip"),
    lock: can(locked ? "unlock" : "lock"),
    back: can("back"),
    void: can("void"),
    end: can("end"),
  };
}

/** When the results of rounds that are over can be shown again: the server says the same. */
export const isBetweenQuestions = ({ phase }: LiveGame): boolean => phase === "reveal" || phase === "standings" || phase === "podium";

/** The keys for it, at the desk and on the stage alike; those of a remote control for slides are among them. */
export const hostKeysOf = ({ next, pause, resume, extend, skip, lock, back }: HostActions): Record<string, (() => void) | undefined> => ({
  Space: next, ARROWRIGHT: next, PAGEDOWN: next, ARROWLEFT: back, PAGEUP: back, P: pause ?? resume, T: extend, S: skip, L: lock,
});
