import { sessionIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { signedInProcedure } from "../trpc";

/** Where an account is signed in: browsers, and programs by their refresh tokens. */
export const sessionRouter = {
  list: signedInProcedure.query(async ({ ctx: { services, user } }) => {
    const sessions = await services.sessions.ofUser(user.userId);
    return sessions.map((session) => ({ ...session, current: session.sessionId === user.sessionId }));
  }),

  revoke: signedInProcedure.input(z.strictObject({ sessionId: sessionIdSchema })).mutation(async ({ ctx: { services, user }, input }) => {
    if (!(await services.sessions.revoke({ ...input, userId: user.userId }))) refuse("NOT_FOUND");
    services.accounts.forget(user.userId);
  }),
} satisfies TRPCRouterRecord;
