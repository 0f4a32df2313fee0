import type { GameId, ParticipantId } from "@quickfire/engine";
import type { Sql, TransactionSql } from "postgres";
import { toIso } from "./report-game";
import type { ReportAnswer } from "./report-repository.types";

export type StoredAnswer = Omit<ReportAnswer, "actionId"> & { round: number; actionId: string | null };

type AnswersOf = { gameId: GameId; rounds: readonly number[]; participantIds: readonly ParticipantId[] };

/** The answers of a few. The rounds are named too, because the key begins with them: one look-up each, not a walk through the game. */
export async function readAnswersOf(sql: Sql, { gameId, rounds, participantIds }: AnswersOf): Promise<StoredAnswer[]> {
  const rows = await sql<StoredAnswer[]>`
    select round, game_answers.question_id as "questionId", participant_id as "participantId", answer, correct as "right",
      case when skipped then 0 else points end as points, time_ms as "timeMs", at, action_id as "actionId"
    from game_answers left join game_rounds using (game_id, round)
    where game_id = ${gameId} and round = any(${[...rounds]}::int[]) and participant_id = any(${[...participantIds]}::uuid[])`;
  return rows.map((row) => ({ ...row, at: toIso(row.at) }));
}

/** The answers of all who were not removed, in the order of play. */
export async function readReportAnswers(sql: TransactionSql, gameId: GameId): Promise<StoredAnswer[]> {
  const rows = await sql<StoredAnswer[]>`
    select round, game_answers.question_id as "questionId", participant_id as "participantId", answer, correct as "right",
      case when skipped then 0 else points end as points, time_ms as "timeMs", at, action_id as "actionId"
    from game_answers
    join game_participants using (game_id, participant_id)
    left join game_rounds using (game_id, round)
    where game_id = ${gameId} and removed_at is null
    order by round, at, participant_id`;
  return rows.map((row) => ({ ...row, at: toIso(row.at) }));
}

export function toReportAnswer({ round: _round, actionId, ...answer }: StoredAnswer): ReportAnswer {
  return actionId === null ? answer : { ...answer, actionId };
}
