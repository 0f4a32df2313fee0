import type { TransactionSql } from "postgres";
import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { readReportAnswers, toReportAnswer } from "./report-answers";
import { readReportGame, type ReportGame } from "./report-game";
import { readReportParticipants } from "./report-participants";
import { readReportQuestions } from "./report-questions";
import type { ReportRepository, ReportRequest } from "./report-repository.types";
import { reportRows } from "./report-rows";

/** All of a report is read from one snapshot, so that its figures fit together also while the game runs. */
const snapshot = "isolation level repeatable read read only";

export function createReportRepository(database: Database): ReportRepository {
  return defineRepository<ReportRepository>(database, "reports", {
    report: ({ include, ...request }) =>
      database.sql.begin(snapshot, async (sql) => {
        const game = await openGame(sql, request);
        if (!game) return null;
        const { question: _question, ...facts } = game;
        const [participants, questions, answers] = await Promise.all([
          readReportParticipants(sql, game.gameId),
          readReportQuestions(sql, game),
          include?.answers ? readReportAnswers(sql, game.gameId) : undefined,
        ]);
        return { ...facts, participants, questions, ...(answers ? { answers: answers.map(toReportAnswer) } : {}) };
      }),

    rows: (request) =>
      database.sql.begin(snapshot, async (sql) => {
        const game = await openGame(sql, request);
        if (!game) return null;
        const [participants, questions, answers] = await Promise.all([
          readReportParticipants(sql, game.gameId),
          readReportQuestions(sql, game),
          readReportAnswers(sql, game.gameId),
        ]);
        return reportRows(game, { participants, questions, answers });
      }),
  });
}

async function openGame(sql: TransactionSql, request: ReportRequest): Promise<ReportGame | null> {
  const game = await readReportGame(sql, request);
  // The planner's statistics lag behind a game that was just played; its guess would compare everyone with everyone.
  if (game) await sql`set local enable_nestloop = off`;
  return game;
}
