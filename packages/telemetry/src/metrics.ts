import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Fine where the promises are, each of which (80, 100, 150, 200 and 500 ms) is an edge; coarse beyond. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];
const sizeBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** What the worker forgets after its time. */
const forgottenKinds = ["addresses", "guests", "homework guests", "deleted accounts", "spent", "dead letters"];

/** What admins decide; `automatic block` is a rule's own. */
const decidedActions = ["confirm", "clear", "block", "lift", "take-back", "roles", "disable", "enable", "automatic block"];

/** The rules of the anomaly watch. */
const unusualPatterns = ["answers-too-fast", "sudden-jump", "too-many-successes", "one-device", "lock-step"];

/** Every metric of every process: a name stands here or nowhere. Labels have few values, never an id. */
export function createMetrics(options: { service: string; nodeDefaults?: boolean }) {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  if (options.nodeDefaults ?? true) collectDefaultMetrics({ register: registry });
  const make = makersFor(registry);
  return { registry, ...gameMetrics(make), ...edgeMetrics(make), ...logMetrics(make), ...boardMetrics(make), ...callMetrics(make), ...securityMetrics(make), ...privacyMetrics(make), ...redisServerMetrics(make), ...postgresServerMetrics(make) };
}

export type Metrics = ReturnType<typeof createMetrics>;

type Makers = ReturnType<typeof makersFor>;

function makersFor(registry: Registry) {
  const registers = [registry];
  return {
    gauge: (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers }),
    /** `known` ones begin at 0: Prometheus sees no increase where a first value comes out of nothing, and these are alerted on. */
    counter: (name: string, help: string, labelNames: string[] = [], known: Record<string, string>[] = []) => {
      const counter = new Counter({ name, help, labelNames, registers });
      for (const labels of known) counter.inc(labels, 0);
      return counter;
    },
    seconds: (name: string, help: string, labelNames: string[] = []) => new Histogram({ name, help, labelNames, buckets: secondsBuckets, registers }),
    sizes: (name: string, help: string) => new Histogram({ name, help, buckets: sizeBuckets, registers }),
  };
}

const gameMetrics = ({ gauge, counter, seconds, sizes }: Makers) => ({
  activeGames: gauge("quickfire_active_games", "Games that run now, as this process knows them"),
  joins: counter("quickfire_joins_total", "Participants who joined a game"),
  joinDuration: seconds("quickfire_join_seconds", "Joining a game, from the parsed request to the token"),
  answers: counter("quickfire_answers_total", "Answers by outcome: accepted, repeated, or the reason of the refusal", ["outcome"]),
  scoreUpdate: seconds("quickfire_score_update_seconds", "From reading an answer off its socket to its score being counted"),
  answerBatch: sizes("quickfire_answer_batch_size", "Answers that went to Redis in one call"),
  answersInFlight: gauge("quickfire_answers_in_flight", "Answers of this process that are on their way to Redis and back"),
  leaderboardRefresh: seconds("quickfire_leaderboard_refresh_seconds", "Computing and publishing the top of a board"),
  scoreToScreen: seconds("quickfire_score_to_screen_seconds", "From the moment at which a changed board was due for publication to its last write to a socket of this process"),
  finalStandings: seconds("quickfire_final_standings_seconds", "From the end of a game in Redis to the last write of the final standings to a socket of this process"),
  removedParticipants: counter("quickfire_removed_participants_total", "Participants removed by a host"),
});

const edgeMetrics = ({ gauge, counter, seconds }: Makers) => ({
  connectedClients: gauge("quickfire_connected_clients", "Open sockets of this process", ["transport"]),
  socketSetup: seconds("quickfire_socket_setup_seconds", "From the request for a socket to its proved identity", ["transport"]),
  refusedSockets: counter("quickfire_refused_sockets_total", "Requests for a socket that were refused, by reason", ["reason"]),
  closedSockets: counter("quickfire_closed_sockets_total", "Sockets that closed, by close code; 1006 is one that broke off", ["code"]),
  badFrames: counter("quickfire_bad_frames_total", "Messages that no honest client sends, by what is wrong with them", ["reason"]),
  feeds: counter("quickfire_feeds_total", "Feeds of a game that were opened: anew with a snapshot, or resumed where the last one broke off", ["outcome"]),
  slowReaders: counter("quickfire_slow_readers_total", "Sockets that were closed because they read too slowly"),
  shed: counter(
    "quickfire_shed_total", "What an overloaded process left out: counts and people, boards, new sockets, joins", ["what"],
    [{ what: "presence" }, { what: "boards" }, { what: "sockets" }, { what: "joins" }],
  ),
  pubsubDelay: seconds("quickfire_pubsub_delay_seconds", "From the publication of an event in Redis to its arrival in this process"),
  fanoutDelay: seconds("quickfire_fanout_delay_seconds", "From the arrival of an event in this process to its last write to a socket"),
  fanoutWrites: counter("quickfire_fanout_writes_total", "Writes of events to sockets; events of one turn leave in one write"),
  outgoingBytes: counter("quickfire_outgoing_bytes_total", "Bytes written to sockets"),
});

const logMetrics = ({ gauge, counter, sizes }: Makers) => ({
  queueDepth: gauge("quickfire_queue_depth", "Entries of the durable log that are not in Postgres yet", ["shard"]),
  queueLag: gauge("quickfire_queue_lag_seconds", "Age of the oldest entry of the durable log that is not in Postgres yet", ["shard"]),
  streamEntries: gauge("quickfire_log_stream_entries", "Entries that the durable log holds, stored ones included", ["shard"]),
  shardGames: gauge("quickfire_shard_games", "Games that wait for something in this shard: how evenly they are spread", ["shard"]),
  storedEvents: counter("quickfire_stored_events_total", "Events of the durable log that are in Postgres"),
  storedBatch: sizes("quickfire_stored_batch_size", "Events that went into Postgres from one reading of the log"),
  deadLetters: counter("quickfire_dead_letters_total", "Events that could not be stored and were put aside"),
  rebuiltGames: counter("quickfire_rebuilt_games_total", "Games that Redis had lost or had in an older state: rebuilt from Postgres, or lost", ["outcome"], [{ outcome: "rebuilt" }, { outcome: "lost" }]),
  verifications: counter("quickfire_verifications_total", "Ended games whose final standings were compared with the stored answers", ["outcome"], [{ outcome: "agree" }, { outcome: "differ" }]),
  unusualScores: counter("quickfire_unusual_scores_total", "Players whom a rule has put on the review list, by the rule", ["pattern"], unusualPatterns.map((pattern) => ({ pattern }))),
});

const boardMetrics = ({ counter, seconds }: Makers) => ({
  scoreChanges: counter("quickfire_score_changes_total", "Changes of long-term scores whose events went out"),
  boardUpdates: seconds("quickfire_board_update_seconds", "Bringing a batch of users whose scores changed from Postgres to the boards in Redis"),
  boardRebuilds: counter("quickfire_board_rebuilds_total", "Boards that were made again from Postgres: new ones, and those that Redis had lost"),
  attempts: counter("quickfire_attempts_total", "Self-paced attempts: begun on a page, or handed in as an action", ["way"], [{ way: "page" }, { way: "action" }]),
  boardWrites: counter("quickfire_board_writes_total", "Writes of boards to streams of server-sent events"),
  boardFanout: seconds("quickfire_board_fanout_seconds", "From a board's publication in this process to its last write to a stream of server-sent events"),
  staleBoards: counter("quickfire_stale_boards_total", "Boards that were shown as they were last known, because Redis could not be asked"),
});

const privacyMetrics = ({ gauge, counter }: Makers) => ({
  forgotten: counter("quickfire_forgotten_total", "What was forgotten because its time was over, by kind: games whose addresses or deleted players went, guests, and rows of what is spent", ["kind"], forgottenKinds.map((kind) => ({ kind }))),
  lastForgetting: gauge("quickfire_last_forgetting_seconds", "When the worker last came to the end of forgetting, as a Unix time; 0 before that"),
});

const callMetrics = ({ gauge, counter, seconds }: Makers) => ({
  httpRequests: seconds("quickfire_http_request_seconds", "Requests to web, by door and class of status", ["door", "status"]),
  eventStreams: gauge("quickfire_event_streams", "Open streams of server-sent events"),
  cacheHits: counter("quickfire_cache_hits_total", "Reads that a cache answered", ["cache"]),
  cacheMisses: counter("quickfire_cache_misses_total", "Reads that went past a cache", ["cache"]),
  postgres: seconds("quickfire_postgres_seconds", "Calls to Postgres", ["operation"]),
  redis: seconds("quickfire_redis_seconds", "Calls to Redis", ["operation"]),
  redisErrors: counter("quickfire_redis_errors_total", "Calls to Redis that failed; an answer's log entry is part of its call", ["operation"]),
  errors: counter("quickfire_errors_total", "Unexpected errors by the place where they were caught", ["place"]),
});

const securityMetrics = ({ counter }: Makers) => ({
  failedSignIns: counter("quickfire_failed_sign_ins_total", "Sign-ins with a wrong password or an unknown account"),
  badTokens: counter("quickfire_bad_tokens_total", "Tokens over HTTP that are forged, expired, spent or of another kind", ["kind"], [{ kind: "bearer" }, { kind: "refresh" }, { kind: "spent refresh" }]),
  wrongCodes: counter("quickfire_wrong_codes_total", "Game codes that name no game"),
  mails: counter("quickfire_mails_total", "Letters to the owners of accounts: handed to the mail server (or the log), or failed", ["outcome"], [{ outcome: "sent" }, { outcome: "failed" }]),
  decisions: counter("quickfire_decisions_total", "What admins, or rules by themselves, decided about players and accounts", ["action"], decidedActions.map((action) => ({ action }))),
  rateLimitHits: counter("quickfire_rate_limit_hits_total", "Requests refused by a rate limit", ["limit"]),
});

/** The server itself, as the worker asks it. In a cluster each node has its own. */
const redisServerMetrics = ({ gauge, counter }: Makers) => ({
  redisUp: gauge("quickfire_redis_up", "1 while Redis answers the worker", ["node"]),
  redisMemory: gauge("quickfire_redis_used_memory_bytes", "Memory that Redis uses", ["node"]),
  redisMemoryLimit: gauge("quickfire_redis_memory_limit_bytes", "Memory that Redis may use: its maxmemory, or the machine's where that is not set", ["node"]),
  redisClients: gauge("quickfire_redis_connected_clients", "Connections to Redis", ["node"]),
  redisPubsubChannels: gauge("quickfire_redis_pubsub_channels", "Channels that somebody listens to: one for each game on a node", ["node"]),
  redisReplicas: gauge("quickfire_redis_replicas", "Replicas that are connected to Redis", ["node"]),
  redisCommands: counter("quickfire_redis_commands_total", "Commands that Redis has run", ["node"]),
  redisErrorReplies: counter("quickfire_redis_error_replies_total", "Commands that Redis has refused", ["node"]),
  redisEvictedKeys: counter("quickfire_redis_evicted_keys_total", "Keys that Redis threw away for want of memory: has to stay 0", ["node"]),
  redisRejectedConnections: counter("quickfire_redis_rejected_connections_total", "Connections that Redis turned away", ["node"]),
  redisSlowCommands: counter("quickfire_redis_slow_commands_total", "Commands in the slow log of Redis", ["node"]),
  redisCpu: counter("quickfire_redis_cpu_seconds_total", "CPU time of Redis", ["node"]),
  redisAofEnabled: gauge("quickfire_redis_aof_enabled", "1 where Redis writes its append-only file", ["node"]),
  redisAofHealthy: gauge("quickfire_redis_aof_healthy", "1 while the last write and the last rewrite of the append-only file succeeded", ["node"]),
  redisAofSize: gauge("quickfire_redis_aof_size_bytes", "Size of the append-only file", ["node"]),
  redisUptime: gauge("quickfire_redis_uptime_seconds", "Time since Redis was started", ["node"]),
});

const postgresServerMetrics = ({ gauge, counter }: Makers) => ({
  postgresUp: gauge("quickfire_postgres_up", "1 while Postgres answers the worker"),
  postgresSize: gauge("quickfire_postgres_size_bytes", "Size of the database"),
  postgresConnections: gauge("quickfire_postgres_connections", "Connections to the database, by what they do", ["state"]),
  postgresConnectionLimit: gauge("quickfire_postgres_connection_limit", "Connections that Postgres allows"),
  postgresSlowStatements: gauge("quickfire_postgres_slow_statements", "Statements that have been running for more than a second"),
  postgresLongestStatement: gauge("quickfire_postgres_longest_statement_seconds", "How long the oldest running statement has taken so far"),
  postgresReplicas: gauge("quickfire_postgres_replicas", "Replicas that are connected to Postgres"),
  postgresReplicationLag: gauge("quickfire_postgres_replication_lag_seconds", "How far the slowest replica is behind; 0 without replicas"),
  postgresTransactions: counter("quickfire_postgres_transactions_total", "Transactions of the database, by how they ended", ["outcome"]),
  postgresRows: counter("quickfire_postgres_rows_total", "Rows of the database, by what was done to them", ["operation"]),
  postgresBlocks: counter("quickfire_postgres_blocks_total", "Blocks that statements needed, by where they were found", ["place"]),
  postgresDeadlocks: counter("quickfire_postgres_deadlocks_total", "Transactions that waited for each other"),
});
