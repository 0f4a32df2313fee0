/** Where the author's work is, as the editor says it. `kept`: this browser has it too, and a closed tab loses nothing. */
export type SaveState =
  /** On the server. `at` is null until something was saved in this tab. */
  | { kind: "saved"; at: number | null }
  /** Changed a moment ago, or on its way. */
  | { kind: "saving" }
  /** The server can't be reached; tried again by itself. */
  | { kind: "offline"; kept: boolean }
  /** The server said no, or nothing useful; tried again by itself. */
  | { kind: "failed"; kept: boolean }
  /** The server can't take it as it is: something in it has to change first. */
  | { kind: "refused"; message: string }
  /** The sign-in ran out. */
  | { kind: "signed-out"; kept: boolean }
  /** The quiz was deleted elsewhere. */
  | { kind: "gone" }
  /** Somebody saved another version since this one was read: the author decides. */
  | { kind: "conflict" };

/** How a try to save ended. */
export type SaveOutcome =
  | { kind: "saved"; revision: number }
  | { kind: "offline" }
  | { kind: "failed" }
  | { kind: "refused"; message: string }
  | { kind: "signed-out" }
  | { kind: "gone" }
  | { kind: "conflict" };
