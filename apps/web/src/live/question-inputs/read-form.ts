import type { TypedAnswer } from "../store/answer";
import type { QuestionClosed } from "../store/live-game";

/** Reads what a typed form holds, as far as it is what it has to be. */
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : []);
const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.filter((one): one is number => typeof one === "number") : []);

const formOf = (answer: TypedAnswer | QuestionClosed["correct"] | null): Record<string, unknown> => (answer === null || Array.isArray(answer) ? {} : answer);

export const textIn = (answer: TypedAnswer | QuestionClosed["correct"] | null): string | null => {
  const { text } = formOf(answer);
  return typeof text === "string" ? text : null;
};

export const gapsIn = (answer: TypedAnswer | QuestionClosed["correct"] | null): string[] => texts(formOf(answer).gaps);

/** What each gap takes, the best form first. */
export function acceptedIn(correct: QuestionClosed["correct"]): string[][] {
  const { accepted } = formOf(correct);
  return Array.isArray(accepted) ? accepted.map(texts) : [];
}

export const orderIn = (answer: TypedAnswer | QuestionClosed["correct"] | null): number[] => numbers(formOf(answer).order);

/** The right-hand side that each left-hand one has. */
export function pairsIn(answer: TypedAnswer | QuestionClosed["correct"] | null): Map<number, number> {
  const { pairs } = formOf(answer);
  return new Map(Array.isArray(pairs) ? pairs.map(numbers).flatMap(([left, right]): [number, number][] => (left === undefined || right === undefined ? [] : [[left, right]])) : []);
}

export const valueIn = (answer: TypedAnswer | QuestionClosed["correct"] | null): number | null => {
  const { value } = formOf(answer);
  return typeof value === "number" ? value : null;
};

export function numberLineIn(correct: QuestionClosed["correct"]): { value: number; tolerance: number; from: number; to: number } | null {
  const { tolerance, line } = formOf(correct);
  const value = valueIn(correct);
  if (value === null || typeof tolerance !== "number" || typeof line !== "object" || line === null || !("from" in line) || !("to" in line)) return null;
  return typeof line.from === "number" && typeof line.to === "number" ? { value, tolerance, from: line.from, to: line.to } : null;
}
