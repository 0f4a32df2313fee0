import { findPostgres } from "../postgres/postgres-binaries.mjs";
import { launchPostgres, postgresUrl } from "../postgres/postgres-server.mjs";
import { supervise } from "../processes/supervisor.mjs";
import { findRedis } from "../redis/find-redis.mjs";
import { launchRedis, redisUrl } from "../redis/redis-server.mjs";
import { openChildLog } from "./child-log.mjs";

/**
 * Starts the embedded servers that the environment does not replace.
 *
 * @param {object} options
 * @param {import("../processes/process-guard.mjs").ProcessGuard} options.guard
 * @param {ReturnType<typeof import("./data-folder.mjs").openDataFolder>} options.folder
 * @param {string} options.toolsDir
 * @param {{ redis: number, postgres: number }} options.ports
 * @param {string} options.postgresPassword
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(line: string) => void} options.say
 * @returns {Promise<{ redisUrl: string, databaseUrl: string, supervised: import("../processes/supervisor.mjs").Supervised[] }>}
 */
export async function startStorage({ guard, folder, toolsDir, ports, postgresPassword, env, say }) {
  const supervised = [];
  if (!env.REDIS_URL) supervised.push(await startRedis({ guard, folder, toolsDir, port: ports.redis, env, say }));
  if (!env.DATABASE_URL) supervised.push(await startPostgres({ guard, folder, port: ports.postgres, password: postgresPassword, say }));
  await Promise.all(supervised.map(({ ready }) => ready));
  return {
    redisUrl: env.REDIS_URL || redisUrl({ port: ports.redis }),
    databaseUrl: env.DATABASE_URL || postgresUrl({ port: ports.postgres, password: postgresPassword, database: "quickfire" }),
    supervised,
  };
}

/**
 * @param {Pick<Parameters<typeof startStorage>[0], "guard" | "folder" | "toolsDir" | "env" | "say"> & { port: number }} options
 */
async function startRedis({ guard, folder, toolsDir, port, env, say }) {
  const redis = await findRedis({ guard, toolsDir, env, say });
  const log = openChildLog({ name: "redis", logsDir: folder.logsDir });
  return supervise({
    name: "Redis",
    say,
    start: () => {
      const started = launchRedis({ guard, redis, dir: folder.redisDir, port });
      log.attach(started.child);
      return started;
    },
  });
}

/**
 * @param {Pick<Parameters<typeof startStorage>[0], "guard" | "folder" | "say"> & { port: number, password: string }} options
 */
async function startPostgres({ guard, folder, port, password, say }) {
  const isRoot = process.getuid?.() === 0;
  const binariesDir = await findPostgres({ isRoot });
  const log = openChildLog({ name: "postgres", logsDir: folder.logsDir });
  return supervise({
    name: "Postgres",
    say,
    start: async () => {
      const started = await launchPostgres({ guard, binariesDir, dataDir: folder.postgresDir, port, password, isRoot, database: "quickfire" });
      log.attach(started.child);
      return started;
    },
  });
}
