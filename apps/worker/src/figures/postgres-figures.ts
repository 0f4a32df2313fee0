import type { Metrics } from "@quickfire/telemetry";
import type { Sql } from "postgres";
import { z } from "zod";
import { mirrorCounter } from "./mirror-counter";

const count = z.coerce.number();
const figuresSchema = z.object({
  size: count, limit: count, slow: count, longest: count, replicas: count, replica_lag: count,
  commits: count, rollbacks: count, inserted: count, updated: count, deleted: count, read: count, blocks_hit: count, blocks_read: count, deadlocks: count,
});
const statesSchema = z.array(z.object({ state: z.enum(["active", "idle", "waiting"]), connections: count }));

/** Asks Postgres how it is, in two statements that cost it next to nothing. What to call at every look. */
export function createPostgresFigures({ sql, metrics }: { sql: Sql; metrics: Metrics }): () => Promise<void> {
  const transactions = mirrorCounter(metrics.postgresTransactions);
  const rows = mirrorCounter(metrics.postgresRows);
  const blocks = mirrorCounter(metrics.postgresBlocks);
  const deadlocks = mirrorCounter(metrics.postgresDeadlocks);

  async function look(): Promise<void> {
    const [[found], states] = await Promise.all([readFigures(sql), readStates(sql)]);
    const figures = figuresSchema.parse(found);
    metrics.postgresSize.set(figures.size);
    metrics.postgresConnectionLimit.set(figures.limit);
    metrics.postgresSlowStatements.set(figures.slow);
    metrics.postgresLongestStatement.set(figures.longest);
    metrics.postgresReplicas.set(figures.replicas);
    metrics.postgresReplicationLag.set(figures.replica_lag);
    transactions({ outcome: "committed" }, figures.commits);
    transactions({ outcome: "rolled back" }, figures.rollbacks);
    rows({ operation: "inserted" }, figures.inserted);
    rows({ operation: "updated" }, figures.updated);
    rows({ operation: "deleted" }, figures.deleted);
    rows({ operation: "read" }, figures.read);
    blocks({ place: "memory" }, figures.blocks_hit);
    blocks({ place: "disk" }, figures.blocks_read);
    deadlocks({}, figures.deadlocks);
    for (const { state, connections } of statesSchema.parse(states)) metrics.postgresConnections.set({ state }, connections);
  }

  return async () => {
    try {
      await look();
      metrics.postgresUp.set(1);
    } catch (error) {
      metrics.postgresUp.set(0);
      throw error;
    }
  };
}

const readFigures = (sql: Sql) => sql`
  select
    pg_database_size(current_database()) as size,
    current_setting('max_connections') as limit,
    (select count(*) from pg_stat_activity
      where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query_start < clock_timestamp() - interval '1 second') as slow,
    coalesce((select extract(epoch from max(clock_timestamp() - query_start)) from pg_stat_activity
      where datname = current_database() and state = 'active' and pid <> pg_backend_pid()), 0) as longest,
    (select count(*) from pg_stat_replication) as replicas,
    coalesce((select extract(epoch from max(replay_lag)) from pg_stat_replication), 0) as replica_lag,
    xact_commit as commits, xact_rollback as rollbacks, tup_inserted as inserted, tup_updated as updated, tup_deleted as deleted, tup_returned as read,
    blks_hit as blocks_hit, blks_read as blocks_read, deadlocks
  from pg_stat_database where datname = current_database()`;

/** All three states, also those in which nobody is: a gauge would go on telling of who was there. */
const readStates = (sql: Sql) => sql`
  select known.state, count(activity.pid) as connections
  from (values ('active'), ('idle'), ('waiting')) as known (state)
  left join pg_stat_activity activity on activity.datname = current_database()
    and known.state = case when activity.state = 'idle' then 'idle' when activity.state like 'idle in transaction%' then 'waiting' else 'active' end
  group by known.state`;
