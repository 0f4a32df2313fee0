import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { anyDoorProcedure, createRouter } from "../trpc";
import { liveProcedures } from "./live-procedures";

/** `lastEventId` must stand here: the socket's handler puts it into the input. */
const eventsRequest = z.strictObject({ lastEventId: z.string().max(100).nullish() }).optional();

const socketProcedure = anyDoorProcedure.use(({ ctx, next }) => {
  if (ctx.door !== "socket") refuse("NOT_FOUND");
  return next({ ctx });
});

/** For the host and the big screen. */
const audienceProcedure = socketProcedure.use(({ ctx, next }) => {
  if (ctx.claims.role === "participant") refuse("FORBIDDEN");
  return next();
});

const playerProcedure = socketProcedure.use(({ ctx, next }) => {
  if (ctx.claims.role !== "participant") refuse("FORBIDDEN");
  return next();
});

const live = {
  ...liveProcedures,
  /** Everything that a player is told; what comes after `lastEventId`, or first a snapshot. */
  events: playerProcedure.input(eventsRequest).subscription(({ ctx, input, signal }) => ctx.feed.events({ after: input?.lastEventId ?? undefined, signal })),
} satisfies TRPCRouterRecord;

const host = {
  /** The same, with the counts and the people that only the host and the big screen are told. */
  events: audienceProcedure.input(eventsRequest).subscription(({ ctx, input, signal }) => ctx.feed.events({ after: input?.lastEventId ?? undefined, signal })),
} satisfies TRPCRouterRecord;

/** Everything that goes over the socket of ws-server. */
export const liveRouter = createRouter({ live, host });
export type LiveRouter = typeof liveRouter;
