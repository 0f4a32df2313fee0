import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Fine where the promises are (tens of ms), coarse beyond. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every metric of every process: a name stands here or nowhere. Labels have few values, never an id. */
export function createMetrics(options: { service: string; nodeDefaults?: boolean }) {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  if (options.nodeDefaults ?? true) collectDefaultMetrics({ register: registry });

  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers: [registry] });
  const counter = (name: string, help: string, labelNames: string[] = []) => new Counter({ name, help, labelNames, registers: [registry] });
  const seconds = (name: string, help: string, labelNames: string[] = []) =>
    new Histogram({ name, help, labelNames, buckets: secondsBuckets, registers: [registry] });

  return {
    registry,
    activeGames: gauge("quickfire_active_games", "Games that run now, as this process knows them"),
    connectedClients: gauge("quickfire_connected_clients", "Open sockets of this process", ["transport"]),
    joins: counter("quickfire_joins_total", "Participants who joined a game"),
    answers: counter("quickfire_answers_total", "Answers by outcome: accepted, repeated, or the reason of the refusal", ["outcome"]),
    scoreUpdate: seconds("quickfire_score_update_seconds", "From reading an answer off its socket to its score being counted"),
    leaderboardRefresh: seconds("quickfire_leaderboard_refresh_seconds", "Computing and publishing the top of a board"),
    queueDepth: gauge("quickfire_queue_depth", "Entries of the durable log that are not in Postgres yet", ["shard"]),
    queueLag: gauge("quickfire_queue_lag_seconds", "Age of the oldest entry of the durable log that is not in Postgres yet", ["shard"]),
    cacheHits: counter("quickfire_cache_hits_total", "Reads that a cache answered", ["cache"]),
    cacheMisses: counter("quickfire_cache_misses_total", "Reads that went past a cache", ["cache"]),
    postgres: seconds("quickfire_postgres_seconds", "Postgres statements", ["operation"]),
    redis: seconds("quickfire_redis_seconds", "Redis calls", ["operation"]),
    rebuiltGames: counter("quickfire_rebuilt_games_total", "Games that Redis had lost or had in an older state: rebuilt from Postgres, or lost", ["outcome"]),
    fanoutDelay: seconds("quickfire_fanout_delay_seconds", "From the publication of an event to its last write to a socket of this process"),
    outgoingBytes: counter("quickfire_outgoing_bytes_total", "Bytes written to sockets"),
    errors: counter("quickfire_errors_total", "Unexpected errors by the place where they were caught", ["place"]),
    failedSignIns: counter("quickfire_failed_sign_ins_total", "Sign-ins with a wrong password or an unknown account"),
    shed: counter("quickfire_shed_total", "What an overloaded node left out: counts and people, boards, new sockets", ["what"]),
    rateLimitHits: counter("quickfire_rate_limit_hits_total", "Requests refused by a rate limit", ["limit"]),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
