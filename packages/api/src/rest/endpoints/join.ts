import { idempotencyKey, joined, newcomer } from "../../public/join";
import { z } from "zod";
import { defineEndpoint } from "../endpoint";

export const joinEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "/quizzes/{quizId}/join",
    operationId: "joinGame",
    summary: "Joins a live game, by its PIN or its id",
    tag: "Playing",
    auth: "optional",
    params: z.object({ quizId: z.string().min(1).max(64) }),
    headers: z.object({
      "idempotency-key": idempotencyKey
        .optional()
        .meta({ description: "A random UUID of the client. A repeat with the same body gets the first answer again; with another body it is refused." }),
    }),
    body: newcomer,
    givesWay: true,
    status: 201,
    output: joined,
    failures: ["NOT_FOUND", "NAME_TAKEN", "TEAM_FULL", "PATTERN_NEEDED", "PATTERN_WRONG", "LOCKED", "FULL", "ENDED", "KEY_REUSED", "RATE_LIMITED"],
    call: async (caller, { params: { quizId }, headers, body }) => ({
      body: await caller.join.join({ ...body, pin: quizId, idempotencyKey: headers["idempotency-key"] }),
    }),
  }),
];
