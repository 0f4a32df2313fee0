import { z } from "zod";
import { optionIdSchema } from "../ids";
import { err, ok } from "../result";
import { line } from "../text";
import { draftFields, questionKeys, storedFields, storeFields, workingFields } from "./question-fields";
import { frequentTexts, type QuestionType } from "./question-type";
import { placesOf, shuffledTexts } from "./shuffled";

const name = "order";
const type = z.literal(name);

export const orderLimits = { min: 2, max: 12, textLength: 200 } as const;

const item = { name: "An item", max: orderLimits.textLength };
const tooMany = `There are at most ${orderLimits.max} items to put in order.`;
const tooFew = "Add at least two items.";

const items = z
  .array(line({ ...item, empty: "Write this item, or take it away." }), { error: (issue) => (issue.input === undefined ? tooFew : "Items have to be a list.") })
  .min(orderLimits.min, tooFew)
  .max(orderLimits.max, tooMany)
  .refine((texts) => texts.length < orderLimits.min || new Set(texts).size > 1, "All items are the same, so any order is right.");

const draftSchema = z.strictObject({ type, ...draftFields, items }, questionKeys);
const workingSchema = z.strictObject({ type, ...workingFields, items: z.array(line(item), "Items have to be a list.").max(orderLimits.max, tooMany).default([]) }, questionKeys);
const storedSchema = z.object({ type, ...storedFields, items: z.array(z.string()) });
const answerSchema = z.strictObject({ order: z.array(z.int().min(0)).max(orderLimits.max) });

type Draft = z.infer<typeof workingSchema>;
type Stored = z.infer<typeof storedSchema>;
type Answer = z.infer<typeof answerSchema>;

const shownItems = ({ id, items: texts }: Stored) => shuffledTexts(id, texts);

/** The shown places of the items in their right order. */
const rightOrder = (stored: Stored): number[] => placesOf(stored.items, shownItems(stored));

/** Of any two items: how many pairs stand the right way round, less those that stand the wrong way round. */
function pairsInOrder(positions: readonly number[]): number {
  let balance = 0;
  positions.forEach((position, index) => {
    for (const later of positions.slice(index + 1)) balance += later > position ? 1 : -1;
  });
  return balance;
}

/**
 * Items to be put in order; equal ones are interchangeable. Partial credit: each pair of items that stands the right way round earns
 * its part, each that stands the wrong way round takes one such part away, and nobody falls below nothing. So one word that slipped costs
 * little, and a blind guess earns next to nothing.
 */
export const order = {
  name,
  draftSchema,
  workingSchema,
  storedSchema,
  scored: true,
  store: (draft: Draft, newId) => ({ type: name, ...storeFields(draft, newId), items: draft.items }),
  options: (stored) => shownItems(stored).map(({ text }, place) => ({ id: optionIdSchema.parse(String(place)), text })),
  parseAnswer(stored, raw) {
    const form = answerSchema.safeParse(raw.answer);
    if (!form.success || raw.selectedOption !== undefined) return err("BAD_ANSWER");
    const shown = shownItems(stored);
    const texts = form.data.order.flatMap((place) => shown[place]?.text ?? []);
    if (texts.length !== shown.length || new Set(form.data.order).size !== shown.length) return err("BAD_ANSWER");
    // Equal items in the order in which they are shown, so that it makes no difference which of them stands first.
    return ok({ order: placesOf(texts, shown) });
  },
  mark(stored, answer) {
    const right = rightOrder(stored);
    const positions = answer.order.map((place) => right.indexOf(place));
    const pairs = (positions.length * (positions.length - 1)) / 2;
    const share = Math.max(0, pairsInOrder(positions)) / Math.max(1, pairs);
    return { correct: share === 1, share };
  },
  correct: (stored) => ({ order: rightOrder(stored) }),
  tallyKeys: (stored, answer) => [inWords(stored, answer)],
  tallyForm: () => ({ ids: [], texts: frequentTexts }),
  inWords,
  rightInWords: ({ items: texts }) => [joined(texts)],
} satisfies QuestionType<Draft, Stored, Answer>;

function inWords(stored: Stored, answer: Answer): string {
  const shown = shownItems(stored);
  return joined(answer.order.map((place) => shown[place]?.text ?? ""));
}

/** Words make a sentence again; longer items are told apart. */
function joined(texts: readonly string[]): string {
  return texts.join(texts.some((text) => text.includes(" ")) ? " · " : " ");
}
