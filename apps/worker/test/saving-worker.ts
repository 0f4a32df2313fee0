import { randomUUID } from "node:crypto";
import type { Database } from "@quickfire/db";
import { connectRedis, createLogReader, createRecovery } from "@quickfire/realtime";
import { createLogger, createMetrics, type Tracing } from "@quickfire/telemetry";
import { createLogSaver } from "../src/log/save-log";
import { createGameVerifier } from "../src/log/verify-ended-games";
import { createRedisGuard } from "../src/recovery/guard-redis";
import { type LiveEdge, shards } from "./live-game";

/** A worker in this process: it saves the log and guards Redis until it is stopped. */
export async function startWorker({ edge, database, redisUrl, name, tracing }: { edge: LiveEdge; database: Database; redisUrl: string; name: string; tracing?: Tracing }) {
  const stopping = new AbortController();
  const blocking = await connectRedis(redisUrl, { role: "blocking" });
  const { redis, clock } = edge;
  const { sql } = database;
  const reader = createLogReader({ blocking, redis, shards, consumer: name });
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({ service: "worker", level: "info", destination: { write: (line: string) => void lines.push(JSON.parse(line)) } });
  const metrics = createMetrics({ service: "worker", nodeDefaults: false });
  const recovery = createRecovery({ redis, clock, shards });
  const guard = createRedisGuard({ sql, recovery, region: "", holder: name, logger, metrics, newId: randomUUID });
  const saver = createLogSaver({ reader, sql, verifier: createGameVerifier({ sql, logger, metrics }), guard, logger, metrics, tracing });
  const running = saver.run(stopping.signal);
  return {
    recovery,
    lines,
    stop: async () => {
      stopping.abort();
      await running;
      blocking.disconnect();
    },
  };
}
