import { gameIdSchema } from "@quickfire/engine";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import type { Context, HttpContext } from "./context";
import { failureOf, failures, Refusal, refuse } from "./errors";
import { isHostOfGame, ownerOfGame } from "./host-of-game";
import { logFailure } from "./log-failure";
import { presentParticipant } from "./present-participant";
import { refuseBlocked } from "./refuse-blocked";
import { within } from "./within";

const t = initTRPC.context<Context>().create({
  // Stack traces stay in the log, in every mode.
  isDev: false,
  errorFormatter({ shape, error }) {
    const failure = failureOf(error);
    const { status, title } = failures[failure.code];
    return {
      ...shape,
      message: failure.detail ?? title,
      data: {
        code: shape.data.code,
        path: shape.data.path,
        httpStatus: status,
        reason: failure.code,
        issues: failure.issues,
        retryAfterSeconds: failure.retryAfterSeconds,
        until: failure.until,
      },
    };
  },
});

export const createRouter = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

const longestRequestMs = 10_000;

/** Turns whatever went wrong into the failure that callers know, and writes down what an operator should see. */
const translateErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const failure = failureOf(result.error);
  logFailure(ctx, { path, failure, error: result.error });
  throw new Refusal(failure);
});

/** For anyone, over any door. */
export const anyDoorProcedure = t.procedure.use(translateErrors);

/** For anyone, over HTTP. */
export const publicProcedure = anyDoorProcedure.use(({ ctx, next }) => within(longestRequestMs, () => next({ ctx: overHttp(ctx) })));

export const signedInProcedure = publicProcedure.use(async ({ ctx, next }) => {
  if (!ctx.user) refuse("UNAUTHORIZED");
  await refuseBlocked(ctx.services, ctx.user);
  return next({ ctx: { user: ctx.user } });
});

/** For those who write quizzes and host games. */
export const authorProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.user.roles.includes("author") && !ctx.user.roles.includes("admin")) refuse("FORBIDDEN");
  return next();
});

/** For those who look after everybody's accounts. */
export const adminProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.user.roles.includes("admin")) refuse("FORBIDDEN");
  return next();
});

/** For who hosts the game that the input names, alone or together with others; another's game looks like none. */
export const hostProcedure = authorProcedure.input(z.looseObject({ gameId: gameIdSchema })).use(async ({ ctx, input, next }) => {
  const asked = { gameId: input.gameId, userId: ctx.user.userId };
  if (!(await isHostOfGame(ctx.services, asked))) refuse("NOT_FOUND");
  return next({ ctx: { owner: () => ownerOfGame(ctx.services, asked) } });
});

/**
 * For someone in a game: by the token of the socket, or over HTTP by the participant's token as bearer. Whoever is removed
 * loses the socket, so only the bearer has to be looked up.
 */
export const participantProcedure = anyDoorProcedure.use(async ({ ctx, next }) => {
  if (ctx.door === "socket") {
    if (ctx.claims.role !== "participant") refuse("FORBIDDEN");
    return next({ ctx: { gameId: ctx.claims.gameId, participantId: ctx.claims.participantId } });
  }
  if (!ctx.participant) refuse("UNAUTHORIZED");
  return next({ ctx: await presentParticipant(ctx.services, ctx.participant) });
});

function overHttp(ctx: Context): HttpContext {
  // The socket's router holds no such procedure; this is for the types, and for the day somebody mounts one there.
  return ctx.door === "http" ? ctx : refuse("NOT_FOUND");
}
