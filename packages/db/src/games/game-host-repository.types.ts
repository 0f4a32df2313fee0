import type { GameId, Result, UserId } from "@quickfire/engine";

export type CoHost = { userId: UserId; name: string; avatar: number };

/** `INVALID`: unknown, spent or late. `OTHER_ADDRESS`: it was mailed to somebody else. */
export type InvitationFailure = "INVALID" | "OTHER_ADDRESS" | "FULL";

/** Who hosts a game beside the one who opened it. */
export interface GameHostRepository {
  isCoHost(asked: { gameId: GameId; userId: UserId }): Promise<boolean>;
  ofGame(gameId: GameId): Promise<CoHost[]>;
  /** What a link may hold that makes one author a co-host, within a week; with an address, the account with that address alone. */
  invite(asked: { gameId: GameId; email?: string }): Promise<string>;
  /** Spends an invitation. Whoever hosts the game already leaves it unspent. */
  accept(accepted: { token: string; userId: UserId; email: string }): Promise<Result<GameId, InvitationFailure>>;
  /** Whether they were one. */
  remove(coHost: { gameId: GameId; userId: UserId }): Promise<boolean>;
}
