import { type AssignmentId, InvariantError, type ParticipantId, type QuestionId, type QuizContent, shownTextOf, type StoredQuestion, type UserId } from "@quickfire/engine";
import type { Database } from "../database";
import { answerInWords } from "../reports/answer-in-words";
import { toIso } from "../reports/report-game";
import type { AssignmentPerson, AssignmentQuestion, AssignmentResults, PersonAnswer } from "./assignment-repository.types";

type PersonRow = {
  participantId: ParticipantId;
  name: string;
  userId: UserId | null;
  takenUpAt: string;
  attempts: number;
  underWay: boolean;
  attemptId: string | null;
  score: number;
  right: number;
  finishedAt: string | null;
};
type AnswerRow = { attemptId: string; questionId: QuestionId; answer: unknown; correct: boolean | null };
type Questions = ReadonlyMap<QuestionId, StoredQuestion>;

/** Who did what: each person's best attempt, answer by answer, and what the questions came to over all of these. */
export async function readResults({ sql }: Database, assignmentId: AssignmentId): Promise<Pick<AssignmentResults, "people" | "results">> {
  return sql.begin("isolation level repeatable read read only", async (query) => {
    const [asked] = await query<{ questionIds: QuestionId[]; content: QuizContent }[]>`
      select question_ids as "questionIds", content from assignments join quiz_versions on quiz_versions.id = quiz_version_id where assignments.id = ${assignmentId}`;
    if (!asked) throw new InvariantError("an assignment that was just read is not there");
    const people = await query<PersonRow[]>`
      select person.participant_id as "participantId", name, person.user_id as "userId", taken_up_at as "takenUpAt",
        (select count(*)::int from attempts where attempts.participant_id = person.participant_id) as attempts,
        exists (select 1 from attempts where attempts.participant_id = person.participant_id and finished_at is null) as "underWay",
        best.id as "attemptId", coalesce(best.score, 0) as score, coalesce(best.right_answers, 0) as "right", best.finished_at as "finishedAt"
      from assignment_participants as person
      left join lateral (
        select * from attempts
        where attempts.participant_id = person.participant_id and finished_at is not null
        order by score desc, finished_at desc limit 1
      ) as best on true
      where person.assignment_id = ${assignmentId}
      order by best.score desc nulls last, name, person.participant_id`;
    const best = people.flatMap(({ attemptId }) => (attemptId === null ? [] : [attemptId]));
    const answers = await query<AnswerRow[]>`
      select attempt_id as "attemptId", question_id as "questionId", answer, correct from attempt_questions
      where attempt_id = any(${best}::uuid[]) and closed_at is not null order by position`;
    const questions = new Map(asked.content.questions.map((question) => [question.id, question]));
    const byAttempt = new Map<string, AnswerRow[]>(best.map((attemptId) => [attemptId, []]));
    for (const answer of answers) byAttempt.get(answer.attemptId)?.push(answer);
    return {
      people: people.map((row) => personOf(row, (byAttempt.get(row.attemptId ?? "") ?? []).map((answer) => inWords(answer, questions)))),
      results: asked.questionIds.flatMap((questionId, index) => resultOf(questions.get(questionId), { number: index + 1, answers })),
    };
  });
}

function personOf({ userId, attemptId: _, score, right, finishedAt, takenUpAt, ...person }: PersonRow, answers: PersonAnswer[]): AssignmentPerson {
  const best = finishedAt === null ? null : { score, right, finishedAt: toIso(finishedAt), answers };
  return { ...person, takenUpAt: toIso(takenUpAt), ...(userId === null ? {} : { userId }), best };
}

function inWords({ questionId, answer, correct }: AnswerRow, questions: Questions): PersonAnswer {
  const question = questions.get(questionId);
  return { questionId, correct, answer: question && answer !== null ? answerInWords(question, answer) : null };
}

function resultOf(question: StoredQuestion | undefined, { number, answers }: { number: number; answers: readonly AnswerRow[] }): AssignmentQuestion[] {
  if (!question) return [];
  const { id: questionId, type, points } = question;
  const own = answers.filter((answer) => answer.questionId === questionId);
  return [{ questionId, number, type, text: shownTextOf(question), points, answered: own.filter(({ answer }) => answer !== null).length, right: own.filter(({ correct }) => correct).length }];
}
