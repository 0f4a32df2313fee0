import type { SignedIn } from "@quickfire/api";
import { getServerSession } from "next-auth";
import { authOptions } from "./auth-options";
import { getProcess } from "./process";

/** Who the session's cookie says is here, if their account is still there and still may sign in. */
export async function currentUser(): Promise<SignedIn | null> {
  const session = await getServerSession(authOptions());
  if (!session) return null;
  const { accounts, services } = getProcess();
  const { userId } = session.user;
  return accounts.confirm(userId, async () => {
    const account = await (await services()).users.byId(userId);
    return account && !account.disabledAt ? { userId, username: account.name, roles: account.roles } : null;
  });
}
