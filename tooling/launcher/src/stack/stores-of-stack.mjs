import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "../launch-error.mjs";
import { postgresUrl } from "../postgres/postgres-server.mjs";
import { redisUrl } from "../redis/redis-server.mjs";
import { loadSecrets } from "./data-folder.mjs";

/** @typedef {"DATABASE_URL" | "REDIS_URL"} StoreVariable */

/**
 * Where the stores of a stack are that somebody has started: those that the environment names, and of the others the embedded ones.
 *
 * @param {string} dataDir
 * @param {{ env: NodeJS.ProcessEnv, needs: readonly StoreVariable[] }} options
 * @returns {Partial<Record<StoreVariable, string>>}
 */
export function storesOfStack(dataDir, { env, needs }) {
  const missing = needs.filter((name) => !env[name]);
  if (missing.length === 0) return {};
  const file = join(dataDir, "ports.json");
  if (!existsSync(file)) throw new LaunchError(`There is no stack in ${dataDir}: name it by --port-base or --data, or set ${missing.join(" and ")}.`);
  /** @type {{ redis: number, postgres: number }} */
  const ports = JSON.parse(readFileSync(file, "utf8"));
  const embedded = {
    DATABASE_URL: postgresUrl({ port: ports.postgres, password: loadSecrets(dataDir).postgresPassword, database: "quickfire" }),
    REDIS_URL: redisUrl({ port: ports.redis }),
  };
  return Object.fromEntries(missing.map((name) => [name, embedded[name]]));
}
