import type { Account } from "@quickfire/db";
import type { WebServices } from "../context";
import { languageOf, postLetter } from "../post-letter";

type Services = Pick<WebServices, "mailedTokens" | "mailer" | "metrics" | "urls">;

/** Sends the link that proves an account's address. */
export async function sendProof(services: Services, account: Account): Promise<void> {
  const { userId, email } = account;
  const token = await services.mailedTokens.issue({ userId, purpose: "prove-address", email });
  await postLetter(services, { to: email, language: languageOf(account), letter: { kind: "prove-address", link: `${services.urls.web}/verify#${token}` } });
}

/** The operator named one address whose owner looks after everybody's accounts; the role comes with the proof that it is theirs. */
export async function welcomeAdmin({ adminEmail, users, accounts, logger }: Pick<WebServices, "adminEmail" | "users" | "accounts" | "logger">, account: Account): Promise<void> {
  if (!adminEmail || !account.emailVerified || account.email !== adminEmail || account.roles.includes("admin")) return;
  await users.addRole({ userId: account.userId, role: "admin" });
  accounts.forget(account.userId);
  logger.warn({ userId: account.userId }, "the owner of ADMIN_EMAIL became an admin");
}
