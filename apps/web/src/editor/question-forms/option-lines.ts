import { optionIdSchema } from "@quickfire/engine/ids";
import { optionLimits, type StoredOption } from "@quickfire/engine/question-types/options";
import type { AnswerLine } from "./question-form.types";

/** How many empty options a new question offers. */
const offered = 4;

export const emptyOption = (newId: () => string): StoredOption => ({ id: optionIdSchema.parse(newId()), text: "", correct: false });

/** Options out of whatever another type held, never fewer than the least. A true-or-false answer has no id of an option, so it gets one. */
export function optionsFromLines(lines: readonly AnswerLine[], newId: () => string): StoredOption[] {
  const options = lines.slice(0, optionLimits.max).map(({ id, text, correct }) => ({ id: optionIdSchema.parse(id ?? newId()), text, correct }));
  const least = lines.length === 0 ? offered : optionLimits.min;
  while (options.length < least) options.push(emptyOption(newId));
  return options;
}

export const linesOfOptions = (options: readonly StoredOption[]): AnswerLine[] =>
  options.filter(({ text, correct }) => text !== "" || correct);
