import { type AnomalySettings, anomalySettingsSchema } from "@quickfire/engine";
import { z } from "zod";

const rules = anomalySettingsSchema.shape;
/** An unset variable and an empty one mean the same. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema);
const whole = (max: number, usual: number) => {
  const error = `has to be a whole number from 0 to ${max}`;
  return optional(z.coerce.number(error).int(error).min(0, error).max(max, error).default(usual));
};

/** When the rules look, when they act by themselves, and from where on they find something unusual. */
export const anomalyVariables = {
  /** 0: never. */
  ANOMALY_EVERY_SECONDS: whole(86_400, 15),
  /** How long whom a rule is certain about is blocked without a person; 0: not at all. */
  ANOMALY_BLOCK_MINUTES: whole(10_080, 60),
  ANOMALY_READING_WORDS_PER_MINUTE: optional(rules.readingWordsPerMinute),
  ANOMALY_FAST_ANSWERS: optional(rules.fastAnswers),
  ANOMALY_HUMAN_MS: optional(rules.humanMs),
  ANOMALY_SURGE_ODDS: optional(rules.surgeOdds),
  ANOMALY_SUCCESSES: optional(rules.successes),
  ANOMALY_SUCCESSES_WITHIN_MS: optional(rules.successesWithinMs),
  ANOMALY_LOCK_STEP_PLAYERS: optional(rules.lockStepPlayers),
  ANOMALY_LOCK_STEP_ANSWERS: optional(rules.lockStepAnswers),
  ANOMALY_LOCK_STEP_MS: optional(rules.lockStepMs),
  ANOMALY_DEVICE_PLAYERS: optional(rules.devicePlayers),
  ANOMALY_DEVICE_ANSWERS: optional(rules.deviceAnswers),
  ANOMALY_DEVICE_JOIN_MS: optional(rules.deviceJoinMs),
};

const schema = z.object(anomalyVariables);

export const anomalySettingsOf = (env: z.infer<typeof schema>): AnomalySettings => ({
  readingWordsPerMinute: env.ANOMALY_READING_WORDS_PER_MINUTE,
  fastAnswers: env.ANOMALY_FAST_ANSWERS,
  humanMs: env.ANOMALY_HUMAN_MS,
  surgeOdds: env.ANOMALY_SURGE_ODDS,
  successes: env.ANOMALY_SUCCESSES,
  successesWithinMs: env.ANOMALY_SUCCESSES_WITHIN_MS,
  lockStepPlayers: env.ANOMALY_LOCK_STEP_PLAYERS,
  lockStepAnswers: env.ANOMALY_LOCK_STEP_ANSWERS,
  lockStepMs: env.ANOMALY_LOCK_STEP_MS,
  devicePlayers: env.ANOMALY_DEVICE_PLAYERS,
  deviceAnswers: env.ANOMALY_DEVICE_ANSWERS,
  deviceJoinMs: env.ANOMALY_DEVICE_JOIN_MS,
});
