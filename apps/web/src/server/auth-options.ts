import { credentialsSchema, deviceOf, enterByProvider, failureOf, type HeaderReader, signIn, within } from "@quickfire/api";
import type { ProvidedIdentity, Role } from "@quickfire/db";
import type { UserId } from "@quickfire/engine";
import type { Logger } from "@quickfire/telemetry";
import type { DefaultSession, NextAuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { getProcess } from "./process";
import { openDoor } from "./request-door";
import { sessionClaims } from "./session-claims";
import { signInProviders } from "./sign-in-providers";

declare module "next-auth" {
  interface Session {
    user: DefaultSession["user"] & { userId: UserId; username: string; roles: Role[] };
  }
  interface User {
    /** Who another provider says is here; the account is found by it. */
    identity?: ProvidedIdentity;
    userId?: UserId;
    username?: string;
    roles?: Role[];
  }
}

const longestSignInMs = 10_000;

/** `headers` are those of the request: they tell on which device a session begins. */
export function authOptions(headers: Pick<HeaderReader, "get">): NextAuthOptions {
  const { env, logger, services, accounts } = getProcess();
  return {
    secret: env.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60 },
    useSecureCookies: env.PUBLIC_WEB_URL.startsWith("https:"),
    pages: { signIn: "/signin", error: "/signin" },
    providers: [
      CredentialsProvider({
        name: "E-mail and password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        async authorize(given, request) {
          const parsed = credentialsSchema.safeParse({ email: given?.email, password: given?.password });
          if (!parsed.success) return null;
          try {
            const { userId, name, roles } = await within(longestSignInMs, async () => signIn(await openDoor(new Headers(request.headers)), parsed.data));
            return { id: userId, userId, username: name, roles };
          } catch (error) {
            if (failureOf(error).code === "UNAUTHORIZED") return null;
            throw new Error(wordFor(error, logger), { cause: error });
          }
        },
      }),
      ...signInProviders(env),
    ],
    callbacks: {
      async signIn({ user }) {
        if (!user.identity) return true;
        try {
          const entered = await enterByProvider(await services(), user.identity);
          if (!entered.ok) return signInPage(entered.error);
          const { userId, name: username, roles } = entered.value;
          Object.assign(user, { userId, username, roles } satisfies Partial<User>);
          return true;
        } catch (error) {
          return signInPage(wordFor(error, logger));
        }
      },
      async jwt({ token, user }) {
        if (!user?.userId) return token;
        const { userId, username, roles } = user;
        const sessionId = await (await services()).sessions.begin({ userId, device: deviceOf(headers.get("user-agent")) });
        // Nothing else of what a provider told: the account has all that is needed, and a cookie has little room.
        return { userId, sessionId, username, roles };
      },
      session: ({ session, token }) => {
        const { sessionId: _, ...user } = sessionClaims.parse(token);
        return { ...session, user };
      },
    },
    events: {
      async signOut({ token }) {
        const claims = sessionClaims.safeParse(token);
        if (!claims.success) return;
        await (await services()).sessions.revoke(claims.data);
        accounts.forget(claims.data.userId);
      },
    },
    logger: {
      error: (code, metadata) => logger.warn({ code, err: metadata instanceof Error ? metadata : metadata.error }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** By which word the sign-in page learns why somebody could not come in. */
function wordFor(error: unknown, logger: Logger): string {
  const { code, until } = failureOf(error);
  if (code === "INTERNAL") logger.error({ err: error }, "a sign-in could not be checked");
  return code === "BLOCKED" ? `BLOCKED ${until ?? "for good"}` : code;
}

const signInPage = (refusal: string) => `/signin?error=${encodeURIComponent(refusal)}`;
