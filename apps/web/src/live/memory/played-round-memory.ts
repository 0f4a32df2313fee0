import type { PlayedRound } from "../store/played-round-slice";
import { isRecord, recall, remember } from "./browser-memory";

const keyOf = (gameId: string): string => `quickfire.rounds.${gameId}`;

export const keepPlayedRounds = (gameId: string, rounds: readonly PlayedRound[]): void => remember(keyOf(gameId), rounds);

/** The rounds that were played before a reload, for the result page. */
export function recallPlayedRounds(gameId: string): PlayedRound[] {
  const kept = recall(keyOf(gameId));
  return Array.isArray(kept) ? kept.filter(isPlayedRound) : [];
}

function isPlayedRound(value: unknown): value is PlayedRound {
  if (!isRecord(value) || !isRecord(value.question) || !isRecord(value.closed)) return false;
  const { question, closed, correct, points } = value;
  return (
    typeof question.questionId === "string" && typeof question.type === "string" && typeof question.text === "string" &&
    typeof question.round === "number" && Array.isArray(question.options) && Array.isArray(question.optionIds) &&
    closed.questionId === question.questionId && closed.correct !== undefined && typeof correct === "boolean" && typeof points === "number"
  );
}
