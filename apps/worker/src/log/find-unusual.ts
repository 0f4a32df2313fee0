import type { LogEvent } from "@quickfire/realtime";

/** Nobody reads a question, decides and taps within this time of its opening; a program does. */
const humanMs = 50;

export type UnusualPattern = "too_fast";

/** Scores of these events that a person hardly makes. They count all the same: an operator is told, nobody is punished by a rule. */
export function findUnusual(events: readonly LogEvent[]): UnusualPattern[] {
  return events.flatMap((event): UnusualPattern[] => (event.type === "ANSWER_SUBMITTED" && event.correct === true && event.timeMs < humanMs ? ["too_fast"] : []));
}
