import { failureOf, type SignedIn, within } from "@quickfire/api";
import { getToken } from "next-auth/jwt";
import type { NextRequest } from "next/server";
import type { Cookies } from "./read-cookies";
import { getProcess } from "./process";
import { sessionClaims } from "./session-claims";

const longestLookMs = 3_000;

/** Who the session's cookie says is here, if the session still holds and their account still may sign in. */
export async function userOf(cookies: Cookies): Promise<SignedIn | null> {
  const { accounts, env, services } = getProcess();
  // The cookie alone: next-auth would take a bearer for a session too, and ours are tokens of other kinds.
  const req = { cookies, headers: {} } as unknown as NextRequest;
  const token = await getToken({ req, secret: env.AUTH_SECRET, secureCookie: env.PUBLIC_WEB_URL.startsWith("https:") });
  const claims = sessionClaims.safeParse(token);
  if (!claims.success) return null;
  const { userId, sessionId } = claims.data;
  const confirmed = accounts.confirm(`session ${sessionId}`, async (): Promise<SignedIn | null> => {
    const { sessions } = await services();
    const account = await within(longestLookMs, () => sessions.look(sessionId));
    return account?.userId === userId ? { userId, username: account.name, roles: account.roles, sessionId } : null;
  });
  // While Postgres is away games go on, so their hosts stay who they were when they signed in.
  return confirmed.catch((error: unknown) => (failureOf(error).code === "BUSY" ? claims.data : Promise.reject(error)));
}
