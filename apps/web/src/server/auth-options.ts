import { credentialsSchema, failureOf, signIn, within } from "@quickfire/api";
import type { Role } from "@quickfire/db";
import type { UserId } from "@quickfire/engine";
import type { DefaultSession, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { getProcess } from "./process";
import { openDoor } from "./request-door";
import { sessionClaims } from "./session-claims";

declare module "next-auth" {
  interface Session {
    user: DefaultSession["user"] & { userId: UserId; username: string; roles: Role[] };
  }
  interface User {
    userId: UserId;
    username: string;
    roles: Role[];
  }
}

const longestSignInMs = 10_000;

export function authOptions(): NextAuthOptions {
  const { env, logger } = getProcess();
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
            const { code } = failureOf(error);
            if (code === "UNAUTHORIZED") return null;
            if (code === "INTERNAL") logger.error({ err: error }, "a sign-in could not be checked");
            // The page reads this word in the answer.
            throw new Error(code, { cause: error });
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, userId: user.userId, username: user.username, roles: user.roles } : token),
      session: ({ session, token }) => ({ ...session, user: sessionClaims.parse(token) }),
    },
    logger: {
      error: (code, metadata) => logger.warn({ code, err: metadata instanceof Error ? metadata : metadata.error }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
