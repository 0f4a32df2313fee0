import type { Phase } from "@quickfire/engine";
import { climbs, closed, countdownBeat, type Cue, joined, opened, podium, revealed, secondsTick } from "./cues";

/** The parts of a game whose sounds have a loudness of their own. */
export const soundParts = ["lobby", "question", "results"] as const;
export type SoundPart = (typeof soundParts)[number];

/** What of a game can be heard. */
export type Moment = { phase: Phase; round: number; paused: boolean; /** Until the phase ends. */ seconds: number | null; /** The question is open. */ open: boolean; /** How many have come in so far. */ people: number; /** The places of those on the wall who have climbed. */ climbedTo: readonly number[] };
export type Sounding = { part: SoundPart; cue: Cue };

/** What is heard as one moment turns into the next; nothing of what was there when the page came. */
export function soundsBetween(before: Moment | null, now: Moment): Sounding[] {
  if (!before || now.paused) return [];
  const hasMoved = before.phase !== now.phase || before.round !== now.round;
  const secondPassed = now.seconds !== null && now.seconds > 0 && (hasMoved || before.seconds !== now.seconds);
  const asQuestion = (cue: Cue): Sounding[] => [{ part: "question", cue }];
  const asResult = (cue: Cue): Sounding[] => [{ part: "results", cue }];
  switch (now.phase) {
    case "lobby":
      return now.people > before.people ? [{ part: "lobby", cue: joined(now.people - 1) }] : [];
    case "countdown":
      return secondPassed && now.seconds !== null && now.seconds <= 3 ? asQuestion(countdownBeat(now.seconds === 1)) : [];
    case "question":
      if (now.open && !before.open) return asQuestion(opened);
      return now.open && secondPassed && now.seconds !== null && now.seconds <= 5 ? asQuestion(secondsTick(now.seconds)) : [];
    case "reveal":
      if (!hasMoved) return [];
      return before.phase === "question" ? [...asQuestion(closed), ...asResult(revealed)] : asResult(revealed);
    case "standings":
      return hasMoved ? asResult(climbs(now.climbedTo)) : [];
    case "podium":
      return hasMoved ? asResult(podium) : [];
    case "ended":
      return [];
  }
}
