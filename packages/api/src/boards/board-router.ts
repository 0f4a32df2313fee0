import { gameIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext } from "../context";
import { refuse } from "../errors";
import { signedInProcedure } from "../trpc";
import { type BoardRequest, boardOf, boardRequest, isLive } from "./board-request";

/** As many as are compared with one another: a large class, or the latest whom somebody has played with. */
const mostCompanions = 300;

type Signed = HttpContext & { user: NonNullable<HttpContext["user"]> };

async function askedBoard({ services, user }: Signed, request: Pick<BoardRequest, "scope" | "period" | "country">) {
  const now = services.store.now();
  const board = await boardOf(request, { userId: user.userId, boards: services.boards, now });
  return { board, live: isLive(board, now) };
}

/** The long-term boards. */
export const boardRouter = {
  top: signedInProcedure.input(boardRequest).query(async ({ ctx, input }) => {
    const { board, live } = await askedBoard(ctx, input);
    if (live) return ctx.services.boards.top(board, input.limit);
    return { rows: await ctx.services.boards.archived(board, input.limit), at: ctx.services.store.now(), stale: false };
  }),

  around: signedInProcedure.input(boardRequest).query(async ({ ctx, input }) => {
    const { board, live } = await askedBoard(ctx, input);
    if (!live) refuse("NOT_FOUND", { detail: "Of a period that is over there is only the top." });
    return ctx.services.boards.around(board, { userId: ctx.user.userId, limit: input.limit });
  }),

  /** Those who played a game that is one's own, or all with whom one has played. */
  among: signedInProcedure.input(boardRequest.omit({ limit: true }).extend({ gameId: gameIdSchema.optional() })).query(async ({ ctx, input: { gameId, ...request } }) => {
    const { board, live } = await askedBoard(ctx, request);
    if (!live) refuse("NOT_FOUND", { detail: "Of a period that is over there is only the top." });
    const { boards } = ctx.services;
    const { userId } = ctx.user;
    const players = gameId ? await boards.boards.playersOf({ gameId, userId }) : await boards.boards.companionsOf({ userId, limit: mostCompanions });
    return players ? boards.among(board, players.slice(0, mostCompanions)) : refuse("NOT_FOUND");
  }),

  bests: signedInProcedure.query(({ ctx }) => ctx.services.boards.boards.bestsOf({ userId: ctx.user.userId, now: new Date(ctx.services.store.now()) })),

  /** With which the pages follow a board: REST takes no cookies. */
  streamToken: signedInProcedure.output(z.object({ token: z.string() })).query(async ({ ctx }) => {
    const { userId, sessionId, username, roles } = ctx.user;
    if (!sessionId) refuse("UNAUTHORIZED");
    return { token: await ctx.services.tokens.access.issue({ userId, sessionId, username, roles: [...roles] }) };
  }),
} satisfies TRPCRouterRecord;
