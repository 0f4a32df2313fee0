import type { Quiz, QuizResults } from "@quickfire/db";
import { draftOf, findQuizProblems, quizIdSchema, quizWorkingSchema, storeQuiz } from "@quickfire/engine";
import { line } from "@quickfire/engine/text";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse } from "../errors";
import { pageOrRefuse, pageRequest } from "../paging";
import { authorProcedure } from "../trpc";

const oneQuiz = z.strictObject({ quizId: quizIdSchema });

/** An author's own quizzes. The input is a working copy: unfinished is fine, too long or unknown is not. */
export const quizRouter = {
  list: authorProcedure.input(pageRequest.extend({ search: line({ name: "The search", max: 200 }).optional() })).query(async ({ ctx, input }) =>
    pageOrRefuse(await ctx.services.quizzes.list({ ...input, ownerId: ctx.user.userId })),
  ),

  byId: authorProcedure.input(oneQuiz).query(async ({ ctx, input }) => {
    const quiz = await ctx.services.quizzes.byId({ ...input, ownerId: ctx.user.userId });
    return quiz ? shown(quiz) : refuse("NOT_FOUND");
  }),

  create: authorProcedure.input(quizWorkingSchema).mutation(async ({ ctx, input }) => {
    await ctx.services.limits.onNewQuiz(ctx.user.userId);
    const content = storeQuiz(input, ctx.services.newId);
    const problems = findQuizProblems(input).length;
    return shown(await ctx.services.quizzes.create({ ownerId: ctx.user.userId, content, problems }));
  }),

  save: authorProcedure
    .input(z.strictObject({ quizId: quizIdSchema, revision: z.int().min(0).optional(), quiz: quizWorkingSchema }))
    .mutation(async ({ ctx, input }) => {
      const { quizId, revision, quiz } = input;
      const problems = findQuizProblems(quiz);
      const content = storeQuiz(quiz, ctx.services.newId);
      const saved = await ctx.services.quizzes.save({ quizId, ownerId: ctx.user.userId, revision, content, problems: problems.length });
      if (saved.ok) return { ...saved.value, problems };
      return saved.error === "NOT_FOUND" ? refuse("NOT_FOUND") : refuse("STALE", { detail: `The quiz was saved elsewhere, as revision ${saved.error.revision}` });
    }),

  setPublic: authorProcedure.input(z.strictObject({ quizId: quizIdSchema, isPublic: z.boolean() })).mutation(async ({ ctx, input }) => {
    if (!(await ctx.services.quizzes.setPublic({ ...input, ownerId: ctx.user.userId }))) refuse("NOT_FOUND");
  }),

  duplicate: authorProcedure.input(oneQuiz).mutation(async ({ ctx, input }) => {
    await ctx.services.limits.onNewQuiz(ctx.user.userId);
    const copy = await ctx.services.quizzes.duplicate({ ...input, ownerId: ctx.user.userId });
    return copy ? shown(copy) : refuse("NOT_FOUND");
  }),

  remove: authorProcedure.input(oneQuiz).mutation(async ({ ctx, input }) => {
    if (!(await ctx.services.quizzes.remove({ ...input, ownerId: ctx.user.userId }))) refuse("NOT_FOUND");
  }),

  restore: authorProcedure.input(oneQuiz).mutation(async ({ ctx, input }) => {
    if (!(await ctx.services.quizzes.restore({ ...input, ownerId: ctx.user.userId }))) refuse("NOT_FOUND");
  }),

  /** Its games over time: of those that the caller hosted or co-hosted. */
  results: authorProcedure.input(oneQuiz).query(async ({ ctx, input }): Promise<QuizResults> => {
    return (await ctx.services.reports.ofQuiz({ quizId: input.quizId, userId: ctx.user.userId })) ?? refuse("NOT_FOUND");
  }),
} satisfies TRPCRouterRecord;

/** A quiz as its author reads it: as it would be sent back, with what still keeps it from being played. */
function shown({ quizId, revision, createdAt, updatedAt, content }: Quiz) {
  const quiz = draftOf(content);
  return { quizId, revision, createdAt, updatedAt, quiz, problems: findQuizProblems(quiz) };
}
