import { z } from "zod";
import { err, ok } from "../result";
import { line } from "../text";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { QuestionType } from "./question-type";
import { normaliseTyped } from "./typed-words";

const name = "wordcloud";
const type = z.literal(name);

/** As many words as a big screen has place for. */
export const wordcloudLimits = { textLength: 60, shown: 60 } as const;

const draftSchema = z.strictObject({ type, ...draftFields }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields }, questionKeys);
const storedSchema = z.object({ type, ...storedFields });
const answerSchema = z.strictObject({ text: line({ name: "The answer", max: wordcloudLimits.textLength, empty: "Write an answer." }) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

/** A word or a few from everybody, shown together: nothing is right, and nothing is earned. */
export const wordcloud = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: false,
  freeText: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId) }),
  options: () => [],
  parseAnswer(_stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    return normaliseTyped(form.data.text) === "" ? err("BAD_ANSWER") : ok(form.data);
  },
  mark: () => null,
  correct: () => [],
  tallyKeys: (_stored, { text }) => [normaliseTyped(text)],
  tallyForm: () => ({ ids: [], texts: wordcloudLimits.shown }),
  inWords: (_stored, { text }) => text,
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, Answer>;
