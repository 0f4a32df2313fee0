import type { GameRace, Report } from "@quickfire/db";
import { extensionSchema, gameIdSchema, gameSettingsSchema, hostCommandNames, mostBots, ownTimeSchema, participantIdSchema, quizIdSchema } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { refuse, refuseField } from "../errors";
import { pageRequest } from "../paging";
import { adminProcedure, authorProcedure, hostProcedure } from "../trpc";
import { createGame } from "./create-game";
import { existingTeam } from "../public/asked-team";
import { lastSettings } from "./last-settings";
import { listGames } from "./list-games";
import { overviewOfGame } from "./overview-of-game";
import { lookForSwarm, purgeSwarm } from "./purge-swarm";
import { renameParticipant } from "./rename-participant";
import { allRunningGames, runningGames } from "./running-games";

const oneGame = z.strictObject({ gameId: gameIdSchema });

export const gameCommand = z.strictObject({
  gameId: gameIdSchema,
  command: z.enum(hostCommandNames),
  /** Of `extend` alone. */
  seconds: extensionSchema.optional(),
  /** Refused with `STALE` where the game has moved since. */
  expectedSeq: z.int().min(0).optional(),
});

/** The games of a host: opened, moved, looked at, and reported on. */
export const gameRouter = {
  create: authorProcedure
    .input(z.strictObject({ quizId: quizIdSchema, settings: gameSettingsSchema.optional() }))
    .mutation(({ ctx, input }) => createGame(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  /** What the set-up of a game begins with. */
  lastSettings: authorProcedure
    .input(z.strictObject({ quizId: quizIdSchema }))
    .query(({ ctx, input }) => lastSettings(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  list: authorProcedure.input(pageRequest).query(({ ctx, input }) => listGames(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  /** For a monitor: asked again every few seconds. */
  running: authorProcedure.query(({ ctx }) => runningGames(ctx.services, ctx.user)),

  /** The same for all hosts' games. */
  runningEverywhere: adminProcedure.query(({ ctx }) => allRunningGames(ctx.services)),

  overview: hostProcedure.input(oneGame).query(({ ctx, input }) => overviewOfGame(ctx.services, { ...input, hostUserId: ctx.user.userId })),

  /** What the game's screen shows to newcomers, now and next; nothing where it asks them for nothing. */
  joinPattern: hostProcedure.input(oneGame).query(async ({ ctx, input }) => {
    const state = await ctx.services.store.state(input.gameId);
    return state?.facts.settings.joinPattern ? ctx.services.joinPatterns.upcoming(input.gameId) : { patterns: [] };
  }),

  command: hostProcedure.input(gameCommand).mutation(async ({ ctx, input }) => {
    const { gameId, command: name, seconds, expectedSeq } = input;
    if (name !== "extend" && seconds !== undefined) refuseField(["seconds"], "Only “extend” takes seconds.");
    const command = name === "extend" ? { name, seconds: seconds ?? refuseField(["seconds"], "By how many seconds?") } : { name };
    const moved = await ctx.services.store.command({ gameId, command, expectedSeq, origin: ctx.origin });
    if (moved.ok) return moved.value;
    // The host is known, so a game that Redis no longer has is one that is over.
    return refuse(moved.error === "NOT_FOUND" ? "ENDED" : moved.error);
  }),

  /** Rounds whose results the host can put on the stage again, between questions. */
  earlierRounds: hostProcedure.input(oneGame).query(({ ctx, input }) => ctx.services.store.earlierRounds(input.gameId)),

  /** On every stage of the game, until it moves on; players notice nothing. Null takes it away. */
  showResult: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, round: z.int().min(1).nullable() }))
    .mutation(async ({ ctx, input }) => {
      const shown = await ctx.services.store.showResult(input);
      if (!shown.ok) refuse(shown.error);
    }),

  participants: hostProcedure.input(oneGame).query(({ ctx, input }) => ctx.services.store.participants(input.gameId)),

  /** A name that does not belong on a wall gets another: the one that is given, or a friendly one. */
  renameParticipant: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, participantId: participantIdSchema, participantName: z.string().optional() }))
    .mutation(({ ctx, input }) => renameParticipant(ctx, input)),

  removeParticipant: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, participantId: participantIdSchema }))
    .mutation(async ({ ctx, input }) => {
      const removed = await ctx.services.store.remove(input.gameId, input.participantId, ctx.origin);
      if (!removed.ok) refuse(removed.error);
      ctx.services.metrics.removedParticipants.inc();
    }),

  /** Who looks like a bot: the host sees them before anybody is removed. */
  swarm: hostProcedure.input(oneGame).query(({ ctx, input }) => lookForSwarm(ctx, input)),

  purgeSwarm: hostProcedure.input(z.strictObject({ gameId: gameIdSchema, asOf: z.int().min(0) })).mutation(({ ctx, input }) => purgeSwarm(ctx, input)),

  /** More time for one learner, or no timer, from the next question on; nobody but the two of them is told. */
  giveTime: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, participantId: participantIdSchema, percent: ownTimeSchema }))
    .mutation(async ({ ctx, input }) => {
      const given = await ctx.services.store.giveTime({ ...input, origin: ctx.origin });
      if (!given.ok) refuse(given.error);
    }),

  /** To rehearse with, in the lobby. Answers how many are in now. */
  addBots: hostProcedure.input(z.strictObject({ gameId: gameIdSchema, count: z.int().min(1).max(mostBots) })).mutation(async ({ ctx, input: { gameId, count } }) => {
    await ctx.services.limits.onBots(ctx.user.userId);
    const added = await ctx.services.store.addBots({ gameId, count, origin: ctx.origin });
    return added.ok ? added.value : refuse(added.error);
  }),

  removeBots: hostProcedure.input(oneGame).mutation(async ({ ctx, input: { gameId } }) => {
    await ctx.services.limits.onBots(ctx.user.userId);
    const removed = await ctx.services.store.removeBots({ gameId, origin: ctx.origin });
    if (!removed.ok) refuse(removed.error);
  }),

  /** In the lobby. A host may make teams as uneven as they like. */
  changeTeam: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, participantId: participantIdSchema, team: z.int().min(1).max(8) }))
    .mutation(async ({ ctx, input: { gameId, participantId, team } }) => {
      const teams = (await ctx.services.store.state(gameId))?.facts.settings.teams;
      if (teams === undefined) refuseField(["team"], "This game has no teams.");
      const changed = await ctx.services.store.changeTeam({ gameId, participantId, team: existingTeam(teams, team), origin: ctx.origin });
      if (!changed.ok) refuse(changed.error);
    }),

  report: hostProcedure
    .input(z.strictObject({ gameId: gameIdSchema, answers: z.boolean().optional() }))
    .query(async ({ ctx, input }): Promise<Report> => {
      const asked = { gameId: input.gameId, hostUserId: ctx.user.userId, include: { answers: input.answers } };
      return (await ctx.services.reports.report(asked)) ?? refuse("NOT_FOUND");
    }),

  /** Plays the game again from its audit log, and says whether the board follows from it, or where it does not. */
  verify: hostProcedure.input(oneGame).mutation(async ({ ctx, input }) => (await ctx.services.verify(input.gameId)) ?? refuse("NOT_FOUND")),

  /** The standings after each round, recomputed from the stored answers. */
  race: hostProcedure.input(oneGame).query(async ({ ctx, input }): Promise<GameRace> => {
    return (await ctx.services.reports.race({ gameId: input.gameId, hostUserId: ctx.user.userId })) ?? refuse("NOT_FOUND");
  }),
} satisfies TRPCRouterRecord;
