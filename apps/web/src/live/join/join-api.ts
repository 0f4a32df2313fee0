import type { AppRouter } from "@quickfire/api";
import type { Result } from "@quickfire/engine/result";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { attempt, type CallFailure } from "../network/api-failure";
import { createHttpClient } from "../network/http-client";

export type JoinableGame = inferRouterOutputs<AppRouter>["join"]["lookup"];
export type JoinRequest = inferRouterInputs<AppRouter>["join"]["join"];
export type Joined = inferRouterOutputs<AppRouter>["join"]["join"];

/** What the way in asks of the server. Loaded when it is first needed, so that the first page stays light. */
export function createJoinApi() {
  const http = createHttpClient();
  return {
    findGame: (pin: string): Promise<Result<JoinableGame, CallFailure>> => attempt(http.join.lookup.query({ pin })),
    suggestName: (pin: string): Promise<Result<{ name: string }, CallFailure>> => attempt(http.join.suggestName.query({ pin })),
    join: (request: JoinRequest): Promise<Result<Joined, CallFailure>> => attempt(http.join.join.mutate(request)),
  };
}

export type JoinApi = ReturnType<typeof createJoinApi>;
