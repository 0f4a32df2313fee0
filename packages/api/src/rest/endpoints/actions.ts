import { actionInput, actionOutcome } from "../../public/action";
import { defineEndpoint } from "../endpoint";

export const actionEndpoints = [
  defineEndpoint({
    method: "POST",
    path: "/actions",
    operationId: "submitAction",
    summary: "A self-paced attempt in one piece, at a quiz of one's own, a public one, or one that was assigned; scored on the server, counted once",
    tag: "Playing",
    auth: "account",
    body: actionInput,
    output: actionOutcome,
    failures: ["NOT_FOUND", "NOT_PLAYABLE", "KEY_REUSED", "ENDED", "NO_ATTEMPT_LEFT", "UNDER_WAY"],
    call: async (caller, { body }) => ({ body: await caller.action.submit(body) }),
  }),
];
