import { z } from "zod";

/** How long what is kept of people stays, in days, and how often that is seen to. */
export type Retention = { addressDays: number; guestDays: number; spentDays: number; deadLetterDays: number; everyMinutes: number };

/** An unset variable and an empty one mean the same. */
const whole = ({ min, max, usual }: { min: number; max: number; usual: number }) => {
  const error = `has to be a whole number from ${min} to ${max}`;
  return z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number(error).int(error).min(min, error).max(max, error).default(usual));
};

/** Read by the worker, which acts on them, and by web, which shows them. */
export const retentionVariables = {
  RETAIN_ADDRESSES_DAYS: whole({ min: 1, max: 3_650, usual: 7 }),
  RETAIN_GUESTS_DAYS: whole({ min: 1, max: 3_650, usual: 30 }),
  RETAIN_SPENT_DAYS: whole({ min: 1, max: 3_650, usual: 7 }),
  RETAIN_DEAD_LETTERS_DAYS: whole({ min: 1, max: 3_650, usual: 30 }),
  RETENTION_EVERY_MINUTES: whole({ min: 1, max: 1_440, usual: 5 }),
};

const schema = z.object(retentionVariables);

/** Nobody's address outlives their name. */
export const retentionOf = (env: z.infer<typeof schema>): Retention => ({
  addressDays: Math.min(env.RETAIN_ADDRESSES_DAYS, env.RETAIN_GUESTS_DAYS),
  guestDays: env.RETAIN_GUESTS_DAYS,
  spentDays: env.RETAIN_SPENT_DAYS,
  deadLetterDays: env.RETAIN_DEAD_LETTERS_DAYS,
  everyMinutes: env.RETENTION_EVERY_MINUTES,
});
