import type { TRPCRouterRecord } from "@trpc/server";
import { adminProcedure } from "../trpc";

/** How long what is kept of people stays: the settings in force. */
export const retentionRouter = {
  settings: adminProcedure.query(({ ctx }) => ctx.services.retention),
} satisfies TRPCRouterRecord;
