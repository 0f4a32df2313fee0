import type { LeagueOutcome, UserId } from "@quickfire/engine";

export type LeagueSettings = { takesPart: boolean; showsName: boolean };

export type LeagueSeat = { userId: UserId; name: string; avatar: number; showsName: boolean; points: number };

/** A league as those in it see it: its players with the points of its week so far. */
export type League = { leagueId: string; week: string; tier: number; seats: LeagueSeat[] };

export type PastWeek = { week: string; tier: number; players: number; points: number; rank: number; outcome: LeagueOutcome };

export interface LeagueRepository {
  /** Gives those of these users a seat who have none this week and take part. */
  seat(request: { week: string; userIds: readonly UserId[] }): Promise<void>;
  /** Ends the leagues of all weeks before this one: ranks, outcomes and tiers are written. How many ended. */
  closeBefore(week: string): Promise<number>;
  leagueOf(request: { userId: UserId; week: string }): Promise<League | null>;
  standingOf(userId: UserId): Promise<LeagueSettings & { tier: number }>;
  /** Whoever no longer takes part leaves the running week as well. */
  choose(request: { userId: UserId; settings: Partial<LeagueSettings> }): Promise<void>;
  /** The latest first. */
  pastWeeksOf(request: { userId: UserId; limit: number }): Promise<PastWeek[]>;
}
