import type { GameId, ParticipantId } from "@quickfire/engine";
import type { GameStore, LeaderboardPage } from "@quickfire/realtime";
import { z } from "zod";
import { refuse } from "../errors";

export const leaderboardRequest = z.strictObject({
  limit: z.int().min(1).max(100).default(10),
  cursor: z.string().max(200).optional(),
  /** The page around the caller, for those who play. */
  around: z.literal("me").optional(),
});

/** The board as players may see it now. */
export async function readLeaderboard(
  store: GameStore,
  { gameId, participantId, limit, cursor, around }: z.infer<typeof leaderboardRequest> & { gameId: GameId; participantId?: ParticipantId },
): Promise<LeaderboardPage> {
  const page = await store.leaderboard({ gameId, limit, cursor, around: around ? participantId : undefined });
  return page ?? refuse("NOT_FOUND");
}
