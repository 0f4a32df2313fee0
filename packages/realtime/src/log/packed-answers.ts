import { answerSubmissionSchema, participantIdSchema } from "@quickfire/engine";
import { z } from "zod";
import type { MarkedAnswer, Origin } from "../game-store.types";

/**
 * How a call's answers lie in its arguments, and just so in the durable log: what came in goes through Redis untouched. Everything is
 * flat, and what many share stands there once, because Redis copies each byte of it half a dozen times.
 */

/** What an answer is, whoever gave it: a class gives few different ones. */
export type AnswerKind = {
  /** Right, wrong, without a right answer, or the reason why it could not be read. */
  verdict: "1" | "0" | "" | "WRONG_QUESTION" | "BAD_ANSWER";
  /** The beginning of what is stored: the answer and whether it is right, as JSON without its end; empty where it could not be read. */
  marked: string;
  /** One a line. */
  tallyKeys: string;
};

/** Per answer in `answers`: participantId, place of its kind (from 1, as in Lua), receivedAt, points, compensationMs. */
const valuesInAnswers = 5;
/** Per answer in `given`: place of its origin, selectedOption, answer, answeredAt, actionId; null for what was not said. */
const valuesInGiven = 5;

/** What came with an answer besides what it is. A question that is none of the quiz is told by name; else it is the call's. */
export class GivenAnswers {
  readonly #origins = new Map<Origin, number>();
  readonly #given: unknown[] = [];
  readonly #questionIds: string[] | null;

  constructor(round: number) {
    this.#questionIds = round === 0 ? [] : null;
  }

  add({ submission, origin }: MarkedAnswer): void {
    // A socket's origin stays the same object for as long as it is open, and sockets that come from the same place share one.
    const place = this.#origins.get(origin) ?? this.#addOrigin(origin);
    const { selectedOption = null, answer = null, answeredAt = null, actionId = null } = submission;
    this.#given.push(place, selectedOption, answer, answeredAt, actionId);
    this.#questionIds?.push(submission.questionId);
  }

  #addOrigin(origin: Origin): number {
    const place = this.#origins.size;
    this.#origins.set(origin, place);
    return place;
  }

  toJson(): string {
    return JSON.stringify({ origins: [...this.#origins.keys()], given: this.#given, questionIds: this.#questionIds ?? undefined });
  }
}

const originSchema = z.object({ ip: z.string().nullable(), userAgent: z.string().nullable() });
const kindSchema = z.object({ marked: z.string() });
const markedSchema = z.object({ answer: z.unknown(), correct: z.boolean().nullable() });
const toldSchema = z.object({ origins: z.array(originSchema), given: z.array(z.unknown()), questionIds: z.array(z.string()).optional() });

export type ReadAnswer = {
  participantId: z.infer<typeof participantIdSchema>;
  submission: z.infer<typeof answerSubmissionSchema>;
  origin: Origin;
  /** What was read of it; undefined where it could not be read. */
  answer: unknown;
  correct: boolean | null;
};

const orNothing = (value: unknown) => value ?? undefined;

/** The answers of an entry in their order. Throws where they are not as a call packs them. */
export function readPackedAnswers(questionId: string, packed: { kinds: string; answers: string; told: string }): ReadAnswer[] {
  const marks = z.array(kindSchema).parse(JSON.parse(packed.kinds)).map(({ marked }) => (marked === "" ? null : markedSchema.parse(JSON.parse(`${marked}}`))));
  const answers = z.array(z.unknown()).parse(JSON.parse(packed.answers));
  const { origins, given, questionIds } = toldSchema.parse(JSON.parse(packed.told));
  const count = answers.length / valuesInAnswers;
  if (!Number.isInteger(count) || given.length !== count * valuesInGiven) throw new Error(`${answers.length} values of answers do not go with ${given.length} that came with them`);
  return Array.from({ length: count }, (_, place) => {
    const [participantId, kind] = answers.slice(place * valuesInAnswers, place * valuesInAnswers + 2);
    const [from, selectedOption, answer, answeredAt, actionId] = given.slice(place * valuesInGiven, (place + 1) * valuesInGiven).map(orNothing);
    const [mark, origin] = [marks[Number(kind) - 1], origins[Number(from ?? 0)]];
    if (mark === undefined || !origin) throw new Error("an answer is of no kind, or from nowhere");
    const submission = answerSubmissionSchema.parse({ questionId: questionIds?.[place] ?? questionId, selectedOption, answer, answeredAt, actionId });
    return { participantId: participantIdSchema.parse(participantId), submission, origin, answer: mark?.answer, correct: mark?.correct ?? null };
  });
}
