import { z } from "zod";
import { err, ok } from "../result";
import { draftOptions, findOption, optionTally, playerOptions, storedOptions, storeOptions, textsOfOptions, workingOptions } from "./options";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { QuestionType } from "./question-type";

const name = "choice";
const type = z.literal(name);

const exactlyOne = (right: number): string | null =>
  right === 0 ? "Say which option is right." : right > 1 ? "Only one option can be right; use “multiple” for several." : null;

const draftSchema = z.strictObject({ type, ...draftFields, options: draftOptions(exactlyOne) }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, options: workingOptions }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, options: storedOptions });
const answerSchema = z.strictObject({ option: z.union([z.string(), z.int()]) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = { option: Stored["options"][number]["id"] };

/** One right option of two to eight. */
export const choice = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), options: storeOptions(draft.options, newId) }),
  options: (stored) => playerOptions(stored.options),
  parseAnswer(stored, raw) {
    if (raw.answer !== undefined && raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const form = answerSchema.safeParse(raw.answer ?? { option: raw.selectedOption });
    const option = form.success ? findOption(stored.options, form.data.option) : null;
    return option === null ? err("BAD_ANSWER") : ok({ option });
  },
  mark(stored, answer) {
    const correct = stored.options.some(({ id, correct }) => correct && id === answer.option);
    return { correct, share: correct ? 1 : 0 };
  },
  correct: (stored) => stored.options.filter(({ correct }) => correct).map(({ id }) => id),
  tallyKeys: (_stored, answer) => [answer.option],
  tallyForm: optionTally,
  inWords: (stored, { option }) => textsOfOptions(stored.options, [option]),
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, Answer>;
