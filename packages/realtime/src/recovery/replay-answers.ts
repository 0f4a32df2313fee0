import { addToBoardNumber, decodeBoardNumber, questionOf, readAnswer, STARTING_BOARD_NUMBER, type ParticipantId, type QuizVersion } from "@quickfire/engine";
import type { StoredAnswer } from "../stored-answer";
import { previousStreakRound, type StreakRecord } from "../streaks";
import type { PastAnswer, PastGame } from "./past-game";

/** What answers come to: the board, the streaks, and each round's answers and tally, as `submit_answers` left them. */
export type ReplayedAnswers = {
  board: Map<ParticipantId, number>;
  /** The board as it was when the last question opened. */
  boardBefore: Map<ParticipantId, number>;
  streaks: Map<ParticipantId, string>;
  rounds: Map<number, { answers: Map<ParticipantId, StoredAnswer>; tally: Map<string, number> }>;
};

const noStreak: StreakRecord = { streak: 0, round: 0, before: 0, roundBefore: 0 };
const textOf = ({ streak, round, before, roundBefore }: StreakRecord): string => [streak, round, before, roundBefore].join(",");

/** An answer without right or wrong leaves the record as it is. */
function advanced(held: StreakRecord, { round, correct }: PastAnswer, previousRound: number): StreakRecord {
  if (correct === null) return held;
  const running = held.round === previousRound ? held.streak : 0;
  return { streak: correct ? running + 1 : 0, round, before: held.streak, roundBefore: held.round };
}

function tallyKeysOf(quiz: QuizVersion, { round, answer }: PastAnswer): string[] {
  const form = typeof answer === "object" && answer !== null ? { ...answer } : {};
  const read = readAnswer(questionOf(quiz, round), { answer: form }, quiz.language);
  return read.ok ? read.value.tallyKeys : [];
}

/** Goes through the answers once more, round after round. Points are those that were given; nothing is judged anew. */
export function replayAnswers({ state, quiz, people, answers, openedRound }: PastGame): ReplayedAnswers {
  const present = people.filter(({ participant }) => !participant.removed).map(({ participant }) => participant.participantId);
  const board = new Map(present.map((participantId) => [participantId, STARTING_BOARD_NUMBER]));
  const boardBefore = new Map(board);
  const streaks = new Map<ParticipantId, StreakRecord>();
  const rounds: ReplayedAnswers["rounds"] = new Map();
  const previousRounds = new Map(quiz.questions.map((_, index) => [index + 1, previousStreakRound(quiz, state, index + 1)]));
  const previousRoundOf = (round: number): number => previousRounds.get(round) ?? 0;

  for (const given of answers.toSorted((one, other) => one.round - other.round)) {
    const { round, participantId, answer, correct, points, timeMs, at } = given;
    const isSkipped = state.skippedRounds.includes(round);
    const held = board.get(participantId) ?? STARTING_BOARD_NUMBER;
    const after = addToBoardNumber(held, { points, elapsedMs: timeMs });
    const record = streaks.get(participantId) ?? noStreak;
    const next = advanced(record, given, previousRoundOf(round));
    if (!isSkipped) {
      // Someone who was removed keeps the answers, and has no place on the board.
      if (board.has(participantId)) board.set(participantId, after);
      if (board.has(participantId) && round < openedRound) boardBefore.set(participantId, after);
      if (next !== record) streaks.set(participantId, next);
    }

    const kept = rounds.get(round) ?? { answers: new Map<ParticipantId, StoredAnswer>(), tally: new Map<string, number>() };
    rounds.set(round, kept);
    const [oldScore, score] = [decodeBoardNumber(held).points, decodeBoardNumber(after).points];
    kept.answers.set(participantId, { answer, correct, points, timeMs, at, streak: next.streak, score, oldScore });
    const counted = ["answered", ...(correct ? ["right"] : []), ...tallyKeysOf(quiz, given).map((key) => `=${key}`)];
    for (const name of counted) kept.tally.set(name, (kept.tally.get(name) ?? 0) + 1);
  }
  return { board, boardBefore, streaks: new Map([...streaks].map(([id, record]) => [id, textOf(record)])), rounds };
}
