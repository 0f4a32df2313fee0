import { userIdSchema } from "@quickfire/engine";
import { z } from "zod";
import { boardRequest } from "../../boards/board-request";
import { defineEndpoint } from "../endpoint";

const tag = "Long-term boards";

const rows = z.array(z.object({ userId: userIdSchema, username: z.string(), score: z.int(), rank: z.int() }));

const following = boardRequest.omit({ limit: true }).extend({ scope: z.string().optional().meta({ description: "One, or several with commas between" }) });

export const boardEndpoints = [
  defineEndpoint({
    method: "GET",
    path: "/leaderboard",
    operationId: "readBoard",
    summary: "The top of all time, of a week, of a month or of a country",
    tag,
    auth: "account",
    query: boardRequest,
    output: rows,
    async call(caller, { query }) {
      const { rows, stale } = await caller.boards.top(query);
      // Redis is away: this is how the board last was.
      return { body: rows, ...(stale ? { headers: { "quickfire-stale": "true" } } : {}) };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "/leaderboard/stream",
    operationId: "followBoard",
    summary: "The top now and whenever it changes, as server-sent events: event `update`, data `{timestamp, board, leaderboard: [{rank, userId, username, score}], stale?}`",
    tag,
    auth: "account",
    query: following,
    headers: z.object({ "last-event-id": z.string().optional().meta({ description: "Of the last event that was seen: it is not sent again" }) }),
    output: "text/event-stream",
    failures: ["NOT_FOUND", "RATE_LIMITED"],
    call: async (caller, { query, headers }) => ({ body: await caller.boardStream.follow({ ...query, lastEventId: headers["last-event-id"] }) }),
  }),
];
