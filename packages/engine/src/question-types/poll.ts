import { z } from "zod";
import { err, ok } from "../result";
import { findOption, optionTally, plainOptions, storedPlainOptions, storePlainOptions, textsOfOptions, workingPlainOptions } from "./options";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { QuestionType } from "./question-type";

const name = "poll";
const type = z.literal(name);

const draftSchema = z.strictObject({ type, ...draftFields, options: plainOptions }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, options: workingPlainOptions }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, options: storedPlainOptions });
const answerSchema = z.strictObject({ option: z.union([z.string(), z.int()]) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = { option: Stored["options"][number]["id"] };

/** What people think: nothing is right, and nothing is earned. */
export const poll = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: false,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), options: storePlainOptions(draft.options, newId) }),
  options: ({ options }) => [...options],
  parseAnswer(stored, raw) {
    if (raw.answer !== undefined && raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const form = answerSchema.safeParse(raw.answer ?? { option: raw.selectedOption });
    const option = form.success ? findOption(stored.options, form.data.option) : null;
    return option === null ? err("BAD_ANSWER") : ok({ option });
  },
  mark: () => null,
  correct: () => [],
  tallyKeys: (_stored, { option }) => [option],
  tallyForm: optionTally,
  inWords: (stored, { option }) => textsOfOptions(stored.options, [option]),
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, Answer>;
