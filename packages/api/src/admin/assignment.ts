import { assignmentIdSchema, assignmentSettingsSchema, defaultWrongPercent, gameIdSchema, questionIdSchema, quizIdSchema, quizLimits } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { pageOrRefuse, pageRequest } from "../paging";
import { authorProcedure, hostProcedure } from "../trpc";
import { settleOverdue } from "../public/settle-overdue";
import { assignMissed, assignQuiz } from "./assign";
import { readDeadline } from "./deadline";

const oneAssignment = z.strictObject({ assignmentId: assignmentIdSchema });
const deadline = z.iso.datetime({ offset: true, error: "The deadline has to be an instant." });

const terms = {
  title: line({ name: "The title", max: quizLimits.titleLength }).optional(),
  deadline: deadline.optional(),
  settings: assignmentSettingsSchema.optional(),
};

/** Quizzes handed out as a link, to be taken at one's own pace; everything here is for the one who handed them out. */
export const assignmentRouter = {
  create: authorProcedure
    .input(z.strictObject({ quizId: quizIdSchema, questionIds: z.array(questionIdSchema).min(1, "At least one question.").max(quizLimits.questions).optional(), ...terms }))
    .mutation(({ ctx, input }) => assignQuiz(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  /** What the class of a live game got wrong, as homework. */
  createFromGame: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, wrongPercent: z.int().min(1).max(100).default(defaultWrongPercent), ...terms }))
    .mutation(({ ctx, input }) => assignMissed(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  list: authorProcedure.input(pageRequest).query(async ({ ctx, input }) => pageOrRefuse(await ctx.services.assignments.ofHost({ ...input, hostUserId: ctx.user.userId }))),

  results: authorProcedure.input(oneAssignment).query(async ({ ctx, input }) => {
    const read = async () => (await ctx.services.assignments.results({ ...input, hostUserId: ctx.user.userId })) ?? refuse("NOT_FOUND");
    const results = await read();
    if (!results.people.some(({ underWay }) => underWay) || Date.parse(results.deadline) > ctx.services.store.now()) return results;
    await settleOverdue(ctx.services, input);
    return read();
  }),

  /** Later to extend it, now to close it. */
  setDeadline: authorProcedure.input(z.strictObject({ assignmentId: assignmentIdSchema, deadline })).mutation(async ({ ctx, input }) => {
    const { assignmentId } = input;
    const changed = await ctx.services.assignments.setDeadline({ assignmentId, hostUserId: ctx.user.userId, deadline: readDeadline(input.deadline, ctx.services.store.now()) });
    if (!changed) refuse("NOT_FOUND");
  }),

  remove: authorProcedure.input(oneAssignment).mutation(async ({ ctx, input }) => {
    if (!(await ctx.services.assignments.remove({ ...input, hostUserId: ctx.user.userId }))) refuse("NOT_FOUND");
  }),

  restore: authorProcedure.input(oneAssignment).mutation(async ({ ctx, input }) => {
    if (!(await ctx.services.assignments.restore({ ...input, hostUserId: ctx.user.userId }))) refuse("NOT_FOUND");
  }),
} satisfies TRPCRouterRecord;
