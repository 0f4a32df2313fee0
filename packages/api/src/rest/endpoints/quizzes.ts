import { quizContentSchema, quizDraftSchema, quizIdSchema } from "@quickfire/engine";
import { z } from "zod";
import { refuseField } from "../../errors";
import { defineEndpoint, kibibyte } from "../endpoint";
import { pageQuery } from "../page-query";
import type { RestCaller } from "../rest-router";

const tag = "Quizzes";
const bodyLimit = 2048 * kibibyte;
const params = z.object({ quizId: quizIdSchema });

/** CONTRACT, section 5, with ids. */
const quiz = quizContentSchema.extend({ id: quizIdSchema });
/** What was read can be put back, its id included. */
const quizBody = quizDraftSchema.extend({ id: quizIdSchema.optional() });

const summary = z.object({
  id: quizIdSchema,
  title: z.string(),
  language: z.string(),
  level: z.string().nullable(),
  tags: z.array(z.string()),
  questionCount: z.int(),
  problemCount: z.int().meta({ description: "How many things keep it from being played" }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

async function readQuiz(caller: RestCaller, quizId: z.infer<typeof quizIdSchema>) {
  const { quiz: content } = await caller.quiz.byId({ quizId });
  return { id: quizId, ...content };
}

export const quizEndpoints = [
  defineEndpoint({
    method: "GET",
    path: "/quizzes",
    operationId: "listQuizzes",
    summary: "Your quizzes, the last changed first",
    tag,
    auth: "user",
    query: pageQuery.extend({ search: z.string().optional() }),
    output: z.object({ items: z.array(summary), nextCursor: z.string().nullable() }),
    call: async (caller, { query }) => {
      const { items, nextCursor } = await caller.quiz.list(query);
      const shown = items.map(({ quizId, title, language, level, tags, questions, problems, createdAt, updatedAt }) => ({
        id: quizId, title, language, level, tags, questionCount: questions, problemCount: problems, createdAt, updatedAt,
      }));
      return { body: { items: shown, nextCursor } };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "/quizzes",
    operationId: "createQuiz",
    summary: "Creates a quiz",
    tag,
    auth: "user",
    body: quizDraftSchema,
    bodyLimit,
    status: 201,
    output: quiz,
    call: async (caller, { body }) => {
      const { quizId, quiz: content } = await caller.quiz.create(body);
      return { body: { id: quizId, ...content }, headers: { location: `/api/v1/quizzes/${quizId}` } };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "/quizzes/{quizId}",
    operationId: "readQuiz",
    summary: "A quiz, with the ids of its questions and options",
    tag,
    auth: "user",
    params,
    output: quiz,
    call: async (caller, { params: { quizId } }) => ({ body: await readQuiz(caller, quizId) }),
  }),
  defineEndpoint({
    method: "PUT",
    path: "/quizzes/{quizId}",
    operationId: "replaceQuiz",
    summary: "Replaces a quiz; questions and options that come with their id keep it",
    tag,
    auth: "user",
    params,
    body: quizBody,
    bodyLimit,
    output: quiz,
    call: async (caller, { params: { quizId }, body: { id, ...draft } }) => {
      if (id !== undefined && id !== quizId) refuseField(["id"], "This is the id of another quiz.");
      await caller.quiz.save({ quizId, quiz: draft });
      return { body: await readQuiz(caller, quizId) };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "/quizzes/{quizId}",
    operationId: "deleteQuiz",
    summary: "Removes a quiz; games that run on it go on",
    tag,
    auth: "user",
    params,
    status: 204,
    output: null,
    call: async (caller, { params: { quizId } }) => ({ body: await caller.quiz.remove({ quizId }) }),
  }),
  defineEndpoint({
    method: "GET",
    path: "/quizzes/{quizId}/export",
    operationId: "exportQuiz",
    summary: "A quiz as a file",
    tag,
    auth: "user",
    params,
    query: z.strictObject({ format: z.enum(["json"], "The format is “json”.").default("json") }),
    output: quiz,
    call: async (caller, { params: { quizId } }) => ({
      body: await readQuiz(caller, quizId),
      headers: { "content-disposition": `attachment; filename="quiz-${quizId}.json"` },
    }),
  }),
];
