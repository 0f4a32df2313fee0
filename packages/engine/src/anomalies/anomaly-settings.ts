import { z } from "zod";

const whole = (min: number, max: number, usual: number) => {
  const error = `has to be a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error).default(usual);
};

/** From where on the rules find something unusual. Generous: who is flagged without reason is a pupil before a class. */
export const anomalySettingsSchema = z.object({
  /** Words a minute. A quick reader manages 400. */
  readingWordsPerMinute: whole(300, 5_000, 1_000),
  /** Right answers that came faster than their question can be read. */
  fastAnswers: whole(3, 100, 5),
  /** Nobody decides and taps within this of the opening, again and again, and is right. */
  humanMs: whole(10, 500, 50),
  /** A turn from wrong to right that chance brings about less often than once in 10 to the power of this. */
  surgeOdds: whole(3, 15, 8),
  successes: whole(5, 1_000, 30),
  successesWithinMs: whole(1_000, 3_600_000, 60_000),
  /** Players who answer together, again and again, within `lockStepMs` of one another. */
  lockStepPlayers: whole(3, 100, 3),
  lockStepAnswers: whole(5, 100, 8),
  lockStepMs: whole(10, 500, 100),
  devicePlayers: whole(3, 100, 4),
  deviceAnswers: whole(4, 100, 5),
  deviceJoinMs: whole(100, 60_000, 2_000),
});
export type AnomalySettings = z.infer<typeof anomalySettingsSchema>;
