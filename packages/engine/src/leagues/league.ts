/** What a week in a league leads to: a higher tier, the same, or a lower one. */
export const leagueOutcomes = ["up", "stay", "down"] as const;
export type LeagueOutcome = (typeof leagueOutcomes)[number];
