import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeOwnFolder } from "../checkout/checkout-dir.mjs";
import { findFreePort, isPortFree } from "../ports.mjs";

/**
 * The folder of one stack: its databases, logs, secrets, and the lock that keeps a second start out.
 *
 * @param {string} dir
 */
export function openDataFolder(dir) {
  makeOwnFolder(dir);
  const folder = { dir, logsDir: join(dir, "logs"), postgresDir: join(dir, "postgres"), redisDir: join(dir, "redis") };
  // The folder itself may be entered, as Postgres may run as another user; what is in it is nobody else's business.
  for (const path of [folder.logsDir, folder.redisDir]) mkdirSync(path, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Secrets are made once, so that sign-ins and tokens stay good over restarts; only the owner may read them.
 *
 * @param {string} dir
 * @returns {{ authSecret: string, postgresPassword: string }}
 */
export function loadSecrets(dir) {
  const file = join(dir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = { authSecret: randomBytes(32).toString("base64url"), postgresPassword: randomBytes(24).toString("base64url") };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/**
 * The ports of the embedded servers: kept over restarts as long as they are free.
 *
 * @param {string} dir
 * @returns {Promise<{ redis: number, postgres: number }>}
 */
export async function choosePorts(dir) {
  const file = join(dir, "ports.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  /** @param {unknown} port */
  const keepOrFind = async (port) => (typeof port === "number" && (await isPortFree(port)) ? port : findFreePort());
  const ports = { redis: await keepOrFind(kept.redis), postgres: await keepOrFind(kept.postgres) };
  writeFileSync(file, `${JSON.stringify(ports)}\n`);
  return ports;
}
