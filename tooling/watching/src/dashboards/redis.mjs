import { perSecond, quantile } from "./panels.mjs";

const memoryShare = "max by (node) (quickfire_redis_used_memory_bytes / quickfire_redis_memory_limit_bytes)";
const rateByNode = (/** @type {string} */ counter) => `max by (node) (rate(${counter}[$__rate_interval]))`;

/** @type {import("./panels.mjs").Dashboard} */
export const redis = {
  name: "redis",
  title: "Redis",
  description: "Running games live here. The server's own figures come from the worker, the times from those who call it.",
  rows: [
    {
      title: "The server",
      panels: [
        { title: "Memory", description: "Of what it may use. It must never fill: at the limit it refuses answers.", unit: "percentunit", limit: 0.8, queries: [{ expr: memoryShare, legend: "{{node}}" }] },
        { title: "Memory used", description: "In bytes, with the limit.", unit: "bytes", queries: [{ expr: "max by (node) (quickfire_redis_used_memory_bytes)", legend: "{{node}} used" }, { expr: "max by (node) (quickfire_redis_memory_limit_bytes)", legend: "{{node}} limit" }] },
        { title: "Processor", description: "Redis runs commands on one core: near 1 it is the limit of everything.", unit: "percentunit", limit: 0.8, queries: [{ expr: rateByNode("quickfire_redis_cpu_seconds_total"), legend: "{{node}}" }] },
        { title: "Commands", description: "All that it runs, inside functions as well.", unit: "ops", queries: [{ expr: rateByNode("quickfire_redis_commands_total"), legend: "{{node}}" }] },
        { title: "Connections", description: "Each process has two or three.", unit: "short", queries: [{ expr: "max by (node) (quickfire_redis_connected_clients)", legend: "{{node}}" }] },
        { title: "Channels", description: "One for each game that a node listens to.", unit: "short", queries: [{ expr: "max by (node) (quickfire_redis_pubsub_channels)", legend: "{{node}}" }] },
      ],
    },
    {
      title: "How long it takes, seen from our processes",
      panels: [
        { title: "Slowest calls", description: "p95 of the functions that take longest.", unit: "s", queries: [{ expr: `topk(8, ${quantile(0.95, "quickfire_redis_seconds", { by: "operation" })})`, legend: "{{operation}}" }] },
        { title: "Submitting answers", description: "One call takes up to 200 answers.", unit: "s", queries: [{ expr: quantile(0.5, "quickfire_redis_seconds", { where: 'operation="submit_answers"' }), legend: "p50" }, { expr: quantile(0.99, "quickfire_redis_seconds", { where: 'operation="submit_answers"' }), legend: "p99" }] },
        { title: "Calls", description: "By function, of all our processes together.", unit: "ops", queries: [{ expr: perSecond("quickfire_redis_seconds_count", { by: "operation" }), legend: "{{operation}}" }] },
      ],
    },
    {
      title: "What should not happen",
      panels: [
        { title: "Failed calls", description: "Redis was away, too slow, or refused.", unit: "ops", queries: [{ expr: perSecond("quickfire_redis_errors_total", { by: "operation" }), legend: "{{operation}}", quiet: true }] },
        { title: "Slow commands", description: "Entries of its slow log (10 ms and more unless set otherwise).", unit: "ops", queries: [{ expr: rateByNode("quickfire_redis_slow_commands_total"), legend: "{{node}}" }] },
        { title: "Refused and thrown away", description: "Commands answered with an error, connections turned away, and keys evicted, which would be parts of running games.", unit: "ops",
          queries: [{ expr: rateByNode("quickfire_redis_error_replies_total"), legend: "errors {{node}}" }, { expr: rateByNode("quickfire_redis_rejected_connections_total"), legend: "connections {{node}}" }, { expr: rateByNode("quickfire_redis_evicted_keys_total"), legend: "evicted {{node}}" }] },
        { title: "Append-only file", description: "1 while its last write and rewrite succeeded; without it a crash forgets games.", unit: "short", queries: [{ expr: "min by (node) (quickfire_redis_aof_healthy)", legend: "healthy {{node}}" }, { expr: "min by (node) (quickfire_redis_aof_enabled)", legend: "on {{node}}" }] },
        { title: "Size of the append-only file", description: "It is written anew when it has doubled.", unit: "bytes", queries: [{ expr: "max by (node) (quickfire_redis_aof_size_bytes)", legend: "{{node}}" }] },
        { title: "Up since, and replicas", description: "A step back to 0 is a restart.", unit: "s", queries: [{ expr: "max by (node) (quickfire_redis_uptime_seconds)", legend: "{{node}}" }, { expr: "max by (node) (quickfire_redis_replicas)", legend: "replicas of {{node}}" }] },
      ],
    },
  ],
};
