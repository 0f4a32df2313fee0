import { answerQuestion, assignmentCodeSchema, attemptIdSchema, err, ok, openQuestion, questionIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { refuseBlocked } from "../refuse-blocked";
import { publicProcedure } from "../trpc";
import { factsShown, findAssignment, findSeat, identityOf, moveAttempt, seatOf } from "./attempt-seat";
import { takeUp } from "./take-up";

/** Made by a guest's browser, and known to nobody else: with it they are themselves again after a reload. */
const key = z.string().min(32, "The key is too short.").max(128).optional();
const link = z.strictObject({ code: assignmentCodeSchema, key });
const place = link.extend({ attemptId: attemptIdSchema });
const given = z
  .strictObject({ selectedOption: z.union([z.string().max(500), z.int()]).optional(), answer: z.record(z.string(), z.unknown()).optional() })
  .refine((answer) => (answer.selectedOption === undefined) !== (answer.answer === undefined), "exactly one of selectedOption and answer");

/** A guest is known by a key alone; an account that is blocked earns nothing here either. */
const takerProcedure = publicProcedure.use(async ({ ctx, next }) => {
  if (ctx.user) await refuseBlocked(ctx.services, ctx.user);
  return next();
});

/**
 * Attempts at an assignment, for whoever has its link. What could only be read is a mutation as well: time may close something on
 * the way, and a guest's key has no business in an address.
 */
export const attemptRouter = {
  facts: publicProcedure.input(z.strictObject({ code: assignmentCodeSchema })).query(async ({ ctx, input }) => factsShown(ctx, await findAssignment(ctx, input.code))),

  /** Who comes by this link, as far as they are known, and what they have done so far. */
  come: publicProcedure.input(link).mutation(async ({ ctx, input }) => {
    const assignment = await findAssignment(ctx, input.code);
    const seat = await findSeat(ctx, { assignment, key: input.key });
    return { ...factsShown(ctx, assignment), signedInAs: ctx.user?.username ?? null, seat: seat && (await seatOf(ctx.services, seat)) };
  }),

  takeUp: takerProcedure.input(link.extend({ name: z.string().max(1_000).optional() })).mutation(async ({ ctx, input }) => {
    const assignment = await findAssignment(ctx, input.code);
    return seatOf(ctx.services, await takeUp(ctx, { assignment, name: input.name, identity: identityOf(ctx, input.key) }));
  }),

  begin: takerProcedure.input(link).mutation(async ({ ctx, input }) => {
    const assignment = await findAssignment(ctx, input.code);
    const { participantId } = (await findSeat(ctx, { assignment, key: input.key })) ?? refuse("UNAUTHORIZED");
    const { attempts, newId, randomInt, store } = ctx.services;
    const begun = await attempts.begin({ participantId, attemptId: attemptIdSchema.parse(newId()), now: store.now(), randomInt });
    if (!begun.ok) return refuse(begun.error, begun.error === "ENDED" ? { detail: "The deadline is past" } : {});
    ctx.services.metrics.attempts.inc({ way: "page" });
    return moveAttempt(ctx, { ...input, attemptId: begun.value, step: (state) => ok(state) });
  }),

  look: takerProcedure.input(place).mutation(({ ctx, input }) => moveAttempt(ctx, { ...input, step: (state) => ok(state) })),

  /** Shows the next question; from now on its time runs. */
  open: takerProcedure.input(place).mutation(({ ctx, input }) => {
    const now = ctx.services.store.now();
    // Whoever asks for one more after the last is shown how it ended.
    return moveAttempt(ctx, { ...input, now, step: (state) => (state.finishedAt === null ? openQuestion(state, now) : ok(state)) });
  }),

  /** Safe to repeat: the first answer to a question stands, and what came of it is told again. `null` passes. */
  answer: takerProcedure.input(place.extend({ questionId: questionIdSchema, given: given.nullable() })).mutation(({ ctx, input }) => {
    const now = ctx.services.store.now();
    return moveAttempt(ctx, {
      ...input,
      now,
      step(state, rules) {
        const taken = answerQuestion(state, rules, { questionId: input.questionId, answer: input.given, now });
        return taken.ok ? ok(taken.value.state) : err(taken.error);
      },
    });
  }),
} satisfies TRPCRouterRecord;
