import type { GameId, GameSettings, Pin, QuizId, QuizVersionId, Result, UserId } from "@quickfire/engine";
import type { Page, PageRequest } from "../paging";

export type NewGameRecord = {
  gameId: GameId;
  quizId: QuizId;
  quizVersionId: QuizVersionId;
  hostUserId: UserId;
  title: string;
  pin: Pin;
  settings: GameSettings;
};

export type GameRecord = NewGameRecord & {
  status: "running" | "ended";
  interrupted: boolean;
  participants: number;
  /** It began with bots in it. */
  rehearsal: boolean;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
};

/** What Postgres remembers of games: for its host and their co-hosts only; missing and foreign look alike. */
export interface GameRepository {
  /** Safe to repeat: the first record stays. */
  recordCreated(game: NewGameRecord): Promise<void>;
  /** The running ones first, then the ended, each newest first. */
  ofHost(request: { hostUserId: UserId } & PageRequest): Promise<Result<Page<GameRecord>, "BAD_CURSOR">>;
  /** How this host set up their last game of a quiz, or where there was none their last of any. */
  lastSettings(asked: { hostUserId: UserId; quizId: QuizId }): Promise<{ quizId: QuizId; settings: GameSettings } | null>;
  /** For admins: every game that has not ended, whoever hosts it, newest first. */
  running(limit: number): Promise<{ gameId: GameId; hostName: string }[]>;
  byId(game: { gameId: GameId; hostUserId: UserId }): Promise<GameRecord | null>;
}
