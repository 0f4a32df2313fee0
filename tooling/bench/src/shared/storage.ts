import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "@quickfire/launcher/ports";
import { findPostgres } from "@quickfire/launcher/postgres/postgres-binaries";
import { launchPostgres, postgresUrl } from "@quickfire/launcher/postgres/postgres-server";
import { findRedis } from "@quickfire/launcher/redis/find-redis";
import { launchRedis, redisUrl } from "@quickfire/launcher/redis/redis-server";
import { connectRedis, vouchForNothing } from "@quickfire/realtime";
import type { BenchContext } from "./program";
import { shards } from "./shards";

/** Servers of this run alone, with the settings of `npm start`, in a folder that is gone afterwards. */
function makeFolder(): string {
  const folder = mkdtempSync("/var/tmp/quickfire-bench-");
  // As root, Postgres runs as somebody else.
  chmodSync(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function startRedis({ guard, env, say, toolsDir }: BenchContext): Promise<string> {
  const port = await findFreePort();
  const redis = await findRedis({ guard, toolsDir, env, say });
  await launchRedis({ guard, redis, dir: join(makeFolder(), "redis"), port }).ready;
  const url = redisUrl({ port });
  const client = await connectRedis(url);
  // No game was ever in it, so it can have lost none; without a worker nobody else would say so.
  await vouchForNothing(client, shards);
  client.disconnect();
  return url;
}

export async function startPostgres({ guard }: BenchContext): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const cluster = { guard, isRoot, port: await findFreePort(), password: "bench", dataDir: join(makeFolder(), "postgres"), binariesDir: await findPostgres({ isRoot }), database: "quickfire" };
  const started = await launchPostgres(cluster);
  await started.ready;
  return postgresUrl(cluster);
}
