import { apiKeyIdSchema } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { apiScopeSchema } from "../auth";
import { refuse } from "../errors";
import { signedInProcedure } from "../trpc";

const dayMs = 24 * 60 * 60 * 1000;

const newKey = z.strictObject({
  name: line({ name: "The name", max: 60, empty: "Give the key a name to know it by." }),
  scopes: z.array(apiScopeSchema).min(1, "Choose at least one thing that the key may do.").max(20),
  /** Left out: until it is revoked. */
  days: z.int().min(1).max(366).optional(),
});

/** Keys for programs. A key is in the answer that made it, and never again in any. */
export const apiKeyRouter = {
  list: signedInProcedure.query(({ ctx: { services, user } }) => services.apiKeys.ofUser(user.userId)),

  create: signedInProcedure.input(newKey).mutation(async ({ ctx: { services, user }, input }) => {
    const { name, scopes, days } = input;
    const expiresAt = days === undefined ? null : new Date(services.store.now() + days * dayMs).toISOString();
    const made = await services.apiKeys.create({ userId: user.userId, name, scopes: [...new Set(scopes)], expiresAt });
    return made.ok ? made.value : refuse("TOO_MANY", { detail: "An account has at most 20 keys; revoke one first" });
  }),

  revoke: signedInProcedure.input(z.strictObject({ apiKeyId: apiKeyIdSchema })).mutation(async ({ ctx: { services, user }, input }) => {
    if (!(await services.apiKeys.revoke({ ...input, userId: user.userId }))) refuse("NOT_FOUND");
    services.accounts.forget(user.userId);
  }),
} satisfies TRPCRouterRecord;
