import { leagueTiers, pseudonymsOf, rankLeague, weekAt } from "@quickfire/engine";
import type { TRPCRouterRecord } from "@trpc/server";
import { z } from "zod";
import { signedInProcedure } from "../trpc";

const weeksShown = 8;

/** The weekly league of whoever asks. The others are seen under pseudonyms, unless they chose to show their names; never by their ids. */
export const leagueRouter = {
  mine: signedInProcedure.input(z.strictObject({ language: z.enum(["en", "vi"]).default("en") })).query(async ({ ctx, input }) => {
    const { leagues, store } = ctx.services;
    const { userId } = ctx.user;
    const week = weekAt(store.now());
    const [standing, league, past] = await Promise.all([leagues.standingOf(userId), leagues.leagueOf({ userId, week: week.name }), leagues.pastWeeksOf({ userId, limit: weeksShown })]);
    const head = { ...standing, tiers: leagueTiers, week: week.name, endsAt: new Date(week.endsAt).toISOString(), past };
    if (!league) return { ...head, rows: null };

    const pseudonyms = pseudonymsOf(league.leagueId, league.seats.map((seat) => seat.userId), input.language);
    const seats = new Map(league.seats.map((seat) => [seat.userId, seat]));
    const rows = rankLeague(league.seats, league.tier).map(({ userId: playerId, points, rank, outcome }) => {
      const seat = seats.get(playerId);
      const isMe = playerId === userId;
      const isNamed = isMe || seat?.showsName === true;
      return { name: (isNamed ? seat?.name : pseudonyms.get(playerId)) ?? "", avatar: isNamed ? (seat?.avatar ?? 0) : 0, points, rank, outcome, isMe };
    });
    return { ...head, tier: league.tier, rows };
  }),

  choose: signedInProcedure
    .input(z.strictObject({ takesPart: z.boolean().optional(), showsName: z.boolean().optional() }))
    .mutation(({ ctx, input }) => ctx.services.leagues.choose({ userId: ctx.user.userId, settings: input })),
} satisfies TRPCRouterRecord;
