import { join } from "node:path";
import { findToolsDir } from "@quickfire/launcher/checkout/checkout-dir";
import { findFreePort } from "@quickfire/launcher/ports";
import { createProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { findRedis } from "@quickfire/launcher/redis/find-redis";
import { launchRedis, redisUrl } from "@quickfire/launcher/redis/redis-server";
import { runUnderTest, type ProcessUnderTest } from "./process-under-test";
import { makeTemporaryFolder } from "./temporary-folder";

export type RedisUnderTest = ProcessUnderTest & {
  url: string;
  port: number;
  dir: string;
  /** Stops it and removes what it wrote. */
  remove: () => Promise<void>;
};

/** A Redis of one's own, for tests that kill it or need to be alone in it. */
export async function startRedis(options: { port?: number; dir?: string; appendonly?: boolean; settings?: Readonly<Record<string, string>> } = {}): Promise<RedisUnderTest> {
  const guard = createProcessGuard();
  const folder = options.dir === undefined ? await makeTemporaryFolder() : null;
  const dir = options.dir ?? join(folder?.path ?? "", "redis");
  const port = options.port ?? (await findFreePort());
  const redis = await findRedis({ guard, toolsDir: findToolsDir() });
  const appendonly = options.appendonly ?? true;
  const server = await runUnderTest(async () => launchRedis({ guard, redis, dir, port, appendonly, settings: options.settings }), "SIGTERM");
  return {
    ...server,
    url: redisUrl({ port }),
    port,
    dir,
    remove: async () => {
      await server.stop();
      guard.close();
      await folder?.remove();
    },
  };
}
