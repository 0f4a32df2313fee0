import type { ReportRows } from "@quickfire/db";
import { gameIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { hostProcedure } from "../trpc";

/** What becomes a file while it is read. It can't be sent as one JSON value, so it is for callers inside the process alone. */
export const reportFileRouter = {
  /** One row for each participant and question, some at a time. */
  rows: hostProcedure.input(z.strictObject({ gameId: gameIdSchema })).query(async ({ ctx, input }): Promise<ReportRows> => {
    return (await ctx.services.reports.rows({ gameId: input.gameId, hostUserId: ctx.user.userId })) ?? refuse("NOT_FOUND");
  }),
} satisfies TRPCRouterRecord;
