import { z } from "zod";
import { err, ok } from "../result";
import { draftOptions, findOption, optionLimits, optionTally, playerOptions, storedOptions, storeOptions, textsOfOptions, workingOptions } from "./options";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { QuestionType } from "./question-type";

const name = "multiple";
const type = z.literal(name);

const atLeastOne = (right: number): string | null => (right === 0 ? "Say which options are right." : null);

const draftSchema = z.strictObject({ type, ...draftFields, options: draftOptions(atLeastOne) }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, options: workingOptions }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, options: storedOptions });
const answerSchema = z.strictObject({ options: z.array(z.union([z.string(), z.int()])).min(1).max(optionLimits.max) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = { options: Stored["options"][number]["id"][] };

/**
 * Several right options. Partial credit: each right tick earns its part, each wrong tick takes one such part away, and
 * nobody falls below nothing: max(0, right ticks − wrong ticks) / number of right options. So ticking everything earns
 * nothing where half or more of the options are wrong.
 */
export const multiple = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), options: storeOptions(draft.options, newId) }),
  options: (stored) => playerOptions(stored.options),
  parseAnswer(stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const ticked = form.data.options.map((meant) => findOption(stored.options, meant));
    if (ticked.includes(null) || new Set(ticked).size !== ticked.length) return err("BAD_ANSWER");
    // In the question's order, so that the same ticks in another order are the same answer.
    return ok({ options: stored.options.map(({ id }) => id).filter((id) => ticked.includes(id)) });
  },
  mark(stored, answer) {
    const right = stored.options.filter(({ correct }) => correct);
    const rightTicks = right.filter(({ id }) => answer.options.includes(id)).length;
    const wrongTicks = answer.options.length - rightTicks;
    const share = Math.max(0, rightTicks - wrongTicks) / Math.max(1, right.length);
    return { correct: share === 1, share };
  },
  correct: (stored) => stored.options.filter(({ correct }) => correct).map(({ id }) => id),
  tallyKeys: (_stored, answer) => answer.options,
  tallyForm: optionTally,
  inWords: (stored, { options }) => textsOfOptions(stored.options, options),
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, Answer>;
