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

type Asked = Pick<ReportQuestion, "options" | "shown" | "left">;

/** What was typed into gaps, put in order, or matched; null for other forms. */
function placedWords(answer: object, { shown = [], left = [] }: Asked): string | null {
  if ("gaps" in answer && Array.isArray(answer.gaps)) return answer.gaps.map((word: unknown) => (word === "" ? "…" : String(word))).join(" / ");
  if ("order" in answer && Array.isArray(answer.order)) return answer.order.map((place: number) => shown[place] ?? "").join(" ");
  if (!("pairs" in answer) || !Array.isArray(answer.pairs)) return null;
  return answer.pairs.map(([one, other]: [number, number]) => `${left[one] ?? ""} – ${shown[other] ?? ""}`).join("; ");
}

/** An answer in words: the options' texts, or what was typed. */
export function answerWords(answer: unknown, question: Asked): string {
  if (typeof answer === "object" && answer !== null) {
    if ("text" in answer && typeof answer.text === "string") return answer.text;
    const placed = placedWords(answer, question);
    if (placed !== null) return placed;
  }
  return chosenKeys(answer).map((key) => question.options?.find(({ id }) => id === key)?.text ?? key).join(", ");
}
