import { discriminationsOf, type GameId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";

/** By round, for everyone who answered at least one question that has a right answer. */
export async function readDiscriminations(sql: TransactionSql, gameId: GameId): Promise<ReadonlyMap<number, number | null>> {
  const rows = await sql<{ scored: number[]; right: number[] }[]>`
    select array_agg(round) as scored, coalesce(array_agg(round) filter (where correct), '{}') as "right"
    from game_answers
    join game_participants using (game_id, participant_id)
    left join game_rounds using (game_id, round)
    where game_id = ${gameId} and removed_at is null and correct is not null and not coalesce(skipped, false)
    group by participant_id`;
  const rounds = [...new Set(rows.flatMap(({ scored }) => scored))];
  const placeOf = new Map(rounds.map((round, place) => [round, place]));
  const people = rows.map(({ right }) => right.flatMap((round) => placeOf.get(round) ?? []));
  const found = discriminationsOf(people, rounds.length);
  return new Map(rounds.map((round, place) => [round, found[place] ?? null]));
}
