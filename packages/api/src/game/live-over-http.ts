import { gameIdSchema, type Snapshot } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { socketLifetime } from "../auth";
import { refuse } from "../errors";
import { publicProcedure } from "../trpc";
import { liveProcedures } from "./live-procedures";
import { whoLooks } from "./who-looks";

const look = z.strictObject({ gameId: gameIdSchema, participantToken: z.string().max(2_000).optional() });

/** What web does for a running game: the ticket for the socket, and the same by polling where sockets are blocked. */
export const liveOverHttp = {
  ...liveProcedures,

  /** A token to open one socket with, within a minute. */
  token: publicProcedure.input(look.extend({ as: z.enum(["participant", "host", "screen"]) })).mutation(async ({ ctx, input }) => {
    const claims = await whoLooks(ctx, input);
    const state = await ctx.services.store.state(input.gameId);
    if (!state || state.position.phase === "ended") refuse("ENDED");
    return { token: await ctx.services.tokens.socket.issue(claims), url: `${ctx.services.urls.socket}/trpc`, expiresIn: socketLifetime };
  }),

  /** The same as a socket's first message. */
  state: publicProcedure.input(look).query(async ({ ctx, input }): Promise<{ id: string; snapshot: Snapshot }> => {
    const plays = input.participantToken !== undefined || ctx.participant !== null;
    const claims = await whoLooks(ctx, { ...input, as: plays ? "participant" : "host" });
    const participantId = claims.role === "participant" ? claims.participantId : undefined;
    // Who polls is there, as who holds a socket is.
    if (participantId !== undefined) await ctx.services.store.stillConnected(claims.gameId, [participantId]);
    const snapshot = await ctx.services.store.snapshot({ gameId: claims.gameId, participantId, node: ctx.services.node });
    return snapshot ?? refuse("ENDED");
  }),
} satisfies TRPCRouterRecord;
