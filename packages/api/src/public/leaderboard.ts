import { gameIdSchema, type GameId, type ParticipantId } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";
import { leaderboardRequest, readLeaderboard } from "../game/read-leaderboard";
import { isHostOfGame } from "../host-of-game";
import { presentParticipant } from "../present-participant";
import { refuseBlocked } from "../refuse-blocked";
import { publicProcedure } from "../trpc";

/** The board for programs: of a game that the bearer plays or hosts. */
export const leaderboardRouter = {
  read: publicProcedure
    .input(leaderboardRequest.extend({ gameId: gameIdSchema }))
    .query(async ({ ctx, input }) => {
      const reader = await readerOf(ctx, input.gameId);
      if (input.around && !reader) refuseField(["around"], "Only a participant has neighbours.");
      return readLeaderboard(ctx.services.store, { ...input, participantId: reader ?? undefined });
    }),
} satisfies TRPCRouterRecord;

/** The participant who reads, or null for the host; to everybody else the game looks like none. */
async function readerOf(ctx: HttpContext, gameId: GameId): Promise<ParticipantId | null> {
  if (ctx.participant) {
    if (ctx.participant.gameId !== gameId) refuse("NOT_FOUND");
    return (await presentParticipant(ctx.services, ctx.participant)).participantId;
  }
  if (!ctx.user) return refuse("UNAUTHORIZED");
  await refuseBlocked(ctx.services, ctx.user);
  return (await isHostOfGame(ctx.services, { gameId, userId: ctx.user.userId })) ? null : refuse("NOT_FOUND");
}
