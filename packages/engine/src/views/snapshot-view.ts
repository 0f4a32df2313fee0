import { questionOf } from "../game-clock";
import { roundOf, type GameState } from "../game-state";
import type { OpenQuestion, Snapshot, Standing, Tally } from "../messages";
import type { QuizVersion } from "../quiz";
import type { TeamStanding } from "../teams";
import { wireInstant } from "./instant";
import { timesView } from "./phase-view";
import { closedQuestionView, openQuestionView } from "./question-views";

/** What has to be fetched beside the state; all of it as its receiver may see it. */
export type SnapshotPieces = {
  node: string;
  participants: number;
  /** The top of the board as of the last reveal, or as it is where feedback is instant. */
  leaderboard: Standing[];
  /** Of a game with teams: their board, as of the same moment, and how many are in each. */
  teams?: TeamStanding[];
  teamSizes?: number[];
  /** Of the round that was closed last; only asked for in `reveal` and `standings`. */
  tally?: Tally;
  you?: Snapshot["you"];
};

/** Whether players see a board at this point of the game. */
export function isBoardShown({ facts, position }: Pick<GameState, "facts" | "position">): boolean {
  const { leaderboard } = facts.settings;
  if (leaderboard === "never") return false;
  return leaderboard !== "end" || position.phase === "podium" || position.phase === "ended";
}

/** Whether the round that was just played was taken back. Skipping leads on to the next round, but for the last one. */
export const isVoided = ({ position, skippedRounds }: Pick<GameState, "position" | "skippedRounds">): boolean =>
  (position.phase === "reveal" || position.phase === "standings") && skippedRounds.includes(position.round);

/** The question on the screen: the open one, or the one whose answer is being shown, or may be once more. While paused its times are those of going on now. */
function questionView({ position, facts, paused }: GameState, quiz: QuizVersion, now: number): OpenQuestion | undefined {
  if (position.phase === "standings") {
    const { round, since } = position;
    return openQuestionView(questionOf(quiz, round), { round, rounds: facts.rounds, startsAt: since, endsAt: since });
  }
  if (position.phase !== "question" && position.phase !== "reveal") return undefined;
  const { round, startsAt, endsAt } = position;
  const shift = paused && position.phase === "question" ? now - paused.at : 0;
  return openQuestionView(questionOf(quiz, round), { round, rounds: facts.rounds, startsAt: startsAt + shift, endsAt: endsAt + shift });
}

function closedView({ position }: GameState, quiz: QuizVersion, tally: Tally | undefined): Snapshot["closed"] {
  if (!tally || (position.phase !== "reveal" && position.phase !== "standings")) return undefined;
  return closedQuestionView(questionOf(quiz, position.round), tally);
}

/**
 * All that a client needs to show the present moment. Every field of the state is named here, so that a new one reaches nobody
 * by accident: it does not compile until this view has said what becomes of it.
 */
export function snapshotView(moment: { state: GameState; quiz: QuizVersion; now: number }, pieces: SnapshotPieces): Snapshot {
  const { state, quiz, now } = moment;
  const { facts, seq, locked, paused, position, epoch: _epoch, skippedRounds: _skippedRounds, dueAt: _dueAt, ...others } = state;
  const { gameId, title, rounds, settings } = facts;
  others satisfies Record<string, never>;
  return {
    phase: position.phase,
    paused: paused !== null,
    round: roundOf(state),
    rounds,
    seq,
    node: pieces.node,
    graceMs: settings.graceMs,
    gameId,
    title,
    language: quiz.language,
    locked,
    participants: pieces.participants,
    show: settings.show,
    feedback: settings.feedback,
    question: questionView(state, quiz, now),
    endTime: timesView(state, now).endTime,
    closed: closedView(state, quiz, pieces.tally),
    ...(isVoided(state) ? { voided: true as const } : {}),
    you: pieces.you,
    leaderboard: isBoardShown(state) ? pieces.leaderboard : [],
    ...(pieces.teams ? { teams: isBoardShown(state) ? pieces.teams : [] } : {}),
    ...(pieces.teamSizes ? { teamSizes: pieces.teamSizes } : {}),
    ...(position.phase === "ended" && position.interrupted ? { interrupted: true as const } : {}),
    serverTime: wireInstant(now),
  };
}
