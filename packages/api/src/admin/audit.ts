import { auditTopics } from "@quickfire/db";
import { gameIdSchema } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { pageOrRefuse, pageRequest } from "../paging";
import { adminProcedure } from "../trpc";

const instant = z.iso.datetime({ error: "This is not an instant such as 2026-11-20T09:00:00Z." }).transform((text) => new Date(text));

export const auditFilter = z.strictObject({
  gameId: gameIdSchema.optional(),
  name: line({ name: "The name", max: 100 }).optional(),
  user: line({ name: "The account", max: 254 }).optional(),
  topic: z.enum(auditTopics).optional(),
  action: z.string().max(40).optional(),
  address: line({ name: "The address", max: 60 }).optional(),
  agent: line({ name: "The browser", max: 100 }).optional(),
  from: instant.optional(),
  to: instant.optional(),
});

/** As it is sent; instants are texts. */
export type AuditQuery = z.input<typeof auditFilter>;

/** What happened in games, to points and by admins, as it was stored. */
export const auditRouter = {
  search: adminProcedure.input(auditFilter.extend(pageRequest.shape)).query(async ({ ctx, input }) => pageOrRefuse(await ctx.services.audit.search(input))),

  /** A batch of a file, and where the next one begins. */
  batch: adminProcedure
    .input(z.strictObject({ filter: auditFilter, after: z.string().max(500).nullable() }))
    .query(({ ctx, input }) => ctx.services.audit.batches(input)),
} satisfies TRPCRouterRecord;
