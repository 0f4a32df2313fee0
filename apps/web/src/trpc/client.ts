import type { AppRouter } from "@quickfire/api";
import { httpBatchLink } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import type { inferRouterOutputs } from "@trpc/server";

/** For the pages of authors and hosts; players' pages do without it. */
export const trpc = createTRPCReact<AppRouter>();

export type ApiOutput = inferRouterOutputs<AppRouter>;

export function createApiClient() {
  return trpc.createClient({ links: [httpBatchLink({ url: "/api/trpc" })] });
}
