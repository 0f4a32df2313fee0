import { perSecond, quantile, quantiles } from "./panels.mjs";

const worker = 'job="worker"';

/** @type {import("./panels.mjs").Dashboard} */
export const log = {
  name: "log",
  title: "the log and the worker",
  description: "Everything that counted goes from Redis into Postgres through here, once.",
  rows: [
    {
      title: "What waits",
      panels: [
        { title: "Behind", description: "Age of the oldest entry that is not in Postgres yet. Nothing is lost while it grows, but reports are late. An alert comes at 10 s.", unit: "s", limit: 10, queries: [{ expr: "max(quickfire_queue_lag_seconds)", legend: "oldest" }] },
        { title: "Entries that wait, by shard", description: "One entry packs a batch of answers.", unit: "short", queries: [{ expr: "max by (shard) (quickfire_queue_depth)", legend: "{{shard}}" }] },
        { title: "Entries in the streams", description: "With those that are stored already and not trimmed yet.", unit: "short", queries: [{ expr: "sum(max by (shard) (quickfire_log_stream_entries))", legend: "entries" }] },
      ],
    },
    {
      title: "What is stored",
      panels: [
        { title: "Events into Postgres", description: "Of all workers together.", unit: "ops", queries: [{ expr: perSecond("quickfire_stored_events_total"), legend: "events" }] },
        { title: "Events in one batch", description: "Large ones are what makes it quick.", unit: "short", queries: [{ expr: quantile(0.5, "quickfire_stored_batch_size"), legend: "p50" }, { expr: quantile(0.95, "quickfire_stored_batch_size"), legend: "p95" }] },
        { title: "Storing a batch", description: "From the first statement to the commit.", unit: "s", limit: 1, queries: quantiles("quickfire_postgres_seconds", 'operation="log.store"') },
        { title: "Acknowledging a batch", description: "The word to Redis that it may be forgotten.", unit: "s", queries: quantiles("quickfire_redis_seconds", 'operation="log.acknowledge"') },
        { title: "Games by shard", description: "Those that wait for their next step: how evenly they are spread.", unit: "short", queries: [{ expr: "max by (shard) (quickfire_shard_games)", legend: "{{shard}}" }] },
        { title: "Put aside", description: "Events that Postgres would not take. They are kept in dead_letters; each is a bug.", unit: "ops", queries: [{ expr: perSecond("quickfire_dead_letters_total"), legend: "events" }] },
      ],
    },
    {
      title: "Whether it is right, and how the worker is",
      panels: [
        { title: "Games verified", description: "Ended games whose final standings were compared with the stored answers. They must agree.", unit: "ops", queries: [{ expr: perSecond("quickfire_verifications_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Games rebuilt", description: "Games that Redis had lost or had in an older state: rebuilt from Postgres, or lost for good.", unit: "ops", queries: [{ expr: perSecond("quickfire_rebuilt_games_total", { by: "outcome" }), legend: "{{outcome}}" }] },
        { title: "Processor", description: "Of the worker; 1 is one core.", unit: "percentunit", queries: [{ expr: `rate(process_cpu_seconds_total{${worker}}[$__rate_interval])`, legend: "{{instance}}" }] },
        { title: "Memory", description: "Of the worker, resident.", unit: "bytes", queries: [{ expr: `process_resident_memory_bytes{${worker}}`, legend: "{{instance}}" }] },
      ],
    },
  ],
};
