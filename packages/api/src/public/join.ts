import { gameIdSchema, joinPatternSchema, participantIdSchema, phases, suggestNickname } from "@quickfire/engine";
import { timed } from "@quickfire/telemetry";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import type { HttpContext } from "../context";
import { publicProcedure } from "../trpc";
import { findGame } from "./find-game";
import { joinGame, type Newcomer } from "./join-game";

const pin = z.string().trim().min(1, "Enter the code of the game.").max(64, "This is not the code of a game.");

export const newcomer = z.strictObject({
  /** Left out where the game hands out the names. */
  participantName: z.string().max(1_000, "A name has 2 to 24 characters.").optional(),
  avatar: z.int().min(0).max(239).optional(),
  team: z.int().min(1).max(8).optional(),
  /** The four signs that the big screen shows, by their letters: in games that ask for it (`joinPattern`). */
  pattern: joinPatternSchema.optional(),
});
export const idempotencyKey = z.string().min(1).max(200);

export const joined = z.object({
  /** As it was asked for: the PIN or the id. */
  quizId: z.string(),
  gameId: gameIdSchema,
  participantId: participantIdSchema,
  name: z.string(),
  token: z.string(),
  wsUrl: z.string(),
  trpcUrl: z.string(),
});

const joinable = z.object({
  gameId: gameIdSchema,
  title: z.string(),
  phase: z.enum(phases),
  locked: z.boolean(),
  names: z.enum(["own", "given"]),
  teams: z.int().nullable(),
  teamChoice: z.enum(["pick", "dealt"]),
  /** How many are in each team, team 1 first; only in a game with teams. */
  teamSizes: z.array(z.int()).nullable(),
  /** Whether newcomers tap the pattern on the big screen. */
  joinPattern: z.boolean(),
});

export const joinRouter = {
  lookup: publicProcedure.input(z.strictObject({ pin })).output(joinable).query(async ({ ctx, input }) => {
    const { facts, position, locked } = await findGame(ctx, input.pin);
    const { names, teams = null, teamChoice, joinPattern = false } = facts.settings;
    const teamSizes = teams === null ? null : ((await ctx.services.store.teams(facts.gameId))?.sizes ?? null);
    return { gameId: facts.gameId, title: facts.title, phase: position.phase, locked, names, teams, teamChoice, teamSizes, joinPattern };
  }),

  suggestName: publicProcedure.input(z.strictObject({ pin })).query(async ({ ctx, input }) => {
    const { facts } = await findGame(ctx, input.pin);
    const quiz = await ctx.services.store.quiz(facts.gameId);
    return { name: suggestNickname(ctx.services.randomInt, quiz?.language ?? "en") };
  }),

  join: publicProcedure
    .input(newcomer.extend({ pin, idempotencyKey: idempotencyKey.optional() }))
    .output(joined)
    .mutation(({ ctx, input }) => timed(ctx.services.metrics.joinDuration, {}, () => letIn(ctx, input))),
} satisfies TRPCRouterRecord;

async function letIn(ctx: HttpContext, { pin, ...asked }: Newcomer & { pin: string }): Promise<z.infer<typeof joined>> {
  const game = await findGame(ctx, pin);
  const { participantId, name } = await joinGame(ctx, game, asked);
  const { gameId } = game.facts;
  const token = await ctx.services.tokens.participant.issue({ gameId, participantId });
  const { socket } = ctx.services.urls;
  return { quizId: pin, gameId, participantId, name, token, wsUrl: `${socket}/ws`, trpcUrl: `${socket}/trpc` };
}
