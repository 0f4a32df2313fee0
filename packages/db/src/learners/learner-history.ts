import type { UserId } from "@quickfire/engine";
import type { Database } from "../database";
import { toIso } from "../reports/report-game";
import type { PastPlay } from "./learner-repository.types";

type Place = [at: string, id: string];

/** Live games that have ended and attempts that are finished, in one list; newest first. */
export async function readHistory({ sql }: Database, { userId, after, limit }: { userId: UserId; after: Place | null; limit: number }): Promise<PastPlay[]> {
  const [before, beforeId] = after ?? ["infinity", ""];
  const rows = await sql<PastPlay[]>`
    with played as (
      select 'game' as kind, games.id, games.title, quiz_version_id, ended_at as at, coalesce(standing.score, 0) as score, standing.rank,
        (select count(*)::int from game_standings where game_standings.game_id = games.id) as players,
        (select count(*)::int from game_answers as answer where answer.game_id = games.id and answer.participant_id = person.participant_id and correct) as "right",
        (select count(*)::int from game_rounds as round where round.game_id = games.id and not skipped) as questions
      from game_participants as person
      join games on games.id = person.game_id
      join game_outcomes as outcome on outcome.game_id = games.id and ended_at is not null
      left join game_standings as standing on standing.game_id = games.id and standing.participant_id = person.participant_id
      where person.user_id = ${userId} and removed_at is null and not exists (select from rehearsals where rehearsals.game_id = person.game_id)
      union all
      select 'attempt', attempts.id::text, coalesce(assignments.title, quizzes.title), attempts.quiz_version_id, finished_at, score, null, null, right_answers, cardinality(question_order)
      from attempts
      join quizzes on quizzes.id = attempts.quiz_id
      left join assignments on assignments.id = attempts.assignment_id
      where attempts.user_id = ${userId} and finished_at is not null
    )
    select kind, played.id, played.title, content ->> 'language' as language, at, score::int, "right"::int, questions, rank, players
    from played join quiz_versions on quiz_versions.id = quiz_version_id
    where (at, played.id) < (${before}::timestamptz, ${beforeId})
    order by at desc, played.id desc
    limit ${limit}`;
  return rows.map((row) => ({ ...row, at: toIso(row.at) }));
}
