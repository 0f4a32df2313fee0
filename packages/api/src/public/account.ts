import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { publicProcedure, signedInProcedure } from "../trpc";

export const registration = z.strictObject({
  name: line({ name: "The name", max: 80, empty: "Say how you want to be called." }),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address.")),
  password: z.string().min(8, "A password has at least 8 characters.").max(200, "A password has at most 200 characters."),
});

/** Whoever registers may learn and write; further roles are given by an admin. */
const firstRoles = ["learner", "author"] as const;

export const accountRouter = {
  register: publicProcedure.input(registration).mutation(async ({ ctx, input }) => {
    await ctx.services.limits.onRegister(ctx.addressBlock);
    const created = await ctx.services.users.create({ ...input, roles: [...firstRoles] });
    if (!created.ok) refuse("EMAIL_TAKEN", { issues: [{ path: ["email"], message: "There is an account with this e-mail address." }] });
    return { userId: created.value.userId, name: created.value.name, email: created.value.email };
  }),

  me: signedInProcedure.query(async ({ ctx }) => {
    const account = await ctx.services.users.byId(ctx.user.userId);
    if (!account) refuse("UNAUTHORIZED");
    const { userId, name, email, roles, locale } = account;
    return { userId, username: name, email, roles, locale };
  }),
} satisfies TRPCRouterRecord;
