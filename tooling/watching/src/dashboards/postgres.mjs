import { perSecond, quantile } from "./panels.mjs";

/** More than one worker tells of the same server. */
const rateOf = (/** @type {string} */ counter, /** @type {string} */ by) => `max by (${by}) (rate(${counter}[$__rate_interval]))`;
const hits = 'max(rate(quickfire_postgres_blocks_total{place="memory"}[$__rate_interval]))';
const reads = 'max(rate(quickfire_postgres_blocks_total{place="disk"}[$__rate_interval]))';

/** @type {import("./panels.mjs").Dashboard} */
export const postgres = {
  name: "postgres",
  title: "Postgres",
  description: "What is kept. Games don't wait for it; authors' pages and reports do.",
  rows: [
    {
      title: "The server",
      panels: [
        { title: "Connections", description: "By what they do, with the limit; `waiting` ones hold a transaction open.", unit: "short",
          queries: [{ expr: "max by (state) (quickfire_postgres_connections)", legend: "{{state}}" }, { expr: "max(quickfire_postgres_connection_limit)", legend: "limit" }] },
        { title: "Transactions", description: "Committed and rolled back.", unit: "ops", queries: [{ expr: rateOf("quickfire_postgres_transactions_total", "outcome"), legend: "{{outcome}}" }] },
        { title: "Rows", description: "What is done to them. `inserted` is mostly the log.", unit: "ops", queries: [{ expr: rateOf("quickfire_postgres_rows_total", "operation"), legend: "{{operation}}" }] },
        { title: "Size", description: "Of the database, indexes included.", unit: "bytes", queries: [{ expr: "max(quickfire_postgres_size_bytes)", legend: "size" }] },
        { title: "Found in memory", description: "Share of the blocks that statements needed.", unit: "percentunit", queries: [{ expr: `${hits} / (${hits} + ${reads})`, legend: "in memory" }] },
        { title: "Replicas", description: "How many, and how far the slowest is behind.", unit: "s", queries: [{ expr: "max(quickfire_postgres_replication_lag_seconds)", legend: "behind" }, { expr: "max(quickfire_postgres_replicas)", legend: "replicas" }] },
      ],
    },
    {
      title: "How long it takes, seen from our processes",
      panels: [
        { title: "Slowest calls", description: "p95 of what takes longest.", unit: "s", limit: 1, queries: [{ expr: `topk(8, ${quantile(0.95, "quickfire_postgres_seconds", { by: "operation" })})`, legend: "{{operation}}" }] },
        { title: "Storing the log", description: "One batch of up to 1,000 events.", unit: "s", limit: 1, queries: [{ expr: quantile(0.5, "quickfire_postgres_seconds", { where: 'operation="log.store"' }), legend: "p50" }, { expr: quantile(0.95, "quickfire_postgres_seconds", { where: 'operation="log.store"' }), legend: "p95" }] },
        { title: "Calls", description: "By what is asked, of all our processes together.", unit: "ops", queries: [{ expr: perSecond("quickfire_postgres_seconds_count", { by: "operation" }), legend: "{{operation}}" }] },
      ],
    },
    {
      title: "What should not happen",
      panels: [
        { title: "Slow statements", description: "Running for more than a second at this moment.", unit: "short", queries: [{ expr: "max(quickfire_postgres_slow_statements)", legend: "statements" }] },
        { title: "Longest statement", description: "How long the oldest running one has taken so far.", unit: "s", queries: [{ expr: "max(quickfire_postgres_longest_statement_seconds)", legend: "longest" }] },
        { title: "Deadlocks", description: "Transactions that waited for each other.", unit: "ops", queries: [{ expr: "max(rate(quickfire_postgres_deadlocks_total[$__rate_interval]))", legend: "deadlocks" }] },
      ],
    },
  ],
};
