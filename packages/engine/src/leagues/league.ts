import type { UserId } from "../ids";

/** What a week in a league leads to: a higher tier, the same, or a lower one. */
export const leagueOutcomes = ["up", "stay", "down"] as const;
export type LeagueOutcome = (typeof leagueOutcomes)[number];

/** As many as a league has at most; about so many know each other after a week. */
export const leagueSize = 30;
/** From 0, the lowest. */
export const leagueTiers = 7;

const mostUp = 7;
const mostDown = 5;

export type LeaguePoints = { userId: UserId; points: number };
export type LeagueResult = LeaguePoints & { rank: number; outcome: LeagueOutcome };

/** How many of a league of this size go up and down: 7 and 5 of 30, fewer of fewer, and nobody against nobody. */
export function leagueMoves(players: number): { up: number; down: number } {
  if (players < 2) return { up: 0, down: 0 };
  return { up: Math.min(mostUp, Math.ceil((players * mostUp) / leagueSize)), down: Math.min(mostDown, Math.floor((players * mostDown) / leagueSize)) };
}

/** What the places would lead to if the week ended now. Equal points share a rank and a fate, the kinder one; without points nobody goes up. */
export function rankLeague(players: readonly LeaguePoints[], tier: number): LeagueResult[] {
  const { up, down } = leagueMoves(players.length);
  const ordered = [...players].sort((one, other) => other.points - one.points || (one.userId < other.userId ? -1 : 1));
  const outcomeOf = (rank: number, points: number): LeagueOutcome => {
    if (rank <= up && points > 0 && tier < leagueTiers - 1) return "up";
    return rank > players.length - down && tier > 0 ? "down" : "stay";
  };
  let rank = 0;
  return ordered.map((player, place) => {
    if (player.points !== ordered[place - 1]?.points) rank = place + 1;
    return { ...player, rank, outcome: outcomeOf(rank, player.points) };
  });
}

const steps: Record<LeagueOutcome, number> = { up: 1, stay: 0, down: -1 };

export const tierAfter = (tier: number, outcome: LeagueOutcome): number => tier + steps[outcome];

/** Who takes the free seats of leagues that have begun, and who needs new ones: leagues fill up one after another. */
export function seatPlayers<Player>(players: readonly Player[], begun: readonly { leagueId: string; seats: number }[]): { joining: { leagueId: string; players: Player[] }[]; founding: Player[][] } {
  const waiting = [...players];
  const joining = begun.flatMap(({ leagueId, seats }) => {
    const taking = waiting.splice(0, Math.max(0, leagueSize - seats));
    return taking.length > 0 ? [{ leagueId, players: taking }] : [];
  });
  const founding: Player[][] = [];
  while (waiting.length > 0) founding.push(waiting.splice(0, leagueSize));
  return { joining, founding };
}
