import { gameIdSchema, type GameId, type ParticipantId } from "@quickfire/engine";
import type { LeaderboardPage } from "@quickfire/realtime";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";
import { hostOfGame } from "../host-of-game";
import { presentParticipant } from "../present-participant";
import { publicProcedure } from "../trpc";
import { pageRequest } from "../paging";

/** The board for programs: of a game that the bearer plays or hosts. */
export const leaderboardRouter = {
  read: publicProcedure
    .input(pageRequest.extend({ gameId: gameIdSchema, around: z.literal("me").optional() }))
    .query(async ({ ctx, input }): Promise<LeaderboardPage> => {
      const { gameId, limit = 20, cursor, around } = input;
      const reader = await readerOf(ctx, gameId);
      if (around && !reader) refuseField(["around"], "Only a participant has neighbours.");
      const page = await ctx.services.store.leaderboard({ gameId, limit, cursor, around: around && reader ? reader : undefined });
      return page ?? refuse("NOT_FOUND");
    }),
} satisfies TRPCRouterRecord;

/** The participant who reads, or null for the host; to everybody else the game looks like none. */
async function readerOf(ctx: HttpContext, gameId: GameId): Promise<ParticipantId | null> {
  if (ctx.participant) {
    if (ctx.participant.gameId !== gameId) refuse("NOT_FOUND");
    return (await presentParticipant(ctx.services.store, ctx.participant)).participantId;
  }
  if (!ctx.user) return refuse("UNAUTHORIZED");
  const hostUserId = await hostOfGame(ctx.services, { gameId, userId: ctx.user.userId });
  return hostUserId === ctx.user.userId ? null : refuse("NOT_FOUND");
}
