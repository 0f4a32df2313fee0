import { refuseField } from "../errors";

const dayMs = 24 * 60 * 60_000;
const furthestMs = 400 * dayMs;
/** Homework without a deadline of its own is for next week. */
const usualMs = 7 * dayMs;

/** A deadline as it was asked for. The past is fine: it closes. What lies more than a year ahead is a slip of the pen. */
export function readDeadline(asked: string | undefined, now: number): Date {
  const at = asked === undefined ? now + usualMs : Date.parse(asked);
  if (at > now + furthestMs) refuseField(["deadline"], "The deadline can be a year ahead at most.");
  return new Date(Math.max(at, 0));
}
