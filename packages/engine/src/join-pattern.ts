import { z } from "zod";
import { joinPatternRule } from "./join-pattern-rule";

const unclear = "A pattern is four letters from A to D, as the big screen shows them.";

/** As somebody taps or types it. */
export const joinPatternSchema = z
  .string(unclear)
  .max(20, unclear)
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .refine((text) => new RegExp(`^[${joinPatternRule.signs.join("")}]{${joinPatternRule.length}}$`).test(text), unclear);

/** The number of the stretch of time in which an instant lies; each has a pattern of its own. */
export const patternStretchOf = (now: number): number => Math.floor(now / joinPatternRule.everyMs);

/** From when until when a stretch's pattern is on the screen. */
export function timesOfStretch(stretch: number): { startsAt: number; endsAt: number } {
  const startsAt = stretch * joinPatternRule.everyMs;
  return { startsAt, endsAt: startsAt + joinPatternRule.everyMs };
}

/** Still good: what is on the screen, and what was there before, since tapping it takes a while. */
export const acceptedStretches = (now: number): readonly [number, number] => [patternStretchOf(now), patternStretchOf(now) - 1];

/** The pattern that bytes nobody can foresee stand for: each one as likely as any other. */
export function patternOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, joinPatternRule.length), (byte) => joinPatternRule.signs[byte % joinPatternRule.signs.length]).join("");
}
