import type { Sql, TransactionSql } from "postgres";
import type { GameEpoch, LogRows } from "./log-rows";
import { writeAnswers, writeStandings } from "./write-answers";
import { writeCreated } from "./write-created";
import { writeEvents } from "./write-events";
import { writeJoined, writeRemoved } from "./write-participants";
import { writeOutcomes, writeRounds } from "./write-rounds";

/**
 * Writes a batch in one transaction: all of it is stored, or nothing. Safe to repeat, in any order. Tells of which games it has stored
 * events for the first time.
 */
export async function writeLogRows(sql: Sql, rows: LogRows): Promise<GameEpoch[]> {
  return sql.begin(async (transaction) => {
    // Sent without waiting for one another: the batch costs a few round trips, not one a table.
    const [newOf] = await Promise.all([
      unlessEmpty(rows.events, transaction, writeEvents),
      ...[
        unlessEmpty(rows.created, transaction, writeCreated),
        unlessEmpty(rows.joined, transaction, writeJoined),
        unlessEmpty(rows.removed, transaction, writeRemoved),
        unlessEmpty(rows.rounds, transaction, writeRounds),
        unlessEmpty(rows.answers, transaction, writeAnswers),
        unlessEmpty(rows.standings, transaction, writeStandings),
        unlessEmpty(rows.outcomes, transaction, writeOutcomes),
      ].filter((statement) => statement !== null),
    ]);
    return newOf === null ? [] : [...newOf];
  });
}

function unlessEmpty<Row, Statement>(rows: Row[], transaction: TransactionSql, write: (sql: TransactionSql, rows: Row[]) => Statement): Statement | null {
  return rows.length === 0 ? null : write(transaction, rows);
}
