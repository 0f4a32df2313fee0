import { InvariantError, ok, type QuestionId, type UserId } from "@quickfire/engine";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { decodeCursor, pageOf, pageSize } from "../paging";
import { toIso } from "../reports/report-game";
import { practiceAnswers } from "../schema/practice-answers";
import { readHistory } from "./learner-history";
import type { LearnerAnswer, LearnerRepository, PractisedQuestion, TakenUp } from "./learner-repository.types";

const positionSchema = z.tuple([z.iso.datetime(), z.string().max(60)]);
const mostAssignments = 100;
const mostAnswers = 5_000;

export function createLearnerRepository(database: Database): LearnerRepository {
  const { db, sql } = database;
  return defineRepository<LearnerRepository>(database, "learners", {
    async assignments({ userId, now }) {
      const rows = await sql<(Omit<TakenUp, "best"> & { score: number | null; right: number | null })[]>`
        select assignments.id as "assignmentId", code, title, content ->> 'language' as language, cardinality(question_ids) as questions, deadline,
          (settings ->> 'attempts')::int as "attemptsAllowed", coalesce(own.attempts, 0) as attempts, coalesce(own.under_way, false) as "underWay", best.score, best.right_answers as "right"
        from assignment_participants as person
        join assignments on assignments.id = person.assignment_id
        join quiz_versions on quiz_versions.id = quiz_version_id
        left join lateral (
          select count(*)::int as attempts, bool_or(finished_at is null) as under_way from attempts where attempts.participant_id = person.participant_id
        ) as own on true
        left join lateral (
          select score, right_answers from attempts where attempts.participant_id = person.participant_id and finished_at is not null order by score desc limit 1
        ) as best on true
        where person.user_id = ${userId} and deleted_at is null
        order by deadline < to_timestamp(${now}::float8 / 1000), abs(extract(epoch from deadline) - ${now}::float8 / 1000)
        limit ${mostAssignments}`;
      return rows.map(({ score, right, deadline, ...row }) => ({ ...row, deadline: toIso(deadline), best: score === null ? null : { score, right: right ?? 0 } }));
    },

    async history({ userId, cursor, limit }) {
      const after = decodeCursor(cursor, positionSchema);
      if (!after.ok) return after;
      const size = pageSize(limit);
      const rows = await readHistory(database, { userId, after: after.value, limit: size + 1 });
      return ok(pageOf(rows, size, { item: (row) => row, position: ({ at, id }) => [at, id] }));
    },

    async answers(userId: UserId) {
      const rows = await sql<(Omit<LearnerAnswer, "at"> & { at: string })[]>`
        select question_id as "questionId", quiz_version_id as "quizVersionId", correct, at, content ->> 'level' as level,
          array(select jsonb_array_elements_text(content -> 'tags')) as tags
        from (
          select answer.question_id, quiz_version_id, answer.correct, answer.at
          from game_participants as person
          join game_answers as answer using (game_id, participant_id)
          join games on games.id = person.game_id
          join game_outcomes as outcome on outcome.game_id = person.game_id and ended_at is not null
          left join game_rounds as round on round.game_id = person.game_id and round.round = answer.round
          where person.user_id = ${userId} and removed_at is null and answer.correct is not null and not coalesce(skipped, false)
            and not exists (select from rehearsals where rehearsals.game_id = person.game_id)
          union all
          select asked.question_id, quiz_version_id, asked.correct, asked.closed_at
          from attempts join attempt_questions as asked on asked.attempt_id = attempts.id
          where attempts.user_id = ${userId} and finished_at is not null and asked.correct is not null
          union all
          select question_id, quiz_version_id, correct, at from practice_answers where user_id = ${userId}
          order by at desc limit ${mostAnswers}
        ) as given
        join quiz_versions on quiz_versions.id = given.quiz_version_id`;
      return rows.map(({ at, ...row }) => ({ ...row, at: Date.parse(at) }));
    },

    async questions(places) {
      const rows = await sql<(PractisedQuestion & { questionId: QuestionId })[]>`
        select place.question_id as "questionId", content ->> 'title' as title, content ->> 'language' as language, question
        from unnest(${places.map(({ questionId }) => questionId)}::uuid[], ${places.map(({ quizVersionId }) => quizVersionId)}::uuid[]) as place (question_id, quiz_version_id)
        join quiz_versions on quiz_versions.id = place.quiz_version_id
        join lateral jsonb_array_elements(content -> 'questions') as question on question ->> 'id' = place.question_id::text`;
      return new Map(rows.map(({ questionId, ...asked }) => [questionId, asked]));
    },

    async practise({ now, ...answer }) {
      await db.insert(practiceAnswers).values({ ...answer, at: new Date(now) }).onConflictDoNothing();
      const { userId, actionId } = answer;
      const [stored] = await db.select().from(practiceAnswers).where(and(eq(practiceAnswers.userId, userId), eq(practiceAnswers.actionId, actionId)));
      if (!stored) throw new InvariantError("a practised answer that was just stored is not there");
      return { questionId: stored.questionId, answer: stored.answer, correct: stored.correct };
    },
  });
}
