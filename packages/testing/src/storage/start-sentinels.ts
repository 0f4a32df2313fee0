import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findToolsDir } from "@quickfire/launcher/checkout/checkout-dir";
import { findFreePort } from "@quickfire/launcher/ports";
import { createProcessGuard } from "@quickfire/launcher/processes/process-guard";
import { untilReady } from "@quickfire/launcher/processes/until-ready";
import { findRedis } from "@quickfire/launcher/redis/find-redis";
import { makeTemporaryFolder } from "./temporary-folder";

/** What the Sentinels of tests call the Redis that they watch. */
export const sentinelName = "quickfire";

const downAfterMs = 2_000;

export type SentinelsUnderTest = { url: string; ports: readonly number[]; remove: () => Promise<void> };

/** Sentinels that watch a Redis, and make a replica of it the primary where most of them find it gone. */
export async function startSentinels({ primaryPort, count }: { primaryPort: number; count: number }): Promise<SentinelsUnderTest> {
  const guard = createProcessGuard();
  const folder = await makeTemporaryFolder();
  const redis = await findRedis({ guard, toolsDir: findToolsDir() });

  async function startOne(number: number) {
    const [dir, port] = [join(folder.path, `sentinel-${number}`), await findFreePort()];
    await mkdir(dir);
    const path = join(dir, "sentinel.conf");
    const lines = [
      "bind 127.0.0.1", `port ${port}`, `dir ${dir}`,
      `sentinel monitor ${sentinelName} 127.0.0.1 ${primaryPort} ${Math.floor(count / 2) + 1}`,
      `sentinel down-after-milliseconds ${sentinelName} ${downAfterMs}`, `sentinel failover-timeout ${sentinelName} 10000`,
    ];
    await writeFile(path, `${lines.join("\n")}\n`);
    const child = guard.spawn(redis.command, [...redis.args({ dir }), path, "--sentinel"], { env: { ...process.env, ...redis.env }, stopsLast: true });
    await untilReady(child, { name: "Sentinel", isReady: (line) => line.includes("+monitor master") });
    return { child, port };
  }

  const started = await Promise.all(Array.from({ length: count }, (_, index) => startOne(index + 1)));
  const ports = started.map(({ port }) => port);
  return {
    ports,
    url: ports.map((port) => `sentinel://127.0.0.1:${port}/${sentinelName}`).join(","),
    async remove() {
      await Promise.all(started.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, "exit");
        child.kill("SIGKILL");
        await gone;
      }));
      guard.close();
      await folder.remove();
    },
  };
}
