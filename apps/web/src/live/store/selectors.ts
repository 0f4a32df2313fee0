import { createSelector } from "@reduxjs/toolkit";
import type { AnswerState } from "./answer";
import { boardAdapter, type BoardRow } from "./board";
import type { LiveState } from "./live-store";

/** The stage shows the first ten. */
export const rowsOnWall = 10;

const boardSelectors = boardAdapter.getSelectors((state: LiveState) => state.feed.board);

/** The top of the board in the server's order. */
export const selectBoard: (state: LiveState) => BoardRow[] = boardSelectors.selectAll;

/** The places of those on the wall, people or teams, who stand higher than before the round. */
export const selectClimbs = createSelector(
  [selectBoard, (state: LiveState) => state.feed.game?.teams, (state: LiveState) => state.feed.game?.teamsBefore],
  (board, teams = [], teamsBefore = []): number[] => {
    if (teams.length > 0) return teams.filter(({ team, rank }) => rank < (teamsBefore.find((before) => before.team === team)?.rank ?? 0)).map(({ rank }) => rank);
    return board.slice(0, rowsOnWall).filter(({ before, rank }) => before !== null && rank < before.rank).map(({ rank }) => rank);
  },
);

/** The answer to the question on the screen. */
export function selectAnswer(state: LiveState): AnswerState | undefined {
  const questionId = state.feed.game?.question?.questionId;
  return questionId === undefined ? undefined : state.answers[questionId];
}

/** Neither by socket nor by polling does anything get through. */
export const selectOffline = ({ connection }: LiveState): boolean => connection.status !== "live" && connection.status !== "polling";

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
