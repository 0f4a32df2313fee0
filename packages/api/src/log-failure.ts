import type { Correlation } from "@quickfire/telemetry";
import type { Context } from "./context";
import type { Failure } from "./errors";

/** What an operator should see of a refused or failed call: who it was, from where, and (of the unexpected alone) what happened. */
export function logFailure(ctx: Context, { path, failure, error }: { path: string; failure: Failure; error: Error }): void {
  const { logger, metrics } = ctx.services;
  const happening = { ...correlationOf(ctx), path, reason: failure.code };
  switch (failure.code) {
    case "INTERNAL":
    case "BUSY":
      metrics.errors.inc({ place: "procedure" });
      return logger.error({ ...happening, err: error.cause ?? error }, "a procedure failed");
    case "FORBIDDEN":
    case "BLOCKED":
    case "RATE_LIMITED":
      return logger.warn({ ...happening, ip: ctx.origin.ip }, "a call was refused");
    default:
      return logger.debug(happening, "a call was refused");
  }
}

function correlationOf(ctx: Context): Correlation {
  if (ctx.door === "http") return { userId: ctx.user?.userId, gameId: ctx.participant?.gameId, participantId: ctx.participant?.participantId };
  const { gameId } = ctx.claims;
  return ctx.claims.role === "participant" ? { gameId, participantId: ctx.claims.participantId } : { gameId, userId: ctx.claims.userId };
}
