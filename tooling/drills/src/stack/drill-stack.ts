import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findHome } from "@quickfire/launcher/checkout/checkout-dir";
import { findFreeBase } from "@quickfire/launcher/ports";
import type { ProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { balancer, builtPrograms, prepareDatabase } from "@quickfire/launcher/stack/product";
import { createProductEnv } from "@quickfire/launcher/stack/product-env";
import { ownHost, planStack } from "@quickfire/launcher/stack/stack-plan";
import type { RedisClient } from "@quickfire/realtime";
import { type PostgresUnderTest, type ProcessUnderTest, type RedisUnderTest, startPostgres, startRedis } from "@quickfire/testing";
import { Redis } from "ioredis";
import postgres from "postgres";
import { type ManagedProcess, startManagedProcess } from "./managed-process";

/** The whole product as processes, each of which a drill may kill, and the drill's own ways into the storage. */
export type DrillStack = {
  webUrl: string;
  wsUrl: string;
  /** One node's sockets, past the balancer. */
  nodeUrls: readonly string[];
  nodes: readonly ManagedProcess[];
  worker: ManagedProcess;
  web: ManagedProcess;
  redis: RedisUnderTest;
  postgres: PostgresUnderTest;
  /** For looking and for breaking; they come back by themselves. */
  redisClient: RedisClient;
  sql: postgres.Sql;
  shards: number;
  /** Tables and demo content in another Postgres, so that the product can be moved there. */
  prepare: (database: PostgresUnderTest) => Promise<void>;
  /** Everything runs, unbroken and as it was at first. */
  mend: () => Promise<void>;
  stop: () => Promise<void>;
};

export type DrillStackOptions = { guard: ProcessGuard; nodeCount?: number; portBase?: number | null; dir: string; say: (line: string) => void };

const shards = 16;
const authSecret = "the secret of a stack that lives for one drill";

/** Redis with its file on, Postgres with its flushes, web, worker, some ws-servers and the balancer, from the launcher's own parts. */
export async function startDrillStack({ guard, nodeCount = 2, portBase = null, dir, say }: DrillStackOptions): Promise<DrillStack> {
  const startedAt = performance.now();
  const base = portBase ?? (await findFreeBase());
  const plan = planStack({
    options: { nodes: nodeCount, portBase: base, data: dir, empty: false, lan: false, demo: true },
    env: {}, home: findHome(), lanAddress: null,
  });
  const logsDir = join(dir, "logs");
  await mkdir(logsDir, { recursive: true });
  const [redis, database] = await Promise.all([startRedis({ settings: { "aof-use-rdb-preamble": "no" } }), startPostgres({ durable: true })]);

  const storage = { redisUrl: redis.url, databaseUrl: database.url };
  // Sockets stay open through whatever a drill does, so nothing of the outer environment may change what is tested.
  const outer = { PATH: process.env.PATH, HOME: process.env.HOME, SHARDS: String(shards), LIMIT_SIGN_IN: "1000", LIMIT_API: "1000000" };
  const env = createProductEnv({ plan, env: outer, storage, authSecret, mode: "production" });
  const programs = builtPrograms();
  const prepare = ({ url }: PostgresUnderTest) => prepareDatabase({ guard, programs, env: { ...env.worker, DATABASE_URL: url }, logsDir, seedsDemo: true });
  await prepare(database);
  const run = (name: string, options: { program: typeof programs.web; env: NodeJS.ProcessEnv; port: number }) =>
    startManagedProcess({ guard, name, program: options.program, env: options.env, opsUrl: `http://${ownHost}:${options.port}`, logsDir });
  const [nodes, worker, web] = await Promise.all([
    Promise.all(plan.nodes.map((node) => run(node.name, { program: programs.node, env: env.node(node), port: node.opsPort }))),
    run("worker", { program: programs.worker, env: env.worker, port: plan.workerOpsPort }),
    run("web", { program: programs.web, env: env.web, port: plan.webPort }),
    run("balancer", { program: balancer, env: env.balancer, port: plan.wsPort }),
  ]);

  const redisClient = new Redis(redis.url, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
  redisClient.on("error", () => undefined);
  const sql = openSql(database);
  say(`the stack runs: web ${plan.webUrl}, ${nodeCount} ws-servers at ${plan.wsUrl}, in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);

  const processes = [...nodes, worker, web];
  return {
    webUrl: `http://${ownHost}:${plan.webPort}`,
    wsUrl: `ws://${ownHost}:${plan.wsPort}`,
    nodeUrls: plan.nodes.map(({ wsPort }) => `ws://${ownHost}:${wsPort}`),
    nodes, worker, web, redis, postgres: database, redisClient, sql, shards, prepare,
    async mend() {
      for (const each of [...processes, redis, database]) each.thaw();
      await Promise.all([unlessAnswers(redisClient.ping(), redis), unlessAnswers(sql`select 1`, database)]);
      await Promise.all(processes.map((each) => (each.isChanged() ? each.asItWas() : each.isRunning() ? undefined : each.restart())));
    },
    async stop() {
      redisClient.disconnect();
      await sql.end({ timeout: 1 });
      await guard.stopAll();
      await Promise.all([redis.remove(), database.remove()]);
    },
  };
}

/** For looking and for breaking. */
export const openSql = ({ url }: PostgresUnderTest): postgres.Sql => postgres(url, { max: 4, onnotice: () => undefined, connect_timeout: 5 });

/** What a drill left dead is started again. */
async function unlessAnswers(question: Promise<unknown>, server: Pick<ProcessUnderTest, "restart">): Promise<void> {
  const isThere = await Promise.race([question.then(() => true, () => false), pause(3_000, false)]);
  if (!isThere) await server.restart();
}
