import { unscoredTypes } from "@quickfire/engine/question-types/question-type-names";
import { normaliseTyped } from "@quickfire/engine/question-types/typed-words";
import type { ApiOutput } from "@/trpc/client";

export type Report = ApiOutput["game"]["report"];
export type ReportQuestion = Report["questions"][number];
export type ReportParticipant = Report["participants"][number];

/** Below this share of right answers a question deserves a second look. */
const weakBelow = 0.6;

/** The share of right answers; null where nobody answered, none could be right or the host left the question out. */
export function rightShare({ type, answered, right, skipped }: ReportQuestion): number | null {
  return answered === 0 || skipped || unscoredTypes.has(type) ? null : right / answered;
}

export function isWeak(question: ReportQuestion): boolean {
  const share = rightShare(question);
  return share !== null && share < weakBelow;
}

/** Hardest first; what has no share comes last, in the order of play. */
export function hardestFirst(questions: readonly ReportQuestion[]): ReportQuestion[] {
  return [...questions].sort((one, other) => (rightShare(one) ?? 2) - (rightShare(other) ?? 2) || one.round - other.round);
}

export type ReportFigures = { players: number; tookPart: number; answered: number; right: number; medianTimeMs: number | null; weak: number };

export function figuresOf({ participants, questions }: Pick<Report, "participants" | "questions">): ReportFigures {
  const played = questions.filter(({ skipped }) => !skipped);
  const scored = played.filter(({ type }) => !unscoredTypes.has(type));
  return {
    players: participants.length,
    tookPart: participants.filter(({ answered }) => answered > 0).length,
    answered: scored.reduce((sum, { answered }) => sum + answered, 0),
    right: scored.reduce((sum, { right }) => sum + right, 0),
    medianTimeMs: weightedMedian(played.flatMap(({ medianTimeMs, answered }) => (medianTimeMs === null ? [] : [{ value: medianTimeMs, weight: answered }]))),
    weak: questions.filter(isWeak).length,
  };
}

/** The middle of the questions' medians, each as heavy as its answers: close to the median of all answers without reading them all. */
function weightedMedian(parts: { value: number; weight: number }[]): number | null {
  const half = parts.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const { value, weight } of parts.sort((one, other) => one.value - other.value)) {
    below += weight;
    if (below >= half) return value;
  }
  return null;
}

/** One part of a question's distribution: an option, or the right and the other typed answers. */
export type Segment = { key: string; text: string; count: number; right: boolean; /** The option's place; null for typed answers. */ index: number | null };

export function segmentsOf({ type, options, tally, answered, right }: ReportQuestion): Segment[] {
  if (options) return options.map((option, index) => ({ key: option.id, text: option.text, count: tally.options?.[option.id] ?? 0, right: option.correct, index }));
  if (unscoredTypes.has(type)) return answered === 0 ? [] : [{ key: "all", text: "", count: answered, right: false, index: null }];
  return [
    { key: "right", text: "", count: right, right: true, index: null },
    { key: "wrong", text: "", count: answered - right, right: false, index: null },
  ];
}

/** The wrong answer that was given most; null where there was none. */
export function commonSlip(question: ReportQuestion): { text: string; count: number } | null {
  if (unscoredTypes.has(question.type)) return null;
  const accepted = new Set((question.accepted ?? []).map(normaliseTyped));
  const wrong = question.options
    ? segmentsOf(question).filter((segment) => !segment.right)
    : (question.tally.texts ?? []).filter(({ text }) => !accepted.has(normaliseTyped(text))).map(({ text, n }) => ({ text, count: n }));
  const most = [...wrong].sort((one, other) => other.count - one.count)[0];
  return most && most.count > 0 ? { text: most.text, count: most.count } : null;
}
