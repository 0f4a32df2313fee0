import type { ReportQuestion } from "./report-figures";

/** The option ids, the value or the text inside an answer's typed form (CONTRACT: section 5). */
function chosenKeys(answer: unknown): string[] {
  if (typeof answer !== "object" || answer === null) return [];
  if ("option" in answer && typeof answer.option === "string") return [answer.option];
  if ("options" in answer && Array.isArray(answer.options)) return answer.options.filter((one): one is string => typeof one === "string");
  if ("value" in answer) return [String(answer.value)];
  return [];
}

export function choseOption(answer: unknown, optionId: string): boolean {
  return chosenKeys(answer).includes(optionId);
}

/** An answer in words: the options' texts, or what was typed. */
export function answerWords(answer: unknown, question: Pick<ReportQuestion, "options">): string {
  if (typeof answer === "object" && answer !== null && "text" in answer && typeof answer.text === "string") return answer.text;
  return chosenKeys(answer).map((key) => question.options?.find(({ id }) => id === key)?.text ?? key).join(", ");
}
