import { z } from "zod";
import { optionIdSchema } from "../ids";
import { err, ok } from "../result";
import { line, lines } from "../text";
import { blankedText, filledText, hasLooseBrackets, parseGapText } from "./gap-text";
import { draftFields, questionKeys, questionLimits, storedFields, storeFields, workingFields } from "./question-fields";
import { frequentTexts, type PlayerOption, type QuestionType } from "./question-type";
import { shuffledTexts } from "./shuffled";
import { normaliseTyped } from "./typed-words";

const name = "gap";
const type = z.literal(name);

export const gapLimits = { gaps: 12, textLength: 200, bank: 12 } as const;

const bankWord = { name: "A word of the bank", max: gapLimits.textLength };
const bankOf = (word: z.ZodType<string>) =>
  z.array(word, "The word bank has to be a list.").max(gapLimits.bank, `The word bank holds at most ${gapLimits.bank} words more.`).optional();

const text = lines({ name: "The question", max: questionLimits.textLength, empty: "Write the text with its gaps." });

function refuseBadGaps(written: string, context: z.RefinementCtx): void {
  const { gaps } = parseGapText(written);
  const refuse = (message: string) => context.addIssue({ code: "custom", message });
  if (hasLooseBrackets(written)) refuse("A gap begins with [[ and ends with ]].");
  else if (gaps.length === 0 && written !== "") refuse("Make at least one gap: write [[ and ]] around a word.");
  if (gaps.length > gapLimits.gaps) refuse(`A text has at most ${gapLimits.gaps} gaps.`);
  gaps.forEach((accepted, index) => {
    const forms = accepted.map(normaliseTyped);
    const repeat = accepted.find((_, place) => forms.indexOf(forms[place] ?? "") !== place);
    if (forms.includes("")) refuse(`Write what belongs into gap ${index + 1}.`);
    else if (repeat !== undefined) refuse(`“${repeat}” is in gap ${index + 1} twice.`);
  });
}

function refuseBadBank({ text: written, bank = [] }: { text: string; bank?: string[] }, context: z.RefinementCtx): void {
  const accepted = parseGapText(written).gaps.map((forms) => forms.map(normaliseTyped));
  const forms = bank.map(normaliseTyped);
  bank.forEach((word, index) => {
    const form = forms[index] ?? "";
    const gap = accepted.findIndex((ones) => ones.includes(form));
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["bank", index], message });
    if (gap >= 0) refuse(`“${word}” is right in gap ${gap + 1}, so it can’t be an extra word.`);
    else if (forms.indexOf(form) !== index) refuse(`“${word}” is in the word bank twice.`);
  });
}

const draftSchema = z
  .strictObject({ type, ...draftFields, text: text.superRefine(refuseBadGaps), bank: bankOf(line({ ...bankWord, empty: "Write this word, or take it away." })) }, questionKeys)
  .superRefine(refuseBadBank);
const workingSchema = z.strictObject({ type, ...workingFields, bank: bankOf(line(bankWord)) }, questionKeys);
/** Without a bank the gaps are typed; with one, also an empty one, words are picked. */
const storedSchema = z.object({ type, ...storedFields, bank: z.array(z.string()).optional() });
const filling = line({ name: "A gap", max: gapLimits.textLength });
const answerSchema = z.strictObject({ gaps: z.array(filling).max(gapLimits.gaps) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

/** Upper case, which no normalised text has. */
const gapId = (index: number): string => `G${index + 1}`;

const gapsOf = ({ text: written }: Stored): string[][] => parseGapText(written).gaps;

/** What stands for a gap that was left empty. */
const emptyGap = "…";

function bankWords(stored: Stored): PlayerOption[] {
  if (!stored.bank) return [];
  const own = gapsOf(stored).map(([best = ""]) => best);
  return shuffledTexts(stored.id, [...own, ...stored.bank]).map((word, place) => ({ id: optionIdSchema.parse(String(place)), text: word.text }));
}

function rightGaps(stored: Stored, { gaps }: Answer): boolean[] {
  return gapsOf(stored).map((accepted, index) => accepted.some((form) => normaliseTyped(form) === normaliseTyped(gaps[index] ?? "")));
}

/** A text with gaps, typed or picked from a bank; each right gap earns its part. */
export const gap = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  freeText: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), ...(draft.bank === undefined ? {} : { bank: draft.bank }) }),
  options: bankWords,
  shownText: ({ text: written }) => blankedText(parseGapText(written)),
  shownParts: ({ text: written }) => ({ parts: parseGapText(written).parts }),
  parseAnswer(stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const { gaps } = form.data;
    const fits = gaps.length === gapsOf(stored).length && gaps.some((text) => normaliseTyped(text) !== "");
    return fits ? ok({ gaps }) : err("BAD_ANSWER");
  },
  mark(stored, answer) {
    const right = rightGaps(stored, answer);
    const share = right.filter(Boolean).length / Math.max(1, right.length);
    return { correct: share === 1, share };
  },
  correct: (stored) => {
    const accepted = gapsOf(stored);
    return { gaps: accepted.map(([best = ""]) => best), accepted };
  },
  tallyKeys: (stored, answer) => [
    answer.gaps.map((text) => normaliseTyped(text) || emptyGap).join(" / "),
    ...rightGaps(stored, answer).flatMap((right, index) => (right ? [gapId(index)] : [])),
  ],
  tallyForm: (stored) => ({ ids: gapsOf(stored).map((_, index) => gapId(index)), texts: frequentTexts }),
  inWords: (_stored, { gaps }) => gaps.map((text) => text || emptyGap).join(" / "),
  rightInWords: (stored) => [filledText(parseGapText(stored.text), gapsOf(stored).map((accepted) => accepted.join(" | ")))],
} satisfies QuestionType<Draft, Stored, Answer>;
