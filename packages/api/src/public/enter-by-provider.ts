import type { Account, EnteringFailure, ProvidedIdentity } from "@quickfire/db";
import { ok, type Result } from "@quickfire/engine";
import type { WebServices } from "../context";
import { refuseBlocked } from "../refuse-blocked";
import { firstRoles } from "./account";
import { welcomeAdmin } from "./prove-address";

/** The account of whoever another provider says is here; a new one where there is none. A block holds at this door as at that of passwords. */
export async function enterByProvider(services: WebServices, identity: ProvidedIdentity): Promise<Result<Account, EnteringFailure>> {
  const entered = await services.linkedSignIns.enter({ ...identity, roles: [...firstRoles] });
  if (!entered.ok) {
    services.logger.warn({ provider: identity.provider, reason: entered.error }, "a sign-in by a provider was refused");
    return entered;
  }
  await refuseBlocked(services, entered.value.account);
  await welcomeAdmin(services, entered.value.account);
  return ok(entered.value.account);
}
