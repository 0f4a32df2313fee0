import { z } from "zod";
import type { ChainedEvent } from "../verification/audit-chain";

const payloadSchema = z.looseObject({ name: z.string().optional(), formerName: z.string().optional(), idempotency: z.unknown().optional(), answer: z.unknown().optional(), submission: z.unknown().optional() });

/** In place of what somebody typed. */
export const forgottenAnswer = { forgotten: true } as const;

/** Words of one's own may say anything, also who one is; a chosen option says nothing. */
const typedSchema = z.union([z.looseObject({ text: z.unknown() }), z.looseObject({ gaps: z.unknown() })]);

/**
 * An event as it is without the person in it: no account, name or key of a request, and nothing that they typed. All that a board
 * follows from stays. Null where nobody is in it (any more).
 */
export function withoutPerson(event: ChainedEvent): ChainedEvent | null {
  const payload = payloadSchema.parse(JSON.parse(event.payload));
  const left = payloadWithout(event.type, payload);
  if (left === payload && event.userId === null) return null;
  return { ...event, userId: null, payload: left === payload ? event.payload : JSON.stringify(left) };
}

type Payload = z.infer<typeof payloadSchema>;

function payloadWithout(type: string, payload: Payload): Payload {
  switch (type) {
    case "PARTICIPANT_JOINED":
    case "FINAL_STANDING": {
      if (!payload.name && payload.idempotency === undefined) return payload;
      const { idempotency: _, ...rest } = payload;
      return { ...rest, name: "" };
    }
    case "PARTICIPANT_RENAMED":
      return payload.name || payload.formerName ? { ...payload, name: "", formerName: "" } : payload;
    case "ANSWER_SUBMITTED":
      return typedSchema.safeParse(payload.answer).success ? { ...payload, answer: forgottenAnswer, submission: forgottenAnswer } : payload;
    // What was refused may be anything.
    case "ANSWER_REJECTED":
      return JSON.stringify(payload.submission) === JSON.stringify(forgottenAnswer) ? payload : { ...payload, submission: forgottenAnswer };
    default:
      return payload;
  }
}
