import type { ISql, Sql } from "postgres";
import { isAlreadyThere } from "../postgres-errors";
import type { LogRows } from "./log-rows";
import type { Repeats } from "./repeats";
import { writeAnswers, writeStandings } from "./write-answers";
import { writeCreated } from "./write-created";
import { writeEvents } from "./write-events";
import { writeJoined, writeRemoved, writeRenamed, writeTeams } from "./write-participants";
import { writeOutcomes, writeRounds } from "./write-rounds";

/**
 * Writes a batch in one transaction: all of it is stored, or nothing. Safe to repeat, in any order. Nearly every batch is new, and
 * taken for new at first; one that holds a row which is stored already is written once more, without what is there.
 */
export async function writeLogRows(sql: Sql, rows: LogRows): Promise<void> {
  try {
    await writeTables(sql, rows, "refused");
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    await writeTables(sql, rows, "left out");
  }
}

async function writeTables(sql: Sql, rows: LogRows, repeats: Repeats): Promise<void> {
  const writes = [
    unlessEmpty(rows.events, (sql, events) => writeEvents(sql, events, repeats)),
    unlessEmpty(rows.created, writeCreated),
    unlessEmpty(rows.joined, writeJoined),
    unlessEmpty(rows.teams, writeTeams),
    unlessEmpty(rows.renamed, writeRenamed),
    unlessEmpty(rows.removed, writeRemoved),
    unlessEmpty(rows.rounds, writeRounds),
    unlessEmpty(rows.answers, (sql, answers) => writeAnswers(sql, answers, repeats)),
    unlessEmpty(rows.standings, writeStandings),
    unlessEmpty(rows.outcomes, writeOutcomes),
  ].filter((write) => write !== null);
  const [first, ...others] = writes;
  if (!first) return;
  // A statement alone is a transaction already.
  if (others.length === 0) {
    await first(sql);
    return;
  }
  // Sent without waiting for one another: the batch costs a few round trips, not one a table.
  await sql.begin((transaction) => Promise.all(writes.map((write) => write(transaction))));
}

function unlessEmpty<Row>(rows: Row[], write: (sql: ISql, rows: Row[]) => PromiseLike<unknown>) {
  return rows.length === 0 ? null : (sql: ISql) => write(sql, rows);
}
