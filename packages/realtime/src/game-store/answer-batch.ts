import { compensateLatency, pointsForAnswer, readAnswer, weighedMs, type AnswerSubmission, type GameState, type StoredQuestion } from "@quickfire/engine";
import type { MarkedAnswer } from "../game-store.types";
import type { OwnTimes } from "./own-times";
import { type AnswerKind, GivenAnswers } from "../log/packed-answers";

/** The times of the open question; zeros where it is not open. */
export type Times = { startsAt: number; limitMs: number };
/** `language`: the quiz's, in which rude words are known. */
export type Rules = Times & { language: string } & Pick<GameState["facts"]["settings"], "speedWeight" | "latencyCompensation"> & { ownTimes: OwnTimes };

type Reading = { kind: AnswerKind; share: number | null };

/** The packed arguments of one call. */
export type AnswerBatch = { kinds: string; answers: string; told: string };

/** An answer's time as it counts: where the game has it so, without its way up to the server. */
function elapsedOf({ receivedAt, roundTripMs = 0 }: MarkedAnswer, { startsAt, latencyCompensation }: Rules): { elapsedMs: number; compensationMs: number } {
  const measuredMs = Math.max(0, receivedAt - startsAt);
  const elapsedMs = latencyCompensation ? compensateLatency({ elapsedMs: measuredMs, roundTripMs }) : measuredMs;
  return { elapsedMs, compensationMs: measuredMs - elapsedMs };
}

const unread = (verdict: AnswerKind["verdict"]): Reading => ({ kind: { verdict, marked: "", tallyKeys: "" }, share: null });

function readOne(question: StoredQuestion | null, submission: AnswerSubmission, language: string): Reading {
  if (!question) return unread("WRONG_QUESTION");
  const read = readAnswer(question, submission, language);
  if (!read.ok) return unread(read.error);
  const { answer, mark, tallyKeys } = read.value;
  const correct = mark?.correct ?? null;
  const marked = `{"answer":${JSON.stringify(answer)},"correct":${correct}`;
  return { kind: { verdict: correct === null ? "" : correct ? "1" : "0", marked, tallyKeys: tallyKeys.join("\n") }, share: mark?.share ?? null };
}

/** Reads what several have chosen alike only once. */
function createReader(question: StoredQuestion | null, language: string): (submission: AnswerSubmission) => Reading {
  const readings = new Map<string | number, Reading>();
  return (submission) => {
    const { selectedOption, answer } = submission;
    if (selectedOption === undefined || answer !== undefined) return readOne(question, submission, language);
    const known = readings.get(selectedOption);
    if (known) return known;
    const reading = readOne(question, submission, language);
    readings.set(selectedOption, reading);
    return reading;
  };
}

/** The place of each different kind in the list, from 1. Equal answers have equal JSON, and are marked alike. */
function createPlaces(kinds: AnswerKind[]): (kind: AnswerKind) => number {
  const places = new Map<string, number>();
  return (kind) => {
    const name = kind.marked || kind.verdict;
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, kinds.push(kind));
    return kinds.length;
  };
}

/** Reads and marks answers to one question, gives each the points that it earns at these times, and packs them. */
export function packAnswers(round: number, question: StoredQuestion | null, given: readonly MarkedAnswer[], rules: Rules): AnswerBatch {
  const { limitMs, speedWeight, language, ownTimes } = rules;
  const read = createReader(question, language);
  const kinds: AnswerKind[] = [];
  const placeOf = createPlaces(kinds);
  const answers: (string | number)[] = [];
  const told = new GivenAnswers(round);
  for (const one of given) {
    const { kind, share } = read(one.submission);
    const { elapsedMs, compensationMs } = elapsedOf(one, rules);
    const weighed = weighedMs(elapsedMs, ownTimes(one.participantId));
    const points = question && share !== null && limitMs > 0 ? pointsForAnswer({ points: question.points, share, elapsedMs: weighed, limitMs, speedWeight }) : 0;
    answers.push(one.participantId, placeOf(kind), one.receivedAt, points, compensationMs);
    told.add(one);
  }
  return { kinds: JSON.stringify(kinds), answers: JSON.stringify(answers), told: told.toJson() };
}
