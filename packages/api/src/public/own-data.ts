import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext, SignedIn } from "../context";
import { refuse } from "../errors";
import { signedInProcedure } from "../trpc";

/** How new a sign-in has to be to stand for a password, where there is none. */
const freshForMs = 10 * 60_000;

type Asked = Pick<HttpContext, "services" | "addressBlock" | "origin"> & { user: SignedIn };

/** What is kept about oneself: to take along, and to have deleted. */
export const ownDataRouter = {
  export: signedInProcedure.query(async ({ ctx: { services, user } }) => {
    await services.limits.onExport(user.userId);
    return (await services.privacy.exportAccount(user.userId)) ?? refuse("UNAUTHORIZED");
  }),

  /** At once, and for good. `password` where the account has one; otherwise a sign-in of the last ten minutes. */
  erase: signedInProcedure.input(z.strictObject({ password: z.string().max(200).optional() })).mutation(async ({ ctx, input }) => {
    const { services, user, origin } = ctx;
    await proveOwner(ctx, input.password ?? "");
    if ((await services.store.gamesOfHost(user.userId)).length > 0) refuse("UNDER_WAY", { detail: "A game that you host is running; end it first" });
    const open = await services.sessions.ofUser(user.userId);
    const playing = await services.review.runningGamesOf({ userId: user.userId });
    const erased = await services.privacy.eraseAccount(user.userId);
    if (!erased.ok) return erased.error === "NOT_FOUND" ? refuse("UNAUTHORIZED") : refuse("OWN_ACCESS", { detail: "An admin's account can't be deleted; another admin has to take the role first" });
    services.accounts.forget(user.userId);
    // Their rows are gone, so nobody else can tell. A Redis that is away has nothing open.
    await services.ended.note(open.map(({ sessionId }) => sessionId)).catch(() => undefined);
    services.logger.info({ userId: user.userId }, "an account was deleted by its owner");
    // A game that ended or left Redis in between has nobody to take out.
    for (const { gameId, participantId } of playing) await services.store.remove(gameId, participantId, origin);
  }),
} satisfies TRPCRouterRecord;

/** Whoever finds an open browser must neither delete what is another's, nor find out the password by trying. */
async function proveOwner({ services, user, addressBlock }: Asked, password: string): Promise<void> {
  const account = await services.users.byId(user.userId);
  if (!account || account.disabledAt) refuse("UNAUTHORIZED");
  if (!account.hasPassword) {
    const session = (await services.sessions.ofUser(user.userId)).find(({ sessionId }) => sessionId === user.sessionId);
    if (!session || Date.now() - Date.parse(session.createdAt) > freshForMs) refuse("SIGN_IN_AGAIN");
    return;
  }
  await services.limits.beforeSignIn(user.userId, addressBlock);
  if (!(await services.users.verifySignIn({ email: account.email, password }))) refuse("WRONG_PASSWORD", { issues: [{ path: ["password"], message: "This is not your password." }] });
  await services.limits.afterSignIn(user.userId, addressBlock);
}
