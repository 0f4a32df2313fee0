import type { Board, GameId, Period, UserId } from "@quickfire/engine";

/** A user's place on a board, as Postgres has it: what a board is made from. */
export type StoredPlace = { userId: UserId; revision: number; score: number };

export type ArchivedRow = { userId: UserId; score: number; rank: number };

/** The best that a user has reached. */
export type PersonalBests = {
  total: number;
  /** The most points that one game or attempt brought; null before the first one. */
  bestResult: { points: number; at: string } | null;
  bestWeek: { period: string; points: number } | null;
  bestMonth: { period: string; points: number } | null;
  /** In how many weeks on end, up to this or the last one, there were points, and the most that there ever were. */
  weeksInARow: number;
  mostWeeksInARow: number;
};

/** Everything of boards that Postgres answers. */
export interface BoardRepository {
  /** All places of a board in parts; `period` is that of a weekly or monthly board. */
  places(board: Board, period?: Period): AsyncIterable<StoredPlace[]>;
  /** The countries in which somebody has points. */
  countries(): Promise<string[]>;
  /** The name of each account that exists and is not closed. */
  namesOf(userIds: readonly UserId[]): Promise<Map<UserId, string>>;
  /** The signed-in players of a game that the user took part in, or hosted; null for any other game. */
  playersOf(request: { gameId: GameId; userId: UserId }): Promise<UserId[] | null>;
  /** Everybody with whom the user has been in a game, and the user: the latest first, at most so many. */
  companionsOf(request: { userId: UserId; limit: number }): Promise<UserId[]>;
  countryOf(userId: UserId): Promise<string | null>;
  /** Keeps the places of a period that is over. Safe to repeat: the first time counts. */
  archive(archived: { board: Board; period: Period; at: Date }): Promise<void>;
  isArchived(board: Board): Promise<boolean>;
  archivedTop(request: { board: Board; limit: number }): Promise<ArchivedRow[]>;
  /** When the first points were earned; null where there are none. */
  firstPointsAt(): Promise<Date | null>;
  bestsOf(request: { userId: UserId; now: Date }): Promise<PersonalBests>;
}
