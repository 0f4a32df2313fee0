import type { QuizContent } from "@quickfire/engine/quiz";
import type { DeviceCopy } from "./device-copy";
import type { SaveOutcome, SaveState } from "./save-state";

/** Typing pauses this long before it is sent; whoever never pauses is saved this often anyway. */
const pauseMs = 800;
const longestWaitMs = 5_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

export type Autosave = {
  /** The author changed something. */
  change: (quiz: QuizContent) => void;
  /** Saves at once what is still waiting: before a game starts, when the tab is left, when the author asks. */
  flush: () => Promise<SaveState>;
  /** Goes on after a conflict: from this revision on, what is here wins. */
  continueFrom: (revision: number) => void;
  /** Takes over a version from the server: nothing here is to be saved any more. */
  adopt: (revision: number) => void;
  readonly state: SaveState;
  readonly revision: number;
  /** Whether this browser holds what is not on the server yet. */
  readonly kept: boolean;
  /** Nothing is tried again after `stop`, until `start`. */
  start: () => void;
  stop: () => void;
};

type AutosaveParts = {
  /** The revision that the work here is based on. */
  revision: number;
  /** Begins with a decision to be made: this device kept work that somebody has overtaken. */
  conflict?: boolean;
  save: (quiz: QuizContent, revision: number) => Promise<SaveOutcome>;
  device: DeviceCopy;
  now: () => number;
  onState: (state: SaveState) => void;
};

/**
 * Saves behind the author's back, one request at a time, always the newest version. What is not on the server yet is on
 * this device. Never overwrites what it has not seen: after a conflict it waits for a decision.
 */
export function createAutosave({ revision: firstRevision, conflict = false, save, device, now, onState }: AutosaveParts): Autosave {
  let state: SaveState = conflict ? { kind: "conflict" } : { kind: "saved", at: null };
  let revision = firstRevision;
  let unsaved: QuizContent | null = null;
  let unsavedSince = 0;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retries = 0;
  let kept = true;
  let stopped = false;

  function show(next: SaveState): void {
    state = next;
    if (!stopped) onState(next);
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(), delayMs);
  }

  function send(): Promise<void> {
    running ??= sendNewest().finally(() => { running = null; });
    return running;
  }

  async function sendNewest(): Promise<void> {
    clearTimeout(timer);
    const sent = unsaved;
    if (!sent) return;
    if (state.kind !== "saving") show({ kind: "saving" });
    settle(await save(sent, revision), sent);
  }

  function settle(outcome: SaveOutcome, sent: QuizContent): void {
    if (outcome.kind === "saved") {
      retries = 0;
      revision = outcome.revision;
      if (unsaved === sent) {
        unsaved = null;
        device.clear();
        return show({ kind: "saved", at: now() });
      }
      // More was typed while this was on its way.
      unsavedSince = now();
      if (unsaved) kept = device.keep(unsaved, revision);
      return schedule(pauseMs);
    }
    show(outcome.kind === "offline" || outcome.kind === "failed" || outcome.kind === "signed-out" ? { kind: outcome.kind, kept } : outcome);
    if (outcome.kind === "offline" || outcome.kind === "failed") schedule(Math.min(firstRetryMs * 2 ** retries++, longestRetryMs));
  }

  return {
    change(quiz) {
      if (!unsaved) unsavedSince = now();
      unsaved = quiz;
      kept = device.keep(quiz, revision);
      // In a conflict, or when the quiz is gone, saving waits for the author.
      if (state.kind === "conflict" || state.kind === "gone" || state.kind === "signed-out") return;
      if (state.kind === "saved" || state.kind === "refused") show({ kind: "saving" });
      if (state.kind === "saving") schedule(Math.max(0, Math.min(pauseMs, unsavedSince + longestWaitMs - now())));
    },
    async flush() {
      if (state.kind === "conflict") return state;
      // What is on its way may be older than what is waiting.
      if (running) await running;
      if (unsaved) await send();
      return state;
    },
    continueFrom(next) {
      revision = next;
      show({ kind: "saving" });
      void send();
    },
    adopt(next) {
      clearTimeout(timer);
      revision = next;
      unsaved = null;
      retries = 0;
      device.clear();
      show({ kind: "saved", at: now() });
    },
    get state() {
      return state;
    },
    get revision() {
      return revision;
    },
    get kept() {
      return kept;
    },
    start() {
      stopped = false;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
