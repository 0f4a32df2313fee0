import { z } from "zod";
import { err, ok } from "../result";
import { line } from "../text";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import { barOf, barCount, lineOf } from "./number-line";
import { frequentTexts, type QuestionType } from "./question-type";

const name = "numeric";
const type = z.literal(name);

export const numericLimits = { most: 1_000_000_000_000, unitLength: 20 } as const;

const number = (what: string) => {
  const error = `${what} has to be a number.`;
  const far = `${what} has to lie between ${(-numericLimits.most).toLocaleString("en")} and ${numericLimits.most.toLocaleString("en")}.`;
  return z.number({ error }).min(-numericLimits.most, far).max(numericLimits.most, far);
};

const shared = {
  tolerance: number("The tolerance").min(0, "The tolerance can’t be less than 0.").default(0),
  min: number("The smallest answer").optional(),
  max: number("The largest answer").optional(),
  unit: line({ name: "The unit", max: numericLimits.unitLength }).default(""),
};
const answer = z.number({ error: (issue) => (issue.input === undefined || issue.input === null ? "Write the right number." : "The answer has to be a number.") });

function refuseBadRange({ answer: right, min, max }: { answer: number; min?: number; max?: number }, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (min !== undefined && max !== undefined && min >= max) refuse("max", "The largest answer has to be more than the smallest.");
  else if ((min !== undefined && right < min) || (max !== undefined && right > max)) refuse("answer", "The right number has to lie between the smallest and the largest answer.");
}

const draftSchema = z
  .strictObject({ type, ...draftFields, ...shared, answer: answer.pipe(number("The answer")) }, questionKeys)
  .superRefine(refuseBadRange);
const workingSchema = z.strictObject({ type, ...workingFields, ...shared, answer: number("The answer").nullish().transform((value) => value ?? null) }, questionKeys);
/** `answer` is null as long as the author has not said which it is; such a quiz can't be played. */
const storedSchema = z.object({
  type, ...storedFields,
  answer: z.number().nullable(), tolerance: z.number(), min: z.number().optional(), max: z.number().optional(), unit: z.string(),
});
const answerSchema = z.strictObject({ value: number("The answer") });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

/** Upper case, which no normalised text has. */
const barId = (bar: number): string => `B${bar + 1}`;

/** What floating point loses is nobody's mistake. */
const rounding = 1e-9;

function isWithin({ answer: right, tolerance }: Stored, value: number): boolean {
  return right !== null && Math.abs(value - right) <= tolerance + rounding * Math.max(1, Math.abs(right));
}

const withUnit = (value: number, unit: string): string => (unit === "" ? String(value) : `${value} ${unit}`);

/** A number, right within its tolerance. */
export const numeric = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: ({ answer: right, tolerance, min, max, unit, ...draft }: Draft, newId) => ({
    type: name, ...storeFields(draft, newId), answer: right, tolerance, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), unit,
  }),
  options: () => [],
  shownParts: ({ min, max, unit }) => ({ range: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), unit } }),
  parseAnswer({ min = -numericLimits.most, max = numericLimits.most }, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const { value } = form.data;
    // Minus zero is zero, also as JSON.
    return value < min || value > max ? err("BAD_ANSWER") : ok({ value: value + 0 });
  },
  mark(stored, { value }) {
    const correct = isWithin(stored, value);
    return { correct, share: correct ? 1 : 0 };
  },
  correct: (stored) => ({ value: stored.answer, tolerance: stored.tolerance, line: lineOf(stored) }),
  tallyKeys: (stored, { value }) => [String(value), barId(barOf(lineOf(stored), value))],
  tallyForm: () => ({ ids: Array.from({ length: barCount }, (_, bar) => barId(bar)), texts: frequentTexts }),
  inWords: ({ unit }, { value }) => withUnit(value, unit),
  rightInWords: ({ answer: right, tolerance, unit }) => (right === null ? [] : [withUnit(right, unit) + (tolerance > 0 ? ` ± ${tolerance}` : "")]),
} satisfies QuestionType<Draft, Stored, Answer>;
