import type { TransactionSql } from "postgres";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { readQuizResults } from "./quiz-results";
import { readReportAnswers, toReportAnswer } from "./report-answers";
import { readReportGame, type ReportGame } from "./report-game";
import { readReportParticipants } from "./report-participants";
import { readReportQuestions } from "./report-questions";
import { readRace } from "./report-race";
import type { ReportRepository, ReportRequest } from "./report-repository.types";
import { readReportRows } from "./report-rows";
import { readReportTeams } from "./report-teams";

/** All of a report is read from one snapshot, so that its figures fit together also while the game runs. */
const snapshot = "isolation level repeatable read read only";

export function createReportRepository(database: Database): ReportRepository {
  return defineRepository<ReportRepository>(database, "reports", {
    report: ({ include, ...request }) =>
      database.sql.begin(snapshot, async (sql) => {
        const game = await openGame(sql, request);
        if (!game) return null;
        const { question: _question, language: _language, ...facts } = game;
        const [participants, teams, questions, answers] = await Promise.all([
          readReportParticipants(sql, game.gameId),
          readReportTeams(sql, game.gameId),
          readReportQuestions(sql, game),
          include?.answers ? readReportAnswers(sql, game.gameId) : undefined,
        ]);
        return { ...facts, participants, ...(teams.length > 0 ? { teams } : {}), questions, ...(answers ? { answers: answers.map(toReportAnswer) } : {}) };
      }),

    async rows(request) {
      const parts = await database.sql.begin(snapshot, async (sql) => {
        const game = await openGame(sql, request);
        if (!game) return null;
        const [participants, questions] = await Promise.all([readReportParticipants(sql, game.gameId), readReportQuestions(sql, game)]);
        return { game, participants, questions };
      });
      return parts && { hasTeams: parts.participants.some(({ team }) => team !== undefined), batches: readReportRows(database, parts.game, parts) };
    },

    race: (request) =>
      database.sql.begin(snapshot, async (sql) => {
        const game = await openGame(sql, request);
        return game && readRace(sql, game);
      }),

    ofQuiz: (request) => database.sql.begin(snapshot, (sql) => readQuizResults(sql, request)),
  });
}

async function openGame(sql: TransactionSql, request: ReportRequest): Promise<ReportGame | null> {
  const game = await readReportGame(sql, request);
  // The planner's statistics lag behind a game that was just played; its guess would compare everyone with everyone.
  if (game) await sql`set local enable_nestloop = off`;
  return game;
}
