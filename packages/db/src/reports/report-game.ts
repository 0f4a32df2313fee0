import type { GameId, QuestionId, QuizContent, QuizId, StoredQuestion } from "@quickfire/engine";
import { InvariantError } from "@quickfire/engine";
import type { TransactionSql } from "postgres";
import type { ReportRequest } from "./report-repository.types";

export type ReportGame = {
  gameId: GameId;
  quizId: QuizId;
  title: string;
  startedAt: string | null;
  endedAt: string | null;
  verified: boolean;
  /** Of the quiz as it was. */
  language: string;
  rehearsal?: true;
  question: (questionId: QuestionId) => StoredQuestion;
};

type GameRow = Omit<ReportGame, "question" | "language" | "rehearsal"> & { rehearsal: boolean; content: QuizContent };

/** The game with the questions as they were when it began, whatever became of the quiz since; null for anyone but its host and their co-hosts. */
export async function readReportGame(sql: TransactionSql, { gameId, hostUserId }: ReportRequest): Promise<ReportGame | null> {
  const [row] = await sql<GameRow[]>`
    select games.id as "gameId", games.quiz_id as "quizId", title, started_at as "startedAt", ended_at as "endedAt",
      coalesce(verified, false) as verified, exists (select from rehearsals where rehearsals.game_id = games.id) as rehearsal, quiz_versions.content
    from games
    join quiz_versions on quiz_versions.id = games.quiz_version_id
    left join game_outcomes on game_outcomes.game_id = games.id
    where games.id = ${gameId}
      and (host_user_id = ${hostUserId} or exists (select 1 from game_hosts where game_hosts.game_id = games.id and game_hosts.user_id = ${hostUserId}))`;
  if (!row) return null;
  const { content, startedAt, endedAt, rehearsal, ...game } = row;
  const questions = new Map(content.questions.map((question) => [question.id, question]));
  return {
    ...game,
    language: content.language,
    ...(rehearsal ? { rehearsal } : {}),
    startedAt: startedAt && toIso(startedAt),
    endedAt: endedAt && toIso(endedAt),
    question(questionId) {
      const question = questions.get(questionId);
      if (!question) throw new InvariantError(`the version of game ${gameId} has no question ${questionId}`);
      return question;
    },
  };
}

/** Postgres's text form of an instant, as ISO 8601. */
export const toIso = (instant: string): string => new Date(instant).toISOString();
