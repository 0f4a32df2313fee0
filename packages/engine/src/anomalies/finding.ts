import { z } from "zod";
import { participantIdSchema, type ParticipantId } from "../ids";

export const anomalyRules = ["answers-too-fast", "sudden-jump", "too-many-successes", "one-device", "lock-step"] as const;
export type AnomalyRule = (typeof anomalyRules)[number];

const rounds = z.array(z.int());
/** Who else played like this; of a crowd only the first few are named. */
const others = { others: z.array(participantIdSchema), group: z.int() };

/** What a rule saw, in figures that a page can put into words. `rounds` are those whose answers led to it. */
export const evidenceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("faster-than-reading"), rounds, answered: z.int(), fastestMs: z.int(), readingMs: z.int() }),
  z.object({ kind: z.literal("more-than-possible"), rounds, gained: z.int(), possible: z.int() }),
  z.object({ kind: z.literal("late-surge"), rounds, wrongBefore: z.int(), answeredBefore: z.int() }),
  z.object({ kind: z.literal("too-many-right"), rounds, right: z.int(), withinMs: z.int() }),
  z.object({ kind: z.literal("one-device"), rounds, ...others, joinedWithinMs: z.int(), apartMs: z.int() }),
  z.object({ kind: z.literal("lock-step"), rounds, ...others, apartMs: z.int() }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** 1: worth a look; 2: hard to explain otherwise; 3: not done by a person, and ground enough to act without one. */
export type Strength = 1 | 2 | 3;

export type Finding = { rule: AnomalyRule; participantId: ParticipantId; strength: Strength; evidence: Evidence };
