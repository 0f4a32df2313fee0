import { type GameId, type QuestionId, type QuizContent, type QuizId, shownTextOf, type StoredQuestion, type UserId } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import { toIso } from "./report-game";
import type { QuizResults } from "./report-repository.types";

/** Enough for a school year of one class, and a bound on what one page makes Postgres read. */
const mostGames = 30;

type GameRow = { gameId: GameId; startedAt: string; title: string; versionId: string; participants: number };
type CountRow = { gameId: GameId; questionId: QuestionId; answered: number; right: number };

/** Null for who neither owns the quiz nor hosted a game of it. */
export async function readQuizResults(sql: TransactionSql, asked: { quizId: QuizId; userId: UserId }): Promise<QuizResults | null> {
  const [quiz] = await sql<{ title: string }[]>`select title from quizzes where id = ${asked.quizId} and owner_id = ${asked.userId} and deleted_at is null`;
  const newestFirst = await readGames(sql, asked);
  const [newest] = newestFirst;
  if (!quiz && !newest) return null;

  const games = newestFirst.toReversed();
  const [counts, questions] = await Promise.all([countAnswers(sql, games), readQuestions(sql, newestFirst)]);
  const shareOf = (rows: readonly CountRow[]) => ({ answered: sum(rows, "answered"), right: sum(rows, "right") });
  return {
    quizId: asked.quizId,
    title: quiz?.title ?? newest?.title ?? "",
    isOwner: quiz !== undefined,
    games: games.map(({ gameId, startedAt, title, participants }) => {
      return { gameId, title, startedAt: toIso(startedAt), participants, ...shareOf(counts.filter((count) => count.gameId === gameId)) };
    }),
    questions: questions.flatMap((question) => {
      const { id, type } = question;
      const given = new Map(counts.filter(({ questionId }) => questionId === id).map((count) => [count.gameId, count]));
      const shares = games.flatMap(({ gameId }) => { const count = given.get(gameId); return count ? [{ gameId, answered: count.answered, right: count.right }] : []; });
      return shares.length === 0 ? [] : [{ questionId: id, type, text: shownTextOf(question), games: shares }];
    }),
  };
}

/** Of the quiz's ended games (rehearsals are none) those that were theirs to host, alone or together with others: the same whose reports they may read. */
function readGames(sql: TransactionSql, { quizId, userId }: { quizId: QuizId; userId: UserId }) {
  return sql<GameRow[]>`
    select games.id as "gameId", title, quiz_version_id as "versionId", started_at as "startedAt",
      (select count(*)::int from game_participants where game_id = games.id and joined_at is not null and removed_at is null) as participants
    from games join game_outcomes on game_outcomes.game_id = games.id
    where quiz_id = ${quizId} and started_at is not null and ended_at is not null and not exists (select from rehearsals where rehearsals.game_id = games.id)
      and (host_user_id = ${userId} or exists (select 1 from game_hosts where game_hosts.game_id = games.id and game_hosts.user_id = ${userId}))
    order by started_at desc, games.id desc
    limit ${mostGames}`;
}

/** Only of questions that can be right, in rounds that counted, and of people who stayed: as the reports count. */
function countAnswers(sql: TransactionSql, games: readonly GameRow[]) {
  return sql<CountRow[]>`
    select game_id as "gameId", game_answers.question_id as "questionId", count(*)::int as answered, count(*) filter (where correct)::int as "right"
    from game_answers
    join game_participants using (game_id, participant_id)
    left join game_rounds using (game_id, round)
    where game_id = any(${games.map(({ gameId }) => gameId)}::text[]) and removed_at is null and correct is not null and not coalesce(skipped, false)
    group by game_id, game_answers.question_id`;
}

/** Each question as the newest game had it: those of the newest game first, in its order, then what was taken out before. */
async function readQuestions(sql: TransactionSql, newestFirst: readonly GameRow[]): Promise<StoredQuestion[]> {
  const versionIds = [...new Set(newestFirst.map(({ versionId }) => versionId))];
  const versions = await sql<{ id: string; content: QuizContent }[]>`select id, content from quiz_versions where id = any(${versionIds}::uuid[])`;
  const questions = new Map<QuestionId, StoredQuestion>();
  for (const versionId of versionIds) {
    for (const question of versions.find(({ id }) => id === versionId)?.content.questions ?? []) if (!questions.has(question.id)) questions.set(question.id, question);
  }
  return [...questions.values()];
}

const sum = (rows: readonly CountRow[], of: "answered" | "right"): number => rows.reduce((total, row) => total + row[of], 0);
