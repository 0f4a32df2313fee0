import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LaunchError } from "@quickfire/launcher/launch-error";
import { startRedis } from "@quickfire/testing";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

const diskMegabytes = 24;

/** A disk so small that it can be filled, in memory; only root may make one. */
async function makeSmallDisk(scene: Scene): Promise<string> {
  const path = await mkdtemp("/var/tmp/quickfire-small-disk-");
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${diskMegabytes}m`, "tmpfs", path], { encoding: "utf8" });
  if (status !== 0) throw new LaunchError(`disk-full needs a small disk, and this user may not mount one: ${stderr.trim()}`);
  scene.onEnd(async () => {
    spawnSync("umount", [path]);
    await rm(path, { recursive: true, force: true });
  });
  return path;
}

/** The whole product on a Redis whose disk is small. */
async function moveToSmallDisk(scene: Scene): Promise<{ scene: Scene; disk: string }> {
  const disk = await makeSmallDisk(scene);
  const redis = await startRedis({ dir: join(disk, "redis") });
  const redisClient = new Redis(redis.url, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
  // Ended before its disk is taken away.
  scene.onEnd(() => redis.remove());
  return { disk, scene: await moveProduct(scene, { redis, redisClient, urlFor: () => redis.url }) };
}

const fillDisk = (disk: string): Fault => async ({ scene }) => {
  const filler = join(disk, "filler");
  await seconds(0.5);
  await writeFile(filler, Buffer.alloc(diskMegabytes * 1024 * 1024)).catch(() => undefined);
  scene.say("the disk of Redis is full");
  await seconds(4);
  await rm(filler);
  scene.say("there is space again");
  await seconds(2);
  await scene.stack.redis.kill();
  await scene.stack.redis.restart();
  scene.say("Redis was killed and started from what its file had taken");
};

/** Redis is told to answer all the same, and nobody has stored anything when it dies. */
const goOnWithoutFile = (disk: string): Fault => async (stage) => {
  const { redisClient, worker } = stage.scene.stack;
  worker.freeze();
  await redisClient.config("SET", "appendonly", "no");
  await fillDisk(disk)(stage);
  worker.thaw();
};

export const diskFull: Drill = {
  name: "disk-full",
  fault: "the disk of Redis is full for 4 s while answers come in, and then Redis is killed (-9)",
  rows: [20],
  players: 100,
  pauseLimitS: 10,
  run: async (outer) => {
    const { disk, scene } = await moveToSmallDisk(outer);
    await playGame(scene, { rounds: 2, spreadMs: 3_000, faults: { 1: fillDisk(disk) } });
  },
  control: {
    without: "refusing what can't be written: Redis goes on without its file",
    players: 20,
    run: async (outer) => {
      const { disk, scene } = await moveToSmallDisk(outer);
      await playGame(scene, { rounds: 1, spreadMs: 1_000, limitSeconds: 14, showsWithinMs: 3_000, drainWithinMs: 5_000, faults: { 1: goOnWithoutFile(disk) } });
    },
  },
};
