import { afterRound, type Earned, frontOfRace, type GameId, type ParticipantId, type RaceTotals, startRace } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import type { ReportGame } from "./report-game";
import type { GameRace, RaceRound } from "./report-repository.types";

/** As many as a screen can show moving past each other. */
const shownInFront = 10;

/** The standings after each round that counted, from the answers alone: what the board showed is not asked. */
export async function readRace(sql: TransactionSql, game: ReportGame): Promise<GameRace> {
  const people = await sql<{ participantId: ParticipantId; name: string; avatar: number }[]>`
    select participant_id as "participantId", name, avatar from game_participants
    where game_id = ${game.gameId} and joined_at is not null and removed_at is null
    order by joined_at, participant_id`;
  const played = await sql<Pick<RaceRound, "round" | "questionId">[]>`
    select round, question_id as "questionId" from game_rounds where game_id = ${game.gameId} and not skipped order by round`;

  const faces = new Map(people.map(({ participantId, name, avatar }) => [participantId, { name, avatar }]));
  const nobody = { name: "", avatar: 0 };
  const rounds: RaceRound[] = [];
  let totals: RaceTotals = startRace(people.map(({ participantId }) => participantId));
  // One round after the other: only one of them is ever held, however many answered.
  for (const { round, questionId } of played) {
    const earned = await earnedIn(sql, { gameId: game.gameId, round });
    totals = afterRound(totals, earned);
    const front = frontOfRace(totals, shownInFront, earned).map((standing) => ({ ...standing, ...(faces.get(standing.participantId) ?? nobody) }));
    rounds.push({ round, questionId, text: game.question(questionId).text, front });
  }
  return { players: people.length, rounds };
}

function earnedIn(sql: TransactionSql, { gameId, round }: { gameId: GameId; round: number }): Promise<Earned[]> {
  return sql<Earned[]>`
    select participant_id as "participantId", points, time_ms as "timeMs" from game_answers where game_id = ${gameId} and round = ${round}`;
}
