import type { OpenQuestion } from "@quickfire/engine";
import { ownLimitMs, usualTime } from "@quickfire/engine/own-time";
import type { LiveGame } from "../store/live-game";

/** When a question ends for whoever holds this phone: later than for the others, where the host gave them more time. */
export function ownEndOf({ startTime, endTime }: Pick<OpenQuestion, "startTime" | "endTime">, you: LiveGame["you"]): string {
  const percent = you?.ownTime ?? usualTime;
  if (percent === usualTime) return endTime;
  const startsAt = Date.parse(startTime);
  return new Date(startsAt + ownLimitMs(Date.parse(endTime) - startsAt, percent)).toISOString();
}

/** Whether they are to see a clock at all. */
export const hasTimer = (you: LiveGame["you"]): boolean => you?.ownTime !== 0;
