import { countrySchema, timeZoneSchema } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { languageOf, postLetter, workOnLetter } from "../post-letter";
import { publicProcedure, signedInProcedure } from "../trpc";
import { sendProof, welcomeAdmin } from "./prove-address";

const name = line({ name: "The name", max: 80, empty: "Say how you want to be called." });
const email = z.string().trim().toLowerCase().max(254).pipe(z.email("This is not an e-mail address."));
const password = z.string().min(8, "A password has at least 8 characters.").max(200, "A password has at most 200 characters.");
/** Which languages there are, the pages know; letters come in English where there is none in the language. */
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "This is not a language.").max(35);
const mailedToken = z.string().min(1).max(200);

export const registration = z.strictObject({ name, email, password, locale: locale.optional() });

const profile = z.strictObject({
  name,
  locale,
  country: countrySchema.nullable(),
  timeZone: timeZoneSchema.nullable(),
  avatar: z.int().min(0).max(239),
});

/** Whoever registers may learn and write; further roles are given by an admin. */
export const firstRoles = ["learner", "author"] as const;

export const accountRouter = {
  register: publicProcedure.input(registration).mutation(async ({ ctx: { services, addressBlock }, input }) => {
    await services.limits.onRegister(addressBlock);
    const created = await services.users.create({ ...input, roles: [...firstRoles] });
    if (!created.ok) refuse("EMAIL_TAKEN", { issues: [{ path: ["email"], message: "There is an account with this e-mail address." }] });
    const account = created.value;
    workOnLetter(services, () => sendProof(services, account));
    return { userId: account.userId, name: account.name, email: account.email };
  }),

  me: signedInProcedure.query(async ({ ctx }) => {
    const account = await ctx.services.users.byId(ctx.user.userId);
    if (!account) refuse("UNAUTHORIZED");
    const { name: username, createdAt: _, disabledAt: __, ...shown } = account;
    return { ...shown, username };
  }),

  saveProfile: signedInProcedure.input(profile).mutation(async ({ ctx: { services, user }, input }) => {
    if (!(await services.users.saveProfile({ ...input, userId: user.userId }))) refuse("UNAUTHORIZED");
    services.accounts.forget(user.userId);
  }),

  /** Every other device, and every program that signed in, has to sign in again. */
  changePassword: signedInProcedure.input(z.strictObject({ current: z.string().max(200), next: password })).mutation(async ({ ctx, input }) => {
    const { services, user, addressBlock } = ctx;
    // Whoever found an open browser must not find out the password by it.
    await services.limits.beforeSignIn(user.userId, addressBlock);
    const changed = await services.users.changePassword({ ...input, userId: user.userId, keep: user.sessionId });
    if (!changed.ok) refuse("WRONG_PASSWORD", { issues: [{ path: ["current"], message: "This is not your password." }] });
    await services.limits.afterSignIn(user.userId, addressBlock);
    services.accounts.forget(user.userId);
    workOnLetter(services, () => postLetter(services, { to: changed.value.email, language: languageOf(changed.value), letter: { kind: "password-changed" } }));
  }),

  /** The link that proves the address, once more. */
  askForProof: signedInProcedure.mutation(async ({ ctx: { services, user } }) => {
    const account = await services.users.byId(user.userId);
    if (!account || account.emailVerified) return;
    await services.limits.onMail(account.email, user.userId);
    workOnLetter(services, () => sendProof(services, account));
  }),

  proveAddress: publicProcedure.input(z.strictObject({ token: mailedToken })).mutation(async ({ ctx: { services, addressBlock }, input }) => {
    const account = await services.mailedTokens.proveAddress(input.token);
    if (!account) {
      await services.limits.onBadToken(addressBlock);
      refuse("LINK_SPENT");
    }
    await welcomeAdmin(services, account);
  }),

  /** Answers at once and the same for every address: what follows is nobody's business but its owner's. */
  askForPassword: publicProcedure.input(z.strictObject({ email })).mutation(async ({ ctx: { services, addressBlock }, input }) => {
    await services.limits.onMail(input.email, addressBlock);
    workOnLetter(services, async () => {
      const account = await services.users.byEmail(input.email);
      if (!account || account.disabledAt) return;
      const token = await services.mailedTokens.issue({ userId: account.userId, purpose: "new-password", email: account.email });
      await postLetter(services, { to: account.email, language: languageOf(account), letter: { kind: "new-password", link: `${services.urls.web}/reset#${token}` } });
    });
  }),

  setPassword: publicProcedure.input(z.strictObject({ token: mailedToken, password })).mutation(async ({ ctx: { services, addressBlock }, input }) => {
    const account = await services.mailedTokens.setPassword(input);
    if (!account) {
      await services.limits.onBadToken(addressBlock);
      refuse("LINK_SPENT");
    }
    services.accounts.forget(account.userId);
    await welcomeAdmin(services, account);
    workOnLetter(services, () => postLetter(services, { to: account.email, language: languageOf(account), letter: { kind: "password-changed" } }));
    return { email: account.email };
  }),
} satisfies TRPCRouterRecord;
