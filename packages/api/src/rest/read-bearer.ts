import { apiKeyPrefix } from "@quickfire/db";
import { type ApiScope, scopeOf } from "../auth";
import type { HttpContext, SignedIn, WebServices } from "../context";
import { failureOf, refuse } from "../errors";
import type { Incoming } from "../incoming";
import type { Endpoint } from "./endpoint";

type Caller = Pick<HttpContext, "user" | "participant">;
type Services = Pick<WebServices, "tokens" | "metrics" | "limits" | "accounts" | "sessions" | "apiKeys">;
type Door = { services: Services; addressBlock: string };
type KeyHolder = SignedIn & { apiKeyId: string; scopes: readonly string[] };

const nobody: Caller = { user: null, participant: null };

/**
 * Who calls, by the `Authorization` header alone: the cookies of the pages are not looked at. Counts the call against what the
 * caller may do in a minute.
 */
export async function readBearer({ headers }: Incoming, endpoint: Pick<Endpoint, "auth" | "method" | "path">, { services, addressBlock }: Door): Promise<Caller> {
  const header = headers.get("authorization");
  if (endpoint.auth === "none" || (endpoint.auth === "optional" && header === null)) return nobody;
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header?.trim() ?? "")?.[1];
  if (!token) return refuse("UNAUTHORIZED", { detail: "Send an access token or a key: “Authorization: Bearer …”" });
  if (token.startsWith(apiKeyPrefix)) {
    const holder = await holderOf(token, services);
    if (holder) return enterWithKey(holder, scopeOf(endpoint), services);
  } else {
    const caller = (await userOf(token, services)) ?? (endpoint.auth === "member" ? await participantOf(token, services) : null);
    if (caller) return caller;
  }
  services.metrics.badTokens.inc({ kind: "bearer" });
  await services.limits.onBadToken(addressBlock);
  return refuse("UNAUTHORIZED", { detail: "The token is not valid here, or has expired" });
}

async function enterWithKey({ apiKeyId, scopes, ...user }: KeyHolder, scope: ApiScope | null, { limits }: Services): Promise<Caller> {
  await limits.onCall(apiKeyId);
  if (scope === null || !scopes.includes(scope)) refuse("FORBIDDEN", { detail: scope === null ? "No key opens this" : `This key is not good for “${scope}”` });
  return { user, participant: null };
}

function holderOf(key: string, { accounts, apiKeys }: Services): Promise<KeyHolder | null> {
  return accounts.confirm(`key ${key}`, async () => {
    const found = await apiKeys.look(key);
    if (!found) return null;
    const { userId, name, roles } = found.account;
    return { userId, username: name, roles, apiKeyId: found.apiKeyId, scopes: found.scopes };
  });
}

async function userOf(token: string, { tokens, accounts, sessions, limits }: Services): Promise<Caller | null> {
  const claims = await tokens.access.read(token);
  if (!claims) return null;
  const { sessionId } = claims;
  const user = await accounts
    .confirm(`session ${sessionId}`, async (): Promise<SignedIn | null> => {
      const account = await sessions.look(sessionId);
      return account && { userId: account.userId, username: account.name, roles: account.roles, sessionId };
    })
    // While Postgres is away games go on, and what steers them is who it was when the token was given.
    .catch((error: unknown) => (failureOf(error).code === "BUSY" ? claims : Promise.reject(error)));
  if (!user) return null;
  await limits.onCall(sessionId);
  return { user, participant: null };
}

async function participantOf(token: string, { tokens, limits }: Services): Promise<Caller | null> {
  const participant = await tokens.participant.read(token);
  if (!participant) return null;
  await limits.onCall(participant.participantId);
  return { user: null, participant };
}
