import { z } from "zod";
import { err, ok } from "../result";
import { line, wholeNumber } from "../text";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import { frequentTexts, type QuestionType } from "./question-type";
import { acceptedAnswer, normaliseTyped } from "./typed-words";

const name = "typed";
const type = z.literal(name);

export const typedLimits = { accepted: 20, textLength: 200, typos: 3 } as const;

const typos = wholeNumber({ name: "The number of typos", min: 0, max: typedLimits.typos }).default(0);
const word = { name: "An accepted answer", max: typedLimits.textLength };
const acceptedList = (item: z.ZodType<string>) =>
  z.array(item, { error: (issue) => (issue.input === undefined ? "Add at least one accepted answer." : "Accepted answers have to be a list.") })
    .max(typedLimits.accepted, `At most ${typedLimits.accepted} answers can be accepted.`);

/** An answer made of a full stop only would accept an empty one. */
const finishedWord = line({ ...word, empty: "Write this answer, or take it away." }).refine((text) => normaliseTyped(text) !== "", "An accepted answer needs more than a full stop.");

const draftSchema = z.strictObject({ type, ...draftFields, accepted: acceptedList(finishedWord).min(1, "Add at least one accepted answer."), typos }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, accepted: acceptedList(line(word)).default([]), typos }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, accepted: z.array(z.string()), typos: z.int() });
const answerSchema = z.strictObject({ text: line({ name: "The answer", max: typedLimits.textLength, empty: "Write an answer." }) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

/** A word or a few, compared as `typed-words.ts` says. */
export const typed = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  freeText: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), accepted: draft.accepted, typos: draft.typos }),
  options: () => [],
  parseAnswer(_stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    return normaliseTyped(form.data.text) === "" ? err("BAD_ANSWER") : ok(form.data);
  },
  mark(stored, answer) {
    const correct = acceptedAnswer({ text: answer.text, accepted: stored.accepted, typos: stored.typos }) !== null;
    return { correct, share: correct ? 1 : 0 };
  },
  correct: ({ accepted }) => ({ text: accepted[0] ?? "", accepted }),
  tallyKeys: (_stored, answer) => [normaliseTyped(answer.text)],
  tallyForm: () => ({ ids: [], texts: frequentTexts }),
  inWords: (_stored, { text }) => text,
  rightInWords: ({ accepted }) => accepted,
} satisfies QuestionType<Draft, Stored, Answer>;
