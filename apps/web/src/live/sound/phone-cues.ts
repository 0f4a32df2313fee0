import type { Phase } from "@quickfire/engine";
import { climbed, type Cue, lockedIn, right, wrong } from "./cues";

/** What of a game a player's own phone can tell by sound; the big screen has the rest. */
export type PhoneMoment = {
  phase: Phase;
  round: number;
  /** The server has the answer. */
  answered: boolean;
  /** What it came to, as soon as that is known: at once where feedback is instant, else at the reveal. */
  outcome: "right" | "wrong" | null;
  rank: number | null;
  rankBefore: number | null;
};

/** What is heard as one moment turns into the next; nothing of what was there when the page came. */
export function phoneCuesBetween(before: PhoneMoment | null, now: PhoneMoment): Cue[] {
  if (!before) return [];
  const isSameRound = before.round === now.round;
  if (now.outcome !== null && !(isSameRound && before.outcome !== null)) return [now.outcome === "right" ? right : wrong];
  if (now.answered && !(isSameRound && before.answered)) return [lockedIn];
  const isBoard = now.phase === "standings" && before.phase !== "standings";
  return isBoard && now.rank !== null && now.rankBefore !== null && now.rank < now.rankBefore ? [climbed(now.rank)] : [];
}
