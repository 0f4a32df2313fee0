import { randomUUID } from "node:crypto";
import { gameIdSchema, type GameId, participantIdSchema } from "@quickfire/engine";
import { type LogDelivery, parseLogEntry } from "@quickfire/realtime";

export const newGameId = (): GameId => gameIdSchema.parse(randomUUID());

/** A join as it is read from a shard's log. */
export function joinDelivery(gameId: GameId, logNumber: number): LogDelivery {
  const participant = { participantId: participantIdSchema.parse(randomUUID()), name: `Player ${logNumber}`, avatar: 1, joinedAt: 1_000, removed: false };
  const fields = {
    type: "joined", game: gameId, epoch: "e1", at: "1000", seq: String(logNumber),
    body: JSON.stringify({ participant, origin: { ip: null, userAgent: null } }),
  };
  return { shard: 3, entryId: `${logNumber}-0`, fields, entry: parseLogEntry(fields) };
}

/** An entry that no version of the functions writes. */
export function unreadableDelivery(gameId: GameId): LogDelivery {
  return { shard: 3, entryId: "99-0", fields: { type: "nonsense", game: gameId, odd: "\u0000" }, problem: "no such type" };
}
