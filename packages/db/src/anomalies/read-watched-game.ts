import { countWords, type GameId, optionsOf, type ParticipantId, type QuestionId, type QuizContent, shownTextOf, streakBonus, type UserId, type WatchedAnswer, type WatchedGame } from "@quickfire/engine";
import type { Sql } from "postgres";

type Round = { round: number; questionId: QuestionId };
type Person = { participantId: ParticipantId; userId: UserId | null; joinedAt: string; ip: string | null; userAgent: string | null };
type Given = { participantId: ParticipantId; round: number; correct: boolean | null; timeMs: number; at: string; gained: number; choice: string };

const longestStreak = 6;

/** A game as the rules look at it: from the audit log, where what clients were and said stands as it was. Null where there is no such game, or nothing of it counts. */
export async function readWatchedGame(sql: Sql, gameId: GameId): Promise<WatchedGame | null> {
  const [game] = await sql<{ content: QuizContent }[]>`
    select content from games join quiz_versions on quiz_versions.id = games.quiz_version_id where games.id = ${gameId}
      and not exists (select from rehearsals where rehearsals.game_id = games.id)`;
  if (!game) return null;
  const [rounds, people, given] = await Promise.all([
    sql<Round[]>`select round, question_id as "questionId" from game_rounds where game_id = ${gameId} and not skipped`,
    sql<Person[]>`
      select distinct on (participant_id) participant_id as "participantId", user_id as "userId", (extract(epoch from at) * 1000)::bigint::text as "joinedAt", ip, user_agent as "userAgent"
      from audit_events where game_id = ${gameId} and type = 'PARTICIPANT_JOINED' and not coalesce((payload->>'bot')::boolean, false) order by participant_id, at`,
    sql<Given[]>`
      select answer.participant_id as "participantId", (answer.payload->>'round')::int as round, (answer.payload->>'correct')::boolean as correct,
        (answer.payload->>'timeMs')::int as "timeMs", (extract(epoch from answer.at) * 1000)::bigint::text as at, coalesce(change.new_score - change.old_score, 0) as gained,
        answer.payload->>'answer' as choice
      from audit_events answer
      left join audit_events change on change.game_id = answer.game_id and change.epoch = answer.epoch and change.seq = answer.seq and change.index = answer.index + 1
        and change.type = 'SCORE_CHANGED'
      where answer.game_id = ${gameId} and answer.type = 'ANSWER_SUBMITTED'`,
  ]);
  const played = new Set(rounds.map(({ round }) => round));
  const answers = new Map<ParticipantId, WatchedAnswer[]>();
  for (const { participantId, at, ...answer } of given.toSorted((one, other) => one.round - other.round)) {
    if (!played.has(answer.round)) continue;
    const known = answers.get(participantId);
    if (known?.at(-1)?.round === answer.round) continue;
    const watched = { ...answer, at: Number(at) };
    if (known) known.push(watched);
    else answers.set(participantId, [watched]);
  }
  return {
    questions: rounds.flatMap(({ round, questionId }) => {
      const question = game.content.questions.find(({ id }) => id === questionId);
      if (!question) return [];
      const words = countWords(shownTextOf(question)) + optionsOf(question).reduce((sum, { text }) => sum + countWords(text), 0);
      return [{ round, words, mostPoints: question.points + streakBonus({ points: question.points, streak: longestStreak }) }];
    }),
    participants: people.map(({ joinedAt, ...person }) => ({ ...person, joinedAt: Number(joinedAt), answers: answers.get(person.participantId) ?? [] })),
  };
}
