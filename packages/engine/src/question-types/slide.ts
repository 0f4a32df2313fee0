import { z } from "zod";
import { err } from "../result";
import { lines } from "../text";
import { draftFields, questionKeys, questionLimits, storedFields, storeFields, workingFields } from "./question-fields";
import type { QuestionType } from "./question-type";

const name = "slide";
const type = z.literal(name);

const text = lines({ name: "The slide", max: questionLimits.textLength, empty: "Write the slide." });

const draftSchema = z.strictObject({ type, ...draftFields, text }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields }, questionKeys);
const storedSchema = z.object({ type, ...storedFields });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;

/** Something to be read, in a little Markdown: it asks nothing. */
export const slide = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: false,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId) }),
  options: () => [],
  parseAnswer: () => err("BAD_ANSWER"),
  mark: () => null,
  correct: () => [],
  tallyKeys: () => [],
  tallyForm: () => ({ ids: [], texts: 0 }),
  inWords: () => "",
  rightInWords: () => [],
} satisfies QuestionType<Draft, Stored, never>;
