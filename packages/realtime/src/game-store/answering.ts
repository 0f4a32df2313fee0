import {
  compensateLatency, InvariantError, isScored, pointsForAnswer, questionOf, readAnswer, streakBonus, type AnswerResult, type GameId, type GameState, type QuizVersion,
  type StoredQuestion,
} from "@quickfire/engine";
import type { z } from "zod";
import { submitAnswers } from "../functions/definitions";
import type { AnswerReceipt, GameStore, MarkedAnswer } from "../game-store.types";
import { previousStreakRound } from "../streaks";
import type { StoreParts } from "./parts";
import { createRecentValues } from "../recent-values";

/** What one call takes, so that no batch keeps Redis busy for long. */
export const largestBatch = 200;
const statesKept = 500;
const tries = 10;

/** From the 6th right answer in a row the bonus does not grow any more. */
const streaksWithOwnBonus = [1, 2, 3, 4, 5, 6];

type Outcome = z.output<typeof submitAnswers.returns>["outcomes"][number];
type AnswerArgument = z.output<NonNullable<typeof submitAnswers.each>>;
/** An answer as Redis judges it, and what the log keeps of how it came in. */
type Marking = { argument: AnswerArgument; told: Pick<MarkedAnswer, "participantId" | "submission" | "origin"> & { answer?: unknown; correct?: boolean | null } };
/** The answers of a call to one round, each with its place among all. Round 0 is no question of the quiz. */
type RoundBatch = { round: number; answers: { place: number; answer: MarkedAnswer }[] };
type Times = { startsAt: number; limitMs: number };
type Rules = Times & Pick<GameState["facts"]["settings"], "speedWeight" | "latencyCompensation">;

/** The times of a round's question, as far as the state that was read has it open; zeros tell the function that it was not. */
function timesOf({ position }: GameState, round: number): Times {
  if (position.phase !== "question" || position.round !== round) return { startsAt: 0, limitMs: 0 };
  const { startsAt, limitMs } = position;
  return { startsAt, limitMs };
}

function byRound(quiz: QuizVersion, answers: readonly MarkedAnswer[]): RoundBatch[] {
  const batches = new Map<number, RoundBatch>();
  answers.forEach((answer, place) => {
    const round = quiz.questions.findIndex((question) => question.id === answer.submission.questionId) + 1;
    const batch = batches.get(round) ?? { round, answers: [] };
    batch.answers.push({ place, answer });
    batches.set(round, batch);
  });
  return [...batches.values()];
}

/** An answer's time as it counts: where the game has it so, without its way up to the server. */
function elapsedOf({ receivedAt, roundTripMs = 0 }: MarkedAnswer, { startsAt, latencyCompensation }: Rules): { elapsedMs: number; compensationMs: number } {
  const measuredMs = Math.max(0, receivedAt - startsAt);
  const elapsedMs = latencyCompensation ? compensateLatency({ elapsedMs: measuredMs, roundTripMs }) : measuredMs;
  return { elapsedMs, compensationMs: measuredMs - elapsedMs };
}

/** Reads and marks one answer, and gives it the points that it earns at these times. */
function markAnswer(question: StoredQuestion | null, marked: MarkedAnswer, rules: Rules): Marking {
  const { submission, participantId, receivedAt, origin } = marked;
  const unread: AnswerArgument = { participantId, receivedAt, verdict: "WRONG_QUESTION", marked: "", points: 0, compensationMs: 0, tallyKeys: "" };
  const told = { participantId, submission, origin };
  if (!question) return { argument: unread, told };
  const read = readAnswer(question, submission);
  if (!read.ok) return { argument: { ...unread, verdict: read.error }, told };

  const { answer, mark, tallyKeys } = read.value;
  const { limitMs, speedWeight } = rules;
  const { elapsedMs, compensationMs } = elapsedOf(marked, rules);
  const worth = { points: question.points, share: mark?.share ?? 0, elapsedMs, limitMs, speedWeight };
  const correct = mark?.correct ?? null;
  return {
    argument: {
      participantId,
      receivedAt,
      verdict: correct === null ? "" : correct ? "1" : "0",
      marked: `{"answer":${JSON.stringify(answer)},"correct":${correct}`,
      points: mark && limitMs > 0 ? pointsForAnswer(worth) : 0,
      compensationMs,
      tallyKeys: tallyKeys.join("\n"),
    },
    told: { ...told, answer, correct },
  };
}

function resultOf(outcome: Outcome, { submission }: MarkedAnswer, { feedback }: GameState["facts"]["settings"]): AnswerResult {
  const asked = { questionId: submission.questionId, ...(submission.actionId === undefined ? {} : { actionId: submission.actionId }) };
  if (outcome.outcome !== "ACCEPTED") return { ...asked, accepted: false, reason: outcome.outcome };
  return {
    ...asked,
    accepted: true,
    ...(outcome.repeated ? { repeated: true } : {}),
    ...(outcome.conflict ? { conflict: true } : {}),
    ...(feedback === "instant" ? { score: outcome.score, points: outcome.points } : {}),
    ...(feedback === "instant" && outcome.correct !== null ? { correct: outcome.correct } : {}),
  };
}

function receiptOf(outcome: Outcome, answer: MarkedAnswer, state: GameState, questionId: StoredQuestion["id"] | null): AnswerReceipt {
  const result = resultOf(outcome, answer, state.facts.settings);
  const { participantId } = answer;
  const { correct, points, streak, score, rank, gapToNext } = outcome;
  // A repeat tells what the first answer was told, and one's rank may have changed since; only a new answer makes a new standing.
  if (questionId === null || rank === null || outcome.repeated) return { participantId, result };
  const standing = { questionId, ...(correct === null ? {} : { correct }), points, streak, score, rank, ...(gapToNext === null ? {} : { gapToNext }) };
  return { participantId, result, standing };
}

const notInGame = ({ participantId, submission }: MarkedAnswer): AnswerReceipt => ({
  participantId,
  result: { questionId: submission.questionId, ...(submission.actionId === undefined ? {} : { actionId: submission.actionId }), accepted: false, reason: "NOT_IN_GAME" },
});

/** Answers: read, marked and worth something here, judged and counted in Redis, at most 200 a call. */
export function createAnswering({ call, keysOf, readGame, readQuiz, schedule }: StoreParts): Pick<GameStore, "submitAnswers"> {
  // The state by which points were computed is only believed if the function finds the same times; so a kept one will do.
  const states = createRecentValues<GameId, GameState>(statesKept);

  async function readState(gameId: GameId): Promise<GameState | null> {
    const game = await readGame(gameId);
    if (game) states.set(gameId, game.state);
    return game?.state ?? null;
  }

  /** One call, by the times of `state`; STALE where the game has others by now. */
  function trySubmit(gameId: GameId, quiz: QuizVersion, state: GameState, { round, answers }: RoundBatch) {
    const keys = keysOf(gameId);
    const question = round === 0 ? null : questionOf(quiz, round);
    const times = timesOf(state, round);
    const { streak, speedWeight, latencyCompensation } = state.facts.settings;
    const bonuses = question && streak && isScored(question) ? streaksWithOwnBonus.map((n) => streakBonus({ points: question.points, streak: n })) : [];
    const markings = answers.map(({ answer }) => markAnswer(question, answer, { ...times, speedWeight, latencyCompensation }));
    const told = JSON.stringify(markings.map(({ told }) => told));
    return call(submitAnswers, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      args: { gameId, round, questionId: question?.id ?? "", ...times, previousRound: previousStreakRound(quiz, state, round), bonuses: bonuses.join(","), told },
      each: markings.map(({ argument }) => argument),
    });
  }

  async function submitRound(gameId: GameId, quiz: QuizVersion, batch: RoundBatch): Promise<Map<number, AnswerReceipt>> {
    const questionId = quiz.questions[batch.round - 1]?.id ?? null;
    let state = states.get(gameId) ?? (await readState(gameId));
    for (let attempt = 0; state && attempt < tries; attempt += 1) {
      const judgedBy = state;
      const submitted = await trySubmit(gameId, quiz, judgedBy, batch);
      if (submitted.ok) {
        const { outcomes, publishAt } = submitted.value;
        schedule(publishAt);
        return new Map(
          batch.answers.flatMap(({ place, answer }, index) => {
            const outcome = outcomes[index];
            return outcome ? [[place, receiptOf(outcome, answer, judgedBy, questionId)] as const] : [];
          }),
        );
      }
      state = submitted.error === "STALE" ? await readState(gameId) : null;
    }
    if (state) throw new InvariantError(`game ${gameId} changed ${tries} times while answers were being submitted`);
    return new Map();
  }

  async function submitBatch(gameId: GameId, batch: readonly MarkedAnswer[]): Promise<AnswerReceipt[]> {
    const quiz = await readQuiz(gameId);
    const receipts = quiz ? await Promise.all(byRound(quiz, batch).map((round) => submitRound(gameId, quiz, round))) : [];
    const byPlace = new Map(receipts.flatMap((round) => [...round]));
    return batch.map((answer, place) => byPlace.get(place) ?? notInGame(answer));
  }

  return {
    async submitAnswers(gameId, answers) {
      const receipts: AnswerReceipt[] = [];
      for (let from = 0; from < answers.length; from += largestBatch) {
        receipts.push(...(await submitBatch(gameId, answers.slice(from, from + largestBatch))));
      }
      return receipts;
    },
  };
}
