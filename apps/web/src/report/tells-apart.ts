import { fewestForDiscrimination, weakDiscrimination } from "@quickfire/engine/reports/discrimination";
import { figuresOf, type Report, type ReportQuestion } from "./report-figures";

const strongDiscrimination = 0.4;

/** What its discrimination says of a question, and the figure; null for questions that have none. */
export type TellsApart = { kind: "strong" | "fair" | "hardly" | "reversed"; value: number } | { kind: "tooFew" | "nothing"; value: null };

export function tellsApart({ discrimination }: ReportQuestion, report: Report): TellsApart | null {
  if (discrimination === undefined) return null;
  if (figuresOf(report).tookPart < fewestForDiscrimination) return { kind: "tooFew", value: null };
  if (discrimination === null) return { kind: "nothing", value: null };
  const kind = discrimination < 0 ? "reversed" : discrimination < weakDiscrimination ? "hardly" : discrimination < strongDiscrimination ? "fair" : "strong";
  return { kind, value: discrimination };
}

export function describeDiscrimination(value: number, locale: string): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
