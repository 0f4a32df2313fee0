import {
  InvariantError, isScored, questionOf, streakBonus, type AnswerResult, type GameId, type GameState, type QuizVersion, type StoredQuestion,
} from "@quickfire/engine";
import type { z } from "zod";
import { submitAnswers } from "../functions/definitions";
import type { AnswerReceipt, GameStore, MarkedAnswer } from "../game-store.types";
import { previousStreakRound } from "../streaks";
import { packAnswers, type Times } from "./answer-batch";
import type { StoreParts } from "./parts";
import { type createOwnTimes, type OwnTimes, usualTimes } from "./own-times";
import { createRecentValues } from "../recent-values";

/** What one call takes, so that no batch keeps Redis busy for long. */
export const largestBatch = 200;
const statesKept = 500;
const tries = 10;

/** From the 6th right answer in a row the bonus does not grow any more. */
const streaksWithOwnBonus = [1, 2, 3, 4, 5, 6];

type Outcome = z.output<typeof submitAnswers.returns>["outcomes"][number];
/** What points are computed by. */
type Known = { state: GameState; ownTimes: OwnTimes };
/** The answers of a call to one round, each with its place among all. Round 0 is no question of the quiz. */
type RoundBatch = { round: number; places: number[]; answers: MarkedAnswer[] };

/** The times of a round's question, as far as the state that was read has it open; zeros tell the function that it was not. */
function timesOf({ position }: GameState, round: number): Times {
  if (position.phase !== "question" || position.round !== round) return { startsAt: 0, limitMs: 0 };
  const { startsAt, limitMs } = position;
  return { startsAt, limitMs };
}

function byRound(quiz: QuizVersion, answers: readonly MarkedAnswer[]): RoundBatch[] {
  const batches = new Map<number, RoundBatch>();
  const ofQuestion = new Map<string, RoundBatch>();
  const batchOf = (questionId: string): RoundBatch => {
    const round = quiz.questions.findIndex(({ id }) => id === questionId) + 1;
    const batch = batches.get(round) ?? { round, places: [], answers: [] };
    batches.set(round, batch);
    ofQuestion.set(questionId, batch);
    return batch;
  };
  answers.forEach((answer, place) => {
    const { questionId } = answer.submission;
    const batch = ofQuestion.get(questionId) ?? batchOf(questionId);
    batch.places.push(place);
    batch.answers.push(answer);
  });
  return [...batches.values()];
}

function resultOf({ outcome, earned }: Outcome, { submission: { questionId, actionId } }: MarkedAnswer): AnswerResult {
  if (outcome !== "ACCEPTED" && outcome !== "REPEATED" && outcome !== "CONFLICT") return { questionId, actionId, accepted: false, reason: outcome };
  const result: AnswerResult = { questionId, actionId, accepted: true };
  if (outcome !== "ACCEPTED") result.repeated = true;
  if (outcome === "CONFLICT") result.conflict = true;
  if (!earned) return result;
  const { score, points, correct } = earned;
  return { ...result, score, points, ...(correct === null ? {} : { correct }) };
}

function receiptOf(outcome: Outcome, answer: MarkedAnswer, questionId: StoredQuestion["id"] | null): AnswerReceipt {
  const { participantId } = answer;
  const result = resultOf(outcome, answer);
  // A repeat tells what the first answer was told, and one's rank may have changed since; only a new answer makes a new standing.
  if (questionId === null || !outcome.earned || outcome.outcome !== "ACCEPTED") return { participantId, result };
  const { correct, points, streak, score, rank, gapToNext } = outcome.earned;
  const standing = { questionId, ...(correct === null ? {} : { correct }), points, streak, score, rank, ...(gapToNext === null ? {} : { gapToNext }) };
  return { participantId, result, standing };
}

const notInGame = ({ participantId, submission: { questionId, actionId } }: MarkedAnswer): AnswerReceipt => ({
  participantId,
  result: { questionId, actionId, accepted: false, reason: "NOT_IN_GAME" },
});

/** Answers: read, marked and worth something here, judged and counted in Redis, at most 200 a call. */
export function createAnswering({ call, keysOf, readGame, readQuiz, schedule }: StoreParts, readOwnTimes: ReturnType<typeof createOwnTimes>["readOwnTimes"]): Pick<GameStore, "submitAnswers"> {
  // The state by which points were computed is only believed if the function finds the same times; so a kept one will do.
  const states = createRecentValues<GameId, Known>(statesKept);

  async function readState(gameId: GameId): Promise<Known | null> {
    const game = await readGame(gameId);
    if (!game) return null;
    const known = { state: game.state, ownTimes: await readOwnTimes(gameId, game) };
    states.set(gameId, known);
    return known;
  }

  /** One call, by the times of `state`; STALE where the game has others by now. */
  function trySubmit(gameId: GameId, quiz: QuizVersion, { state, ownTimes }: Known, { round, answers }: RoundBatch) {
    const keys = keysOf(gameId);
    const question = round === 0 ? null : questionOf(quiz, round);
    const times = timesOf(state, round);
    const { streak, speedWeight, latencyCompensation } = state.facts.settings;
    const bonuses = question && streak && isScored(question) ? streaksWithOwnBonus.map((n) => streakBonus({ points: question.points, streak: n })) : [];
    return call(submitAnswers, {
      keys: { ...keys, answers: keys.answers(round), tally: keys.tally(round) },
      // A key more costs each answer of every game something, so it goes along only where it is needed.
      moreKeys: ownTimes === usualTimes ? [] : [keys.ownTimes],
      args: {
        gameId, round, questionId: question?.id ?? "", ...times, previousRound: previousStreakRound(quiz, state, round), bonuses: bonuses.join(","),
        ...packAnswers(round, question, answers, { ...times, speedWeight, latencyCompensation, language: quiz.language, ownTimes }),
      },
    });
  }

  /** Each receipt to its answer's place; none where the game is gone. */
  async function submitRound(gameId: GameId, quiz: QuizVersion, batch: RoundBatch, receipts: (AnswerReceipt | null)[]): Promise<void> {
    const questionId = quiz.questions[batch.round - 1]?.id ?? null;
    let known = states.get(gameId) ?? (await readState(gameId));
    for (let attempt = 0; known && attempt < tries; attempt += 1) {
      const submitted = await trySubmit(gameId, quiz, known, batch);
      if (submitted.ok) {
        const { outcomes, publishAt } = submitted.value;
        schedule(publishAt);
        batch.answers.forEach((answer, index) => {
          const [outcome, place] = [outcomes[index], batch.places[index]];
          if (outcome && place !== undefined) receipts[place] = receiptOf(outcome, answer, questionId);
        });
        return;
      }
      known = submitted.error === "STALE" ? await readState(gameId) : null;
    }
    if (known) throw new InvariantError(`game ${gameId} changed ${tries} times while answers were being submitted`);
  }

  async function submitBatch(gameId: GameId, batch: readonly MarkedAnswer[]): Promise<AnswerReceipt[]> {
    const receipts = Array.from<AnswerReceipt | null>({ length: batch.length }).fill(null);
    const quiz = await readQuiz(gameId);
    if (quiz) await Promise.all(byRound(quiz, batch).map((round) => submitRound(gameId, quiz, round, receipts)));
    return batch.map((answer, place) => receipts[place] ?? notInGame(answer));
  }

  return {
    async submitAnswers(gameId, answers) {
      if (answers.length <= largestBatch) return submitBatch(gameId, answers);
      const receipts: AnswerReceipt[] = [];
      for (let from = 0; from < answers.length; from += largestBatch) {
        receipts.push(...(await submitBatch(gameId, answers.slice(from, from + largestBatch))));
      }
      return receipts;
    },
  };
}
