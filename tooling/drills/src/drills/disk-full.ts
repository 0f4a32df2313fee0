import { join } from "node:path";
import { startRedis } from "@quickfire/testing";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { makeSmallDisk, type SmallDisk } from "../stage/small-disk";
import { seconds } from "./wait";

/** The whole product on a Redis whose disk is small. */
async function moveToSmallDisk(scene: Scene): Promise<{ scene: Scene; disk: SmallDisk }> {
  const disk = await makeSmallDisk(scene, { megabytes: 24 });
  const redis = await startRedis({ dir: join(disk.path, "redis") });
  const redisClient = new Redis(redis.url, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
  // Ended before its disk is taken away.
  scene.onEnd(() => redis.remove());
  return { disk, scene: await moveProduct(scene, { redis, redisClient, urlFor: () => redis.url }) };
}

const fillDisk = (disk: SmallDisk): Fault => async ({ scene }) => {
  await seconds(0.5);
  await disk.fill();
  scene.say("the disk of Redis is full");
  await seconds(4);
  await disk.free();
  scene.say("there is space again");
  await seconds(2);
  await scene.stack.redis.kill();
  await scene.stack.redis.restart();
  scene.say("Redis was killed and started from what its file had taken");
};

/** Redis is told to answer all the same, and nobody has stored anything when it dies. */
const goOnWithoutFile = (disk: SmallDisk): Fault => async (stage) => {
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
