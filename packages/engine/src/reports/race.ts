import type { ParticipantId } from "../ids";
import { type Ranked, rankStandings } from "../ranking";

/** What somebody earned in one round. */
export type Earned = { participantId: ParticipantId; points: number; timeMs: number };

/** Everybody's totals between two rounds. */
export type RaceTotals = ReadonlyMap<ParticipantId, Ranked>;

export type RaceStanding = { participantId: ParticipantId; score: number; rank: number; /** In the round just played. */ gained: number };

/** Nobody has anything yet. The order of joining is the last thing that tells equals apart, as in the game itself. */
export function startRace(inOrderOfJoining: readonly ParticipantId[]): RaceTotals {
  return new Map(inOrderOfJoining.map((participantId, joinOrder) => [participantId, { score: 0, totalMs: 0, joinOrder }]));
}

/** The totals after one more round. Answers of those who are not in the race (any more) count nowhere. */
export function afterRound(totals: RaceTotals, earned: readonly Earned[]): RaceTotals {
  const next = new Map(totals);
  for (const { participantId, points, timeMs } of earned) {
    const before = next.get(participantId);
    if (before) next.set(participantId, { ...before, score: before.score + points, totalMs: before.totalMs + timeMs });
  }
  return next;
}

/** Who is in front, by the rules of the game's own leaderboard, and what the last round gave them. */
export function frontOfRace(totals: RaceTotals, size: number, lastRound: readonly Earned[]): RaceStanding[] {
  const gained = new Map(lastRound.map(({ participantId, points }) => [participantId, points]));
  const rows = [...totals].map(([participantId, ranked]) => ({ participantId, ...ranked }));
  return rankStandings(rows)
    .slice(0, size)
    .map(({ participantId, score, rank }) => ({ participantId, score, rank, gained: gained.get(participantId) ?? 0 }));
}
