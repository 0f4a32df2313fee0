import { credentialsSchema, refreshInput, tokenPair } from "../../public/auth";
import { defineEndpoint } from "../endpoint";

const tag = "Sign-in";

export const authEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "/auth/token",
    operationId: "createToken",
    summary: "Signs in with e-mail and password",
    tag,
    auth: "none",
    body: credentialsSchema,
    output: tokenPair,
    failures: ["UNAUTHORIZED", "BLOCKED", "RATE_LIMITED"],
    call: async (caller, { body }) => ({ body: await caller.auth.token(body) }),
  }),
  defineEndpoint({
    method: "POST",
    path: "/auth/refresh",
    operationId: "refreshToken",
    summary: "Spends a refresh token for a new pair; using a spent one ends the whole sign-in",
    tag,
    auth: "none",
    body: refreshInput,
    output: tokenPair,
    failures: ["UNAUTHORIZED", "BLOCKED", "RATE_LIMITED"],
    call: async (caller, { body }) => ({ body: await caller.auth.refresh(body) }),
  }),
  defineEndpoint({
    method: "POST",
    path: "/auth/revoke",
    operationId: "revokeToken",
    summary: "Ends the sign-in that a refresh token belongs to",
    tag,
    auth: "none",
    body: refreshInput,
    status: 204,
    output: null,
    failures: ["RATE_LIMITED"],
    call: async (caller, { body }) => ({ body: await caller.auth.revoke(body) }),
  }),
];
