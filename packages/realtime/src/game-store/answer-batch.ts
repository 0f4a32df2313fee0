import { compensateLatency, pointsForAnswer, readAnswer, type AnswerSubmission, type GameState, type StoredQuestion } from "@quickfire/engine";
import type { MarkedAnswer, Origin } from "../game-store.types";

/** The times of the open question; zeros where it is not open. */
export type Times = { startsAt: number; limitMs: number };
export type Rules = Times & Pick<GameState["facts"]["settings"], "speedWeight" | "latencyCompensation">;

/** What an answer is, whoever gave it: `submit_answers` gets each kind once, since a class gives few different ones. */
type Kind = { verdict: "1" | "0" | "" | "WRONG_QUESTION" | "BAD_ANSWER"; marked: string; tallyKeys: string };
type Reading = { kind: Kind; share: number | null };

/** The packed arguments of one call. */
export type AnswerBatch = { kinds: string; answers: string; told: string };

/** An answer's time as it counts: where the game has it so, without its way up to the server. */
function elapsedOf({ receivedAt, roundTripMs = 0 }: MarkedAnswer, { startsAt, latencyCompensation }: Rules): { elapsedMs: number; compensationMs: number } {
  const measuredMs = Math.max(0, receivedAt - startsAt);
  const elapsedMs = latencyCompensation ? compensateLatency({ elapsedMs: measuredMs, roundTripMs }) : measuredMs;
  return { elapsedMs, compensationMs: measuredMs - elapsedMs };
}

const unread = (verdict: Kind["verdict"]): Reading => ({ kind: { verdict, marked: "", tallyKeys: "" }, share: null });

function readOne(question: StoredQuestion | null, submission: AnswerSubmission): Reading {
  if (!question) return unread("WRONG_QUESTION");
  const read = readAnswer(question, submission);
  if (!read.ok) return unread(read.error);
  const { answer, mark, tallyKeys } = read.value;
  const correct = mark?.correct ?? null;
  const marked = `{"answer":${JSON.stringify(answer)},"correct":${correct}`;
  return { kind: { verdict: correct === null ? "" : correct ? "1" : "0", marked, tallyKeys: tallyKeys.join("\n") }, share: mark?.share ?? null };
}

/** Reads what several have chosen alike only once. */
function createReader(question: StoredQuestion | null): (submission: AnswerSubmission) => Reading {
  const readings = new Map<string | number, Reading>();
  return (submission) => {
    const { selectedOption, answer } = submission;
    if (selectedOption === undefined || answer !== undefined) return readOne(question, submission);
    const reading = readings.get(selectedOption) ?? readOne(question, submission);
    readings.set(selectedOption, reading);
    return reading;
  };
}

/**
 * Reads and marks answers to one question, gives each the points that it earns at these times, and packs them. JSON is put together from
 * parts that many share; only what a player has sent is laid out anew.
 */
export function packAnswers(question: StoredQuestion | null, given: readonly MarkedAnswer[], rules: Rules): AnswerBatch {
  const { limitMs, speedWeight } = rules;
  const read = createReader(question);
  const places = new Map<string, number>();
  const kinds: Kind[] = [];
  const answers: (string | number)[] = [];
  const told: string[] = [];
  for (const one of given) {
    const { participantId, submission, receivedAt, origin } = one;
    const { kind, share } = read(submission);
    // Equal answers have equal JSON, and are marked alike.
    const name = kind.marked || kind.verdict;
    const place = places.get(name) ?? kinds.push(kind);
    places.set(name, place);
    const { elapsedMs, compensationMs } = elapsedOf(one, rules);
    const points = question && share !== null && limitMs > 0 ? pointsForAnswer({ points: question.points, share, elapsedMs, limitMs, speedWeight }) : 0;
    answers.push(participantId, place, receivedAt, points, compensationMs);
    const marked = kind.marked && `,${kind.marked.slice(1)}`;
    told.push(`{"participantId":"${participantId}","submission":${JSON.stringify(submission)},"origin":${originJson(origin)}${marked}}`);
  }
  return { kinds: JSON.stringify(kinds), answers: JSON.stringify(answers), told: `[${told.join(",")}]` };
}

/** A socket's origin stays the same object for as long as it is open. */
const originTexts = new WeakMap<Origin, string>();

function originJson(origin: Origin): string {
  const known = originTexts.get(origin);
  if (known !== undefined) return known;
  const text = JSON.stringify(origin);
  originTexts.set(origin, text);
  return text;
}
