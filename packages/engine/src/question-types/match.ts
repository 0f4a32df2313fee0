import { z } from "zod";
import { optionIdSchema } from "../ids";
import { err, ok } from "../result";
import { line } from "../text";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import type { PlayerOption, QuestionType } from "./question-type";
import { placesOf, shuffledTexts } from "./shuffled";
import { normaliseTyped } from "./typed-words";

const name = "match";
const type = z.literal(name);

export const matchLimits = { min: 2, max: 8, textLength: 200 } as const;

const side = { name: "A side of a pair", max: matchLimits.textLength };
const pairOf = (text: z.ZodType<string>) => z.tuple([text, text], "A pair has to be two texts.");
const tooMany = `There are at most ${matchLimits.max} pairs.`;
const tooFew = "Add at least two pairs.";

function refuseRepeats(pairs: readonly [string, string][], context: z.RefinementCtx): void {
  for (const place of [0, 1] as const) {
    const forms = pairs.map((pair) => normaliseTyped(pair[place]));
    forms.forEach((form, index) => {
      const first = forms.indexOf(form);
      if (form !== "" && first < index) context.addIssue({ code: "custom", path: [index, place], message: `This says the same as pair ${first + 1}.` });
    });
  }
}

const draftSchema = z.strictObject(
  {
    type,
    ...draftFields,
    pairs: z
      .array(pairOf(line({ ...side, empty: "Write both sides, or take the pair away." })), { error: (issue) => (issue.input === undefined ? tooFew : "Pairs have to be a list.") })
      .min(matchLimits.min, tooFew)
      .max(matchLimits.max, tooMany)
      .superRefine(refuseRepeats),
  },
  questionKeys,
);
const workingSchema = z.strictObject({ type, ...workingFields, pairs: z.array(pairOf(line(side)), "Pairs have to be a list.").max(matchLimits.max, tooMany).default([]) }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, pairs: z.array(z.tuple([z.string(), z.string()])) });
const place = z.union([z.int().min(0), z.string()]);
const answerSchema = z.strictObject({ pairs: z.array(z.tuple([place, place])).min(1).max(matchLimits.max) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = { pairs: [number, number][] };

/** Upper case, which no normalised text has. */
const pairId = (index: number): string => `L${index + 1}`;

const leftSides = ({ pairs }: Stored): string[] => pairs.map(([left]) => left);

const rightSides = ({ id, pairs }: Stored): PlayerOption[] =>
  shuffledTexts(id, pairs.map(([, right]) => right)).map(({ text }, index) => ({ id: optionIdSchema.parse(String(index)), text }));

/** The place of a side that a client means by its place or its text. */
function findSide(texts: readonly string[], meant: number | string): number {
  return typeof meant === "number" ? (meant < texts.length ? meant : -1) : texts.indexOf(meant.normalize("NFC").replace(/\s+/g, " ").trim());
}

const rightPlaces = (stored: Stored): number[] => placesOf(stored.pairs.map(([, right]) => right), rightSides(stored).map(({ text }) => ({ text, copy: 0 })));

/** Pairs to be found; each right one earns its part. Not all have to be tried. */
export const match = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), pairs: draft.pairs }),
  options: rightSides,
  shownParts: (stored) => ({ left: leftSides(stored) }),
  parseAnswer(stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const [lefts, rights] = [leftSides(stored), rightSides(stored).map(({ text }) => text)];
    const pairs = form.data.pairs.map(([left, right]): [number, number] => [findSide(lefts, left), findSide(rights, right)]);
    const isOnce = (side: 0 | 1) => new Set(pairs.map((pair) => pair[side])).size === pairs.length;
    if (pairs.flat().includes(-1) || !isOnce(0) || !isOnce(1)) return err("BAD_ANSWER");
    return ok({ pairs: pairs.sort(([one], [other]) => one - other) });
  },
  mark(stored, { pairs }) {
    const right = rightPlaces(stored);
    const share = pairs.filter(([left, chosen]) => right[left] === chosen).length / Math.max(1, right.length);
    return { correct: share === 1, share };
  },
  correct: (stored) => ({ pairs: rightPlaces(stored).map((right, left) => [left, right]) }),
  tallyKeys(stored, { pairs }) {
    const right = rightPlaces(stored);
    return pairs.flatMap(([left, chosen]) => (right[left] === chosen ? [pairId(left)] : []));
  },
  tallyForm: ({ pairs }) => ({ ids: pairs.map((_, index) => pairId(index)), texts: 0 }),
  inWords(stored, { pairs }) {
    const [lefts, rights] = [leftSides(stored), rightSides(stored)];
    return pairs.map(([left, right]) => `${lefts[left] ?? ""} – ${rights[right]?.text ?? ""}`).join("; ");
  },
  rightInWords: ({ pairs }) => pairs.map((pair) => pair.join(" – ")),
} satisfies QuestionType<Draft, Stored, Answer>;
