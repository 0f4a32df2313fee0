import { gameIdSchema, participantIdSchema, questionIdSchema, questionTypeNames, quizIdSchema, standingSchema, tallySchema, teamStandingSchema, userIdSchema } from "@quickfire/engine";
import { z } from "zod";
import { defineEndpoint } from "../endpoint";
import { pageQuery } from "../page-query";
import { type ReportFormat, reportFileOf, reportMediaTypes } from "../report-file";

const tag = "Results";
const params = z.object({ gameId: gameIdSchema });
const instant = z.iso.datetime();

const report = z.object({
  gameId: gameIdSchema,
  quizId: quizIdSchema,
  title: z.string(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  verified: z.boolean(),
  rehearsal: z.literal(true).optional().meta({ description: "It began with the host's bots in it, and counts for nothing beyond itself" }),
  participants: z.array(
    z.object({
      participantId: participantIdSchema,
      name: z.string(),
      avatar: z.int().meta({ description: "Which of the glyph avatars they chose" }),
      team: z.int().optional(),
      userId: userIdSchema.optional(),
      bot: z.literal(true).optional().meta({ description: "One of the host's own bots, in a rehearsal" }),
      score: z.int(),
      rank: z.int(),
      right: z.int(),
      answered: z.int(),
      totalTimeMs: z.int(),
      takenBack: z.int().optional().meta({ description: "Points that an admin took back after the game; score and rank stay as they were played" }),
    }),
  ),
  teams: z.array(teamStandingSchema).optional().meta({ description: "Of a game with teams: the mean of the members' scores, of each question over those who were there" }),
  questions: z.array(
    z.object({
      questionId: questionIdSchema,
      round: z.int(),
      type: z.enum(questionTypeNames),
      text: z.string(),
      answered: z.int(),
      right: z.int(),
      medianTimeMs: z.number().nullable(),
      tally: tallySchema,
      discrimination: z.number().nullable().optional().meta({
        description: "From -1 to 1: how well it tells those who know much from those who know little (corrected point-biserial); null where that can't be said",
      }),
      options: z.array(z.object({ id: z.string(), text: z.string(), correct: z.boolean() })).optional(),
      accepted: z.array(z.string()).optional(),
      shown: z.array(z.string()).optional(),
      left: z.array(z.string()).optional(),
      skipped: z.literal(true).optional(),
    }),
  ),
  answers: z
    .array(
      z.object({
        questionId: questionIdSchema,
        participantId: participantIdSchema,
        answer: z.unknown(),
        right: z.boolean().nullable(),
        points: z.int(),
        timeMs: z.int(),
        at: instant,
        actionId: z.string().optional(),
      }),
    )
    .optional(),
});

export const resultEndpoints = [
  defineEndpoint({
    method: "GET",
    path: "/games/{gameId}/leaderboard",
    operationId: "readLeaderboard",
    summary: "The board as players may see it now",
    tag,
    auth: "member",
    params,
    query: pageQuery.extend({
      around: z.literal("me", "“around” can be “me”.").optional().meta({ description: "A participant's own neighbours" }),
    }),
    output: z.object({ items: z.array(standingSchema), total: z.int(), nextCursor: z.string().nullable() }),
    failures: ["FORBIDDEN"],
    call: async (caller, { params: { gameId }, query }) => ({ body: await caller.leaderboard.read({ gameId, ...query }) }),
  }),
  defineEndpoint({
    method: "GET",
    path: "/games/{gameId}/report",
    operationId: "readReport",
    summary: "The report of a game; of a running one, as far as it has come",
    tag,
    auth: "user",
    params,
    query: z.strictObject({ include: z.literal("answers", "“include” can be “answers”.").optional() }),
    output: report,
    call: async (caller, { params: { gameId }, query }) => ({ body: await caller.game.report({ gameId, answers: query.include === "answers" }) }),
  }),
  reportFile("csv", "One row for each participant and question; in a game with teams, `team` is the last column"),
  reportFile("xlsx", "The same rows as a workbook"),
];

function reportFile(format: ReportFormat, summary: string) {
  return defineEndpoint({
    method: "GET",
    path: `/games/{gameId}/report.${format}`,
    operationId: `readReportAs${format === "csv" ? "Csv" : "Xlsx"}`,
    summary,
    tag,
    auth: "user",
    params,
    output: reportMediaTypes[format],
    call: async (caller, { params: { gameId } }) => reportFileOf({ format, gameId, ...(await caller.reportFile.rows({ gameId })) }),
  });
}
