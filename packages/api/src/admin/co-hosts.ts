import { gameIdSchema, userIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { languageOf, postLetter, workOnLetter } from "../post-letter";
import { authorProcedure, hostProcedure } from "../trpc";

const oneGame = z.strictObject({ gameId: gameIdSchema });
const email = z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address."));

/** Who hosts a game together with the one who opened it. All of them see and steer it; who opened it decides who they are. */
export const coHostRouter = {
  list: hostProcedure.input(oneGame).query(async ({ ctx, input }) => {
    const [coHosts, ownerId] = await Promise.all([ctx.services.gameHosts.ofGame(input.gameId), ctx.owner()]);
    const owner = await ctx.services.users.byId(ownerId);
    return { isOwner: ownerId === ctx.user.userId, owner: owner ? { userId: owner.userId, name: owner.name, avatar: owner.avatar } : null, coHosts };
  }),

  /** With an address the invitation is mailed, whether there is an account or not; without one the link is here to be passed on. */
  invite: hostProcedure.input(oneGame.extend({ email: email.optional() })).mutation(async ({ ctx, input }) => {
    const { services, user } = ctx;
    if ((await ctx.owner()) !== user.userId) refuse("FORBIDDEN", { detail: "Who opened the game invites" });
    const to = input.email;
    await services.limits.onMail(to ?? `link of ${user.userId}`, user.userId);
    const token = await services.gameHosts.invite({ gameId: input.gameId, email: to });
    const link = `${services.urls.web}/cohost#${token}`;
    if (to === undefined) return { link };
    workOnLetter(services, async () => {
      const [inviter, game, invited] = await Promise.all([services.users.byId(user.userId), services.games.byId({ gameId: input.gameId, hostUserId: user.userId }), services.users.byEmail(to)]);
      if (!inviter || !game) return;
      await postLetter(services, { to, language: languageOf(invited ?? inviter), letter: { kind: "host-together", link, inviter: inviter.name, title: game.title } });
    });
    return { link: null };
  }),

  accept: authorProcedure.input(z.strictObject({ token: z.string().min(1).max(200) })).mutation(async ({ ctx: { services, user, addressBlock }, input }) => {
    const account = await services.users.byId(user.userId);
    if (!account) refuse("UNAUTHORIZED");
    const accepted = await services.gameHosts.accept({ token: input.token, userId: account.userId, email: account.email });
    if (accepted.ok) return { gameId: accepted.value };
    switch (accepted.error) {
      case "OTHER_ADDRESS":
        return refuse("FORBIDDEN", { detail: "This invitation was sent to another e-mail address" });
      case "FULL":
        return refuse("TOO_MANY", { detail: "The game has all the hosts that it can have" });
      case "INVALID":
        await services.limits.onBadToken(addressBlock);
        return refuse("LINK_SPENT");
    }
  }),

  /** Who opened the game lets anybody go; everybody else only themselves. */
  remove: hostProcedure.input(oneGame.extend({ userId: userIdSchema })).mutation(async ({ ctx, input }) => {
    const { services, user } = ctx;
    if (input.userId !== user.userId && (await ctx.owner()) !== user.userId) refuse("FORBIDDEN", { detail: "Who opened the game decides who hosts it" });
    if (!(await services.gameHosts.remove(input))) refuse("NOT_FOUND");
  }),
} satisfies TRPCRouterRecord;
