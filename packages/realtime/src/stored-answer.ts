import { z } from "zod";

/** An accepted answer with its receipt, as `submit_answers` stores it. */
export const storedAnswerSchema = z.object({
  /** The typed form of CONTRACT.md, section 5. */
  answer: z.unknown(),
  correct: z.boolean().nullable(),
  points: z.int(),
  timeMs: z.int(),
  at: z.int(),
  streak: z.int(),
  score: z.int(),
  oldScore: z.int(),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

export const parseStoredAnswer = (json: string): StoredAnswer => storedAnswerSchema.parse(JSON.parse(json));
