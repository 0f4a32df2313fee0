import type { SocketEnd, TokenFailure } from "../network/live-api.types";
import { attemptsUntilGivingUp, type ConnectionRefusal } from "../store/connection-slice";
import { backoffMs, spreadMs } from "./backoff";

/** What came of one try to connect. */
export type Outcome = { kind: "ended"; end: SocketEnd } | { kind: "no-token"; failure: TokenFailure };

export type NextStep =
  | { do: "stop"; because: "replaced" | "removed" | "over" }
  | { do: "stop"; because: "refused"; reason: ConnectionRefusal }
  | { do: "give-up" }
  | { do: "retry"; attempt: number; delayMs: number };

/** Close codes of CONTRACT, section 3, with those of `packages/broadcast` that mean the same. */
const closeCodes = { over: 1000, draining: 1001, removed: 1008, replaced: 4000 } as const;

/** `failures` counts the tries since the feed was last heard, this one included. */
export function nextStep(outcome: Outcome, { failures, random }: { failures: number; random: () => number }): NextStep {
  if (outcome.kind === "no-token" && outcome.failure !== "UNREACHABLE") {
    return outcome.failure === "REMOVED" ? { do: "stop", because: "removed" } : { do: "stop", because: "refused", reason: outcome.failure };
  }
  const code = outcome.kind === "ended" ? outcome.end.code : null;
  switch (code) {
    case closeCodes.over:
      return { do: "stop", because: "over" };
    case closeCodes.removed:
      return { do: "stop", because: "removed" };
    case closeCodes.replaced:
      return { do: "stop", because: "replaced" };
  }
  if (failures > attemptsUntilGivingUp) return { do: "give-up" };
  const delayMs = code === closeCodes.draining ? spreadMs(800, random) : backoffMs(failures, random);
  return { do: "retry", attempt: failures, delayMs };
}
