import type { Account, IssuedRefreshToken } from "@quickfire/db";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { accessLifetime, deviceOf } from "../auth";
import type { WebServices } from "../context";
import { refuse } from "../errors";
import { refuseBlocked } from "../refuse-blocked";
import { publicProcedure } from "../trpc";
import { signIn } from "./sign-in";

export const credentialsSchema = z.strictObject({ email: line({ name: "The e-mail address", max: 254, empty: "Give an e-mail address." }), password: z.string().min(1).max(200) });
export const refreshInput = z.strictObject({ refreshToken: z.string().min(1).max(500) });

export const tokenPair = z.object({ accessToken: z.string(), expiresIn: z.int(), refreshToken: z.string() });

/** Tokens for programs; the pages have their session cookie. */
export const authRouter = {
  token: publicProcedure.input(credentialsSchema).mutation(async ({ ctx, input }) => {
    const account = await signIn(ctx, input);
    const device = deviceOf(ctx.origin.userAgent);
    return pairFor(ctx.services, account, await ctx.services.refreshTokens.issue({ userId: account.userId, device }));
  }),

  refresh: publicProcedure.input(refreshInput).mutation(async ({ ctx, input }) => {
    await ctx.services.limits.onRefresh(ctx.addressBlock);
    const rotated = await ctx.services.refreshTokens.rotate(input.refreshToken);
    if (!rotated.ok) {
      ctx.services.metrics.badTokens.inc({ kind: rotated.error === "REUSED" ? "spent refresh" : "refresh" });
      if (rotated.error === "REUSED") ctx.services.logger.warn({ ip: ctx.origin.ip }, "a spent refresh token was used; its session is ended");
      refuse("UNAUTHORIZED", { detail: "This refresh token is not valid; sign in again" });
    }
    await ctx.services.limits.onRefreshOf(rotated.value.sessionId);
    const account = await ctx.services.users.byId(rotated.value.userId);
    if (!account || account.disabledAt) refuse("UNAUTHORIZED");
    await refuseBlocked(ctx.services, account);
    return pairFor(ctx.services, account, rotated.value);
  }),

  /** Says the same for any string, so that nobody learns which tokens exist. */
  revoke: publicProcedure.input(refreshInput).mutation(async ({ ctx, input }) => {
    await ctx.services.limits.onRefresh(ctx.addressBlock);
    await ctx.services.refreshTokens.revoke(input.refreshToken);
  }),
} satisfies TRPCRouterRecord;

async function pairFor(services: WebServices, account: Account, issued: IssuedRefreshToken): Promise<z.infer<typeof tokenPair>> {
  const accessToken = await services.tokens.access.issue({ userId: account.userId, sessionId: issued.sessionId, username: account.name, roles: account.roles });
  return { accessToken, expiresIn: accessLifetime, refreshToken: issued.refreshToken };
}
