import { z } from "zod";
import { optionIdSchema } from "../ids";
import { err, ok } from "../result";
import { findOption } from "./options";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { PlayerOption, QuestionType } from "./question-type";

const name = "truefalse";
const type = z.literal(name);

const answer = z.boolean({ error: "Say whether it is true or false." });

const draftSchema = z.strictObject({ type, ...draftFields, answer }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, answer: answer.nullish().transform((value) => value ?? null) }, questionKeys);
/** `answer` is null as long as the author has not said which it is; such a quiz can't be played. */
const storedSchema = z.object({ type, ...storedFields, answer: z.boolean().nullable() });
const answerSchema = z.strictObject({ value: z.boolean() });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

const optionId = (value: boolean) => optionIdSchema.parse(String(value));

const truthOptions: readonly PlayerOption[] = [
  { id: optionId(true), text: "True" },
  { id: optionId(false), text: "False" },
];

export const trueFalse = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), answer: draft.answer }),
  options: () => [...truthOptions],
  parseAnswer(_stored, raw) {
    if (raw.answer !== undefined) {
      const form = answerSchema.safeParse(raw.answer);
      return form.success && raw.selectedOption === undefined ? ok(form.data) : err("BAD_ANSWER");
    }
    const option = findOption(truthOptions, raw.selectedOption);
    return option === null ? err("BAD_ANSWER") : ok({ value: option === optionId(true) });
  },
  mark(stored, { value }) {
    const correct = stored.answer === value;
    return { correct, share: correct ? 1 : 0 };
  },
  correct: (stored) => (stored.answer === null ? [] : [optionId(stored.answer)]),
  tallyKeys: (_stored, { value }) => [optionId(value)],
  tallyForm: () => ({ ids: truthOptions.map(({ id }) => id), texts: 0 }),
  inWords: (_stored, { value }) => (value ? "True" : "False"),
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, Answer>;
