import type { Account } from "@quickfire/db";
import type { HttpContext } from "../context";
import { refuse } from "../errors";
import { refuseBlocked } from "../refuse-blocked";

/** The one way to prove a password, for the pages and for REST. Slow for whoever guesses; silent about which accounts exist. */
export async function signIn(
  { services, addressBlock, origin }: Pick<HttpContext, "services" | "addressBlock" | "origin">,
  credentials: { email: string; password: string },
): Promise<Account> {
  const email = credentials.email.trim().toLowerCase();
  await services.limits.beforeSignIn(email, addressBlock);
  const account = await services.users.verifySignIn({ email, password: credentials.password });
  if (account) {
    await services.limits.afterSignIn(email, addressBlock);
    // Only whoever knows the password is told.
    await refuseBlocked(services, account);
    return account;
  }
  services.metrics.failedSignIns.inc();
  services.logger.warn({ ip: origin.ip }, "a sign-in failed");
  refuse("UNAUTHORIZED", { detail: "This e-mail address and password do not belong together" });
}
