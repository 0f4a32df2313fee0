import type { ProvidedIdentity } from "@quickfire/db";
import type { NextAuthOptions, User } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { WebEnv } from "../env";

type Provider = NextAuthOptions["providers"][number];
type Variables = Pick<WebEnv, "GITHUB_ID" | "GITHUB_SECRET" | "GITHUB_URL" | "GOOGLE_ID" | "GOOGLE_SECRET" | "GOOGLE_ISSUER" | "OIDC_ISSUER" | "OIDC_ID" | "OIDC_SECRET" | "OIDC_NAME">;

/** The claims of OpenID Connect that are of use here. Without an address nobody can come in: it is what accounts are known by. */
const claimsSchema = z.object({ sub: z.string().min(1).max(255), name: z.string().nullish(), preferred_username: z.string().nullish(), email: z.string(), email_verified: z.boolean().nullish() });
const githubUser = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** By which other doors people may come in: those whose variables are set. */
export function namedProviders(env: Variables): { id: string; name: string }[] {
  return signInProviders(env).map(({ id, name }) => ({ id, name }));
}

export function signInProviders(env: Variables): Provider[] {
  const providers: Provider[] = [];
  if (env.GITHUB_ID && env.GITHUB_SECRET) providers.push(github({ url: env.GITHUB_URL, clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET }));
  if (env.GOOGLE_ID && env.GOOGLE_SECRET) providers.push(google({ issuer: env.GOOGLE_ISSUER, clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET }));
  if (env.OIDC_ISSUER && env.OIDC_ID && env.OIDC_SECRET) providers.push(anyOidc({ issuer: env.OIDC_ISSUER, name: env.OIDC_NAME, clientId: env.OIDC_ID, clientSecret: env.OIDC_SECRET }));
  return providers;
}

type Client = { clientId: string; clientSecret: string };

function github({ url, ...client }: Client & { url: string }): Provider {
  const api = url === "https://github.com" ? "https://api.github.com" : `${url}/api/v3`;
  return GithubProvider({
    ...client,
    authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${url}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      // The address of a GitHub profile says nothing about its proof; the list of addresses does.
      async request({ client: asking, tokens }) {
        const accessToken = tokens.access_token ?? "";
        const [user, reply] = await Promise.all([asking.userinfo(accessToken), fetch(`${api}/user/emails`, { headers: { authorization: `Bearer ${accessToken}` } })]);
        const primary = githubEmails.parse(await reply.json()).find((one) => one.primary);
        return { ...user, sub: String(user["id"]), email: primary?.email, email_verified: primary?.verified ?? false };
      },
    },
    profile(given) {
      const { id, login, name } = githubUser.parse(given);
      return userFrom("github", { ...given, sub: String(id), name: name || login });
    },
  });
}

const google = ({ issuer, ...client }: Client & { issuer: string }): Provider =>
  GoogleProvider({ ...client, wellKnown: `${issuer}/.well-known/openid-configuration`, profile: (given) => userFrom("google", given) });

/** Any provider of OpenID Connect, found by its discovery document. What the ID token leaves out, its userinfo endpoint tells. */
function anyOidc({ issuer, name, clientId, clientSecret }: Client & { issuer: string; name: string }): OAuthConfig<Record<string, unknown>> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    clientId,
    clientSecret,
    userinfo: {
      async request({ client, tokens }) {
        const claims = claimsOf(tokens.id_token);
        return { ...claims, ...(await client.userinfo(tokens.access_token ?? "", { params: {} })), sub: String(claims["sub"]) };
      },
    },
    profile: (given) => userFrom("oidc", given),
  };
}

/** Of a token whose signature was checked when it came. */
function claimsOf(idToken: string | undefined): Record<string, unknown> {
  const payload = Buffer.from(idToken?.split(".")[1] ?? "", "base64url").toString();
  return z.record(z.string(), z.unknown()).parse(JSON.parse(payload));
}

function userFrom(provider: string, given: unknown): User {
  const { sub, name, preferred_username: login, email, email_verified: emailVerified } = claimsSchema.parse(given);
  const identity: ProvidedIdentity = { provider, subject: sub, name: tidyName(name || login || email.split("@")[0] || ""), email, emailVerified: emailVerified === true };
  return { id: sub, identity };
}

const longestName = 80;

/** As a name of one's own is tidied; what another server calls somebody must not fail for its length. */
function tidyName(name: string): string {
  const tidy = name.normalize("NFC").replace(/\p{Cc}|\p{Cs}/gu, " ").replace(/\s+/g, " ").trim();
  return [...tidy].slice(0, longestName).join("") || "?";
}
