import type { AppRouter } from "@quickfire/api";
import { createTRPCClient, httpBatchLink } from "@trpc/client";

/** The api over HTTP: a player by their token, everybody else by the page's own sign-in. */
export function createHttpClient(participantToken: string | null = null) {
  const headers = participantToken ? { authorization: `Bearer ${participantToken}` } : {};
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/api/trpc", headers })] });
}
