import { createSelector } from "@reduxjs/toolkit";
import type { AnswerState } from "./answer";
import { boardAdapter, type BoardRow } from "./board";
import type { LiveState } from "./live-store";

const boardSelectors = boardAdapter.getSelectors((state: LiveState) => state.feed.board);

/** The top of the board in the server's order. */
export const selectBoard: (state: LiveState) => BoardRow[] = boardSelectors.selectAll;

/** The answer to the question on the screen. */
export function selectAnswer(state: LiveState): AnswerState | undefined {
  const questionId = state.feed.game?.question?.questionId;
  return questionId === undefined ? undefined : state.answers[questionId];
}

export const selectPendingAnswer = (state: LiveState): boolean => selectAnswer(state)?.status === "pending";

/** The host's own bots among those who are seen: with one of them, the game is a rehearsal. */
export const selectBotCount = createSelector([(state: LiveState) => state.feed.roster?.people], (people = []) => people.filter(({ bot }) => bot).length);

/** Glyphs that this browser has come to know: everyone a host sees, and those whom a player saw come in. */
export const selectAvatars = createSelector(
  [(state: LiveState) => state.feed.roster?.people, (state: LiveState) => state.feed.game?.newcomers, (state: LiveState) => state.feed.game?.you],
  (people = [], newcomers = [], you) => {
    const avatars = new Map<string, number>([...newcomers, ...people].map(({ participantId, avatar }) => [participantId, avatar]));
    if (you) avatars.set(you.participantId, you.avatar);
    return avatars;
  },
);

/** Ranks that more than one row holds: shown as "2=". */
export function sharedRanks(rows: readonly { rank: number }[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { rank } of rows) (seen.has(rank) ? shared : seen).add(rank);
  return shared;
}
