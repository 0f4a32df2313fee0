import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "./schema/index";

/** `operation` is a repository's method, such as `quizzes.save`: few values, so it may label a metric. */
export type OperationTiming = { operation: string; seconds: number };

export type Database = {
  db: PostgresJsDatabase<typeof schema>;
  /** The same pool, for what is written by hand. Drizzle's settings hold here too: instants are read and written as text. */
  sql: Sql;
  onTiming: (timing: OperationTiming) => void;
  /** Waits for running statements, for at most five seconds. */
  close: () => Promise<void>;
};

export type DatabaseOptions = {
  maxConnections?: number;
  /** Named in pg_stat_activity. */
  applicationName?: string;
  onTiming?: (timing: OperationTiming) => void;
};

/** A pool that connects on first use, so that a process starts, and says that it is not ready, while Postgres is away. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const sql = postgres(url, {
    max: options.maxConnections ?? 10,
    idle_timeout: 60,
    connect_timeout: 5,
    // Notices ("relation exists, skipping") are no news.
    onnotice: () => undefined,
    connection: { application_name: options.applicationName ?? "quickfire", statement_timeout: 30_000 },
  });
  return {
    db: drizzle(sql, { schema }),
    sql,
    onTiming: options.onTiming ?? (() => undefined),
    close: () => sql.end({ timeout: 5 }),
  };
}
