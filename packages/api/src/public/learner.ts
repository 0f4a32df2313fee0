import { progressOf, questionIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { pageOrRefuse, pageRequest } from "../paging";
import { signedInProcedure } from "../trpc";
import { answerMistake, listMistakes, mistakesToPractise } from "./practice";
import { settleOverdue } from "./settle-overdue";

/** What a learner has done and what is to practise: their own, whoever asks. */
export const learnerRouter = {
  assignments: signedInProcedure.query(async ({ ctx }) => {
    const { userId } = ctx.user;
    await settleOverdue(ctx.services, { userId });
    return ctx.services.learners.assignments({ userId, now: ctx.services.store.now() });
  }),

  history: signedInProcedure.input(pageRequest).query(async ({ ctx, input }) => pageOrRefuse(await ctx.services.learners.history({ ...input, userId: ctx.user.userId }))),

  progress: signedInProcedure.query(async ({ ctx }) => progressOf(await ctx.services.learners.answers(ctx.user.userId))),

  mistakes: signedInProcedure.query(({ ctx }) => listMistakes(ctx.services, ctx.user.userId)),

  /** The questions of a short round of practice; `ahead`: also those that could wait until tomorrow. */
  practice: signedInProcedure.input(z.strictObject({ ahead: z.boolean().default(false) })).query(({ ctx, input }) => mistakesToPractise(ctx.services, { ...input, userId: ctx.user.userId })),

  /** Safe to repeat under the same `actionId`. `null` passes. */
  practise: signedInProcedure
    .input(z.strictObject({ actionId: z.string().min(8).max(64), questionId: questionIdSchema, answer: z.record(z.string(), z.unknown()).nullable() }))
    .mutation(({ ctx, input }) => answerMistake(ctx.services, { ...input, userId: ctx.user.userId })),
} satisfies TRPCRouterRecord;
