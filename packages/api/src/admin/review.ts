import { type DecisionFailure, flagStatuses } from "@quickfire/db";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext, SignedIn } from "../context";
import { refuse } from "../errors";
import { pageOrRefuse, pageRequest } from "../paging";
import { adminProcedure } from "../trpc";
import { keepOut, letBackIn } from "./keep-out";

const flagId = z.uuid();
const decision = z.strictObject({ flagId, revision: z.int().min(1) });
/** Whole minutes, up to ten years; null is for good. */
const minutes = z.int().min(1).max(5_256_000).nullable();

const reviewerOf = ({ user, origin }: { user: SignedIn; origin: HttpContext["origin"] }) => ({ userId: user.userId, ...origin });

/** What the rules found, and what admins make of it. Every change names the flag as its maker saw it: who comes second is told `STALE`. */
export const reviewRouter = {
  list: adminProcedure
    .input(pageRequest.extend({ status: z.enum(flagStatuses) }))
    .query(async ({ ctx, input }) => pageOrRefuse(await ctx.services.review.flags(input))),

  byId: adminProcedure.input(z.strictObject({ flagId })).query(async ({ ctx, input }) => (await ctx.services.review.flag(input.flagId)) ?? refuse("NOT_FOUND")),

  confirm: adminProcedure.input(decision).mutation(async ({ ctx, input }) => {
    const done = await ctx.services.review.decide({ ...input, status: "confirmed", by: reviewerOf(ctx) });
    if (!done.ok) return refuseDecision(done.error);
    ctx.services.metrics.decisions.inc({ action: "confirm" });
  }),

  /** It was nothing: what was blocked because of it is lifted. */
  clear: adminProcedure.input(decision).mutation(async ({ ctx, input }) => {
    const done = await ctx.services.review.decide({ ...input, status: "cleared", by: reviewerOf(ctx) });
    if (!done.ok) return refuseDecision(done.error);
    ctx.services.metrics.decisions.inc({ action: "clear" });
    await letBackIn(ctx.services, done.value.lifted);
  }),

  block: adminProcedure.input(decision.extend({ minutes })).mutation(async ({ ctx, input }) => {
    const { minutes, ...rest } = input;
    const endsAt = minutes === null ? null : new Date(Date.now() + minutes * 60_000);
    const blocked = await ctx.services.review.block({ ...rest, endsAt, by: reviewerOf(ctx) });
    if (!blocked.ok) return blocked.error === "PROTECTED" ? refuse("PROTECTED") : refuseDecision(blocked.error);
    ctx.services.metrics.decisions.inc({ action: "block" });
    await keepOut(ctx.services, blocked.value, ctx.origin);
    return { endsAt: blocked.value.endsAt };
  }),

  lift: adminProcedure.input(z.strictObject({ blockId: z.uuid() })).mutation(async ({ ctx, input }) => {
    const lifted = await ctx.services.review.lift({ ...input, by: reviewerOf(ctx) });
    if (!lifted.ok) refuse("NOT_FOUND");
    ctx.services.metrics.decisions.inc({ action: "lift" });
    await letBackIn(ctx.services, [lifted.value]);
  }),

  takeBack: adminProcedure.input(decision).mutation(async ({ ctx, input }) => {
    const taken = await ctx.services.review.takeBack({ ...input, by: reviewerOf(ctx) });
    if (taken.ok) {
      ctx.services.metrics.decisions.inc({ action: "take-back" });
      return taken.value;
    }
    return taken.error === "WRONG_PHASE" ? refuse("WRONG_PHASE", { detail: "The points of this game are still on their way; try again when it is over" }) : refuseDecision(taken.error);
  }),
} satisfies TRPCRouterRecord;

function refuseDecision(error: DecisionFailure): never {
  return error === "NOT_FOUND" ? refuse("NOT_FOUND") : refuse("STALE", { detail: "Somebody else has decided about this in the meantime" });
}
