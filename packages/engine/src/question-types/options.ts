import { z } from "zod";
import { optionIdSchema, type OptionId } from "../ids";
import { line, refuseUnknownKeys, tidyLine } from "../text";
import type { PlayerOption, TallyForm } from "./question-type";

/** The list of options that `choice`, `multiple` and `poll` share; a poll's are neither right nor wrong. */
export const optionLimits = { min: 2, max: 8, textLength: 500 } as const;

const id = z.uuid({ error: "An option’s id has to be a UUID." }).pipe(optionIdSchema).optional();
const correct = z.boolean({ error: "“correct” has to be true or false." }).default(false);

const text = { name: "An option", max: optionLimits.textLength };
const keys = refuseUnknownKeys("An option");

const writtenText = line({ ...text, empty: "Write this option, or take it away." });
const workingText = line(text).default("");

const draftOption = z.strictObject({ id, text: writtenText, correct }, keys);
const workingOption = z.strictObject({ id, text: workingText, correct }, keys);

export type DraftOption = z.infer<typeof workingOption>;

const tooMany = `A question has at most ${optionLimits.max} options.`;

/** Calls `report` for each member whose key another one had before it. */
function eachRepeat<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined, report: (index: number, first: number) => void): void {
  const firsts = new Map<string, number>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (!key) return;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    else report(index, first);
  });
}

function refuseRepeatedIds(options: readonly { id?: OptionId }[], context: z.RefinementCtx): void {
  eachRepeat(options, (option) => option.id, (index) => context.addIssue({ code: "custom", path: [index, "id"], message: "Two options have the same id." }));
}

/** While it is being written: at most eight, each with its own id; anything may still be missing. */
const unfinished = <Option extends z.ZodType<{ id?: OptionId }>>(option: Option) =>
  z.array(option, "Options have to be a list.").max(optionLimits.max, tooMany).superRefine(refuseRepeatedIds).default([]);

/**
 * Finished: two to eight, no two alike. Case tells options apart ("polish" and "Polish" may be the very question); spaces
 * and Unicode forms do not.
 */
const finished = <Option extends z.ZodType<{ id?: OptionId; text: string }>>(option: Option) =>
  z
    .array(option, { error: (issue) => (issue.input === undefined ? "Add at least two options." : "Options have to be a list.") })
    .min(optionLimits.min, "Add at least two options.")
    .max(optionLimits.max, tooMany)
    .superRefine(refuseRepeatedIds)
    .superRefine((options, context) =>
      eachRepeat(options, (one) => one.text, (index, first) =>
        context.addIssue({ code: "custom", path: [index, "text"], message: `This option says the same as option ${first + 1}.` })));

export const workingOptions = unfinished(workingOption);
export const workingPlainOptions = unfinished(z.strictObject({ id, text: workingText }, keys));

/** `countProblem` says what is wrong with the number of right ones, or null. */
export const draftOptions = (countProblem: (rightOptions: number) => string | null) =>
  finished(draftOption).superRefine((options, context) => {
    const problem = countProblem(options.filter((option) => option.correct).length);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

export const plainOptions = finished(z.strictObject({ id, text: writtenText }, keys));

export const storedOptions = z.array(z.object({ id: optionIdSchema, text: z.string(), correct: z.boolean() }));
export type StoredOption = z.infer<typeof storedOptions>[number];

export const storedPlainOptions = z.array(z.object({ id: optionIdSchema, text: z.string() }));

export const storeOptions = (options: readonly DraftOption[], newId: () => string): StoredOption[] =>
  options.map((option) => ({ id: option.id ?? optionIdSchema.parse(newId()), text: option.text, correct: option.correct }));

export const storePlainOptions = (options: readonly { id?: OptionId; text: string }[], newId: () => string): PlayerOption[] =>
  options.map((option) => ({ id: option.id ?? optionIdSchema.parse(newId()), text: option.text }));

/** The options without the word on which is right. */
export const playerOptions = (options: readonly StoredOption[]): PlayerOption[] => options.map(({ id, text }) => ({ id, text }));

/** Finds the option that a client means by its id, its zero-based index or its text. */
export function findOption(options: readonly PlayerOption[], meant: unknown): OptionId | null {
  if (typeof meant === "number") return options[meant]?.id ?? null;
  if (typeof meant !== "string") return null;
  const text = tidyLine(meant);
  return (options.find(({ id }) => id === meant) ?? options.find((option) => option.text === text))?.id ?? null;
}

/** Every option is counted, also one that nobody took. */
export const optionTally = ({ options }: { options: readonly PlayerOption[] }): TallyForm => ({ ids: options.map(({ id }) => id), texts: 0 });

export const textsOfOptions = (options: readonly PlayerOption[], ids: readonly OptionId[]): string =>
  options.filter(({ id }) => ids.includes(id)).map(({ text }) => text).join("; ");
