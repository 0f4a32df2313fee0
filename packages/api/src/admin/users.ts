import { type AdministrationFailure, roles, type Account } from "@quickfire/db";
import { type Result, userIdSchema } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext } from "../context";
import { refuse } from "../errors";
import { pageOrRefuse, pageRequest } from "../paging";
import { adminProcedure } from "../trpc";

const role = z.enum(roles);
const roleList = z.array(role).max(roles.length);

/** Everybody's accounts, for admins: found, given roles, disabled and enabled again. Each change is in the log and in the audit, with who made it. */
export const userRouter = {
  list: adminProcedure
    .input(pageRequest.extend({ search: line({ name: "The search", max: 200 }).optional(), role: role.optional(), disabled: z.boolean().optional() }))
    .query(async ({ ctx, input }) => pageOrRefuse(await ctx.services.administration.list(input))),

  /** `seen` are the roles that the admin saw: where they are others by now, nothing changes. */
  setRoles: adminProcedure
    .input(z.strictObject({ userId: userIdSchema, roles: roleList, seen: roleList }))
    .mutation(async ({ ctx, input }) => {
      const changed = await ctx.services.administration.setRoles({ ...input, by: { userId: ctx.user.userId, ...ctx.origin } });
      return settle(ctx, changed, "roles", { roles: input.roles });
    }),

  setDisabled: adminProcedure
    .input(z.strictObject({ userId: userIdSchema, disabled: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const changed = await ctx.services.administration.setDisabled({ ...input, by: { userId: ctx.user.userId, ...ctx.origin } });
      return settle(ctx, changed, input.disabled ? "disable" : "enable");
    }),
} satisfies TRPCRouterRecord;

type Admin = Pick<HttpContext, "services" | "origin"> & { user: { userId: string } };

function settle({ services, origin, user }: Admin, changed: Result<Account, AdministrationFailure>, action: string, details: Record<string, unknown> = {}): Account {
  if (!changed.ok) return refuse(changed.error);
  services.accounts.forget(changed.value.userId);
  services.logger.warn({ adminId: user.userId, userId: changed.value.userId, ip: origin.ip, change: action, ...details }, "an admin changed an account");
  services.metrics.decisions.inc({ action });
  return changed.value;
}
