import { z } from "zod";

/** How an assignment is taken. Every setting has a default: accuracy only, no hurry, why at once. */
export const assignmentSettingsSchema = z
  .strictObject({
    /** How often one person may take it; the best attempt stands. */
    attempts: z.int("The number of attempts has to be a whole number.").min(1, "At least one attempt.").max(20, "At most 20 attempts.").default(1),
    /** When right answers and explanations are told: after each question, or once the attempt is over. */
    feedback: z.enum(["question", "end"]).default("question"),
    /** Whether the questions' time limits hold. */
    timeLimits: z.boolean().default(false),
    /** How much speed weighs, in percent: 0 is accuracy only. */
    speedWeight: z.int().min(0).max(100).default(0),
    /** Each attempt asks in an order of its own. */
    shuffle: z.boolean().default(false),
    /** Anyone with the link, under a nickname; or those with an account only. */
    takers: z.enum(["anyone", "signedIn"]).default("anyone"),
  })
  .refine(({ timeLimits, speedWeight }) => timeLimits || speedWeight === 0, { path: ["speedWeight"], message: "Speed can count only where time limits hold." });

export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>;
export type AssignmentSettingsInput = z.input<typeof assignmentSettingsSchema>;
