import { type AnswerResult, answerSubmissionSchema, clientMessageSchemas } from "@quickfire/engine";
import { refuse } from "../errors";
import { anyDoorProcedure, participantProcedure } from "../trpc";
import { answerOverSocket } from "./answer-over-socket";
import { leaderboardRequest, readLeaderboard } from "./read-leaderboard";
import { submitAnswer } from "./submit-answer";

/** What goes over a socket or, where those are blocked, over HTTP. */
export const liveProcedures = {
  answer: participantProcedure.input(answerSubmissionSchema).mutation(async ({ ctx, input }) => {
    if (ctx.door === "socket") return new Promise<AnswerResult>((told, failed) => answerOverSocket(ctx, input, told, failed));
    const { services, gameId, participantId, origin } = ctx;
    await services.limits.onAnswer(participantId);
    const answer = { gameId, participantId, submission: input, receivedAt: services.store.now(), origin };
    return new Promise<AnswerResult>((told, failed) => submitAnswer(services, answer, ({ result }) => told(result), failed));
  }),

  leaderboard: participantProcedure
    .input(leaderboardRequest.optional())
    .query(({ ctx, input }) => {
      if (ctx.door === "socket" && ctx.feed.isStrained) refuse("BUSY", { retryAfterSeconds: 1 });
      return readLeaderboard(ctx.services.store, { ...leaderboardRequest.parse(input ?? {}), gameId: ctx.gameId, participantId: ctx.participantId });
    }),

  /** From the time that this takes a client learns how far away the server is, and what its clock says. */
  heartbeat: anyDoorProcedure.input(clientMessageSchemas.heartbeat).query(({ ctx, input }) => ({
    sentAt: input.sentAt,
    serverTime: new Date(ctx.services.store.now()).toISOString(),
  })),
};
