import { type ReplicatedRedis, sentinelName, startReplicatedRedis, waitFor } from "@quickfire/testing";
import { startFaultProxy } from "@quickfire/testing/network";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

type Replicated = { scene: Scene; redis: ReplicatedRedis };

/** The whole product on a Redis with replicas; `urlFor` says how its processes reach it. */
async function moveToReplicated(scene: Scene, urlFor: (redis: ReplicatedRedis) => Promise<string>): Promise<Replicated> {
  const redis = await startReplicatedRedis();
  scene.onEnd(() => redis.remove());
  const url = await urlFor(redis);
  const sentinels = redis.url.split(",").map((each) => ({ host: new URL(each).hostname, port: Number(new URL(each).port) }));
  const redisClient = new Redis({ sentinels, name: sentinelName, maxRetriesPerRequest: null, retryStrategy: () => 100 });
  return { redis, scene: await moveProduct(scene, { redis: redis.primary, redisClient, urlFor: () => url }) };
}

/**
 * The replicas lose the primary while answers come in, and it dies before they are back: what it had taken meanwhile is nowhere else. It
 * does not refuse what it takes alone (min-replicas-to-write), so that waiting for a replica is the one protection.
 */
const killPrimary = ({ redis }: Replicated): Fault => async ({ scene }) => {
  await seconds(0.5);
  await scene.stack.redisClient.config("SET", "min-replicas-to-write", "0");
  for (const replica of redis.replicas) replica.freeze();
  // What was on its way to them would be read, and counted, when they go on.
  await scene.stack.redisClient.call("CLIENT", "KILL", "TYPE", "replica");
  await seconds(0.8);
  await redis.primary.kill();
  const killedAt = performance.now();
  for (const replica of redis.replicas) replica.thaw();
  scene.say("the primary was killed, after it had gone on alone for 0.8 s");
  await waitFor(async () => (await redis.primaryPort()) !== redis.primary.port, { timeoutMs: 20_000, what: "another primary" });
  scene.say(`one of them is the primary ${((performance.now() - killedAt) / 1_000).toFixed(1)} s later`);
};

/** The one that died is back, and has to follow now: Redis stays as it is, also where it believed to be the primary. */
const bringBack = ({ redis }: Replicated): Fault => async ({ scene }) => {
  await redis.primary.restart();
  scene.say("the old primary is back");
};

/** By an address that follows the primary, so that no process knows of replicas; and nothing is stored before it dies. */
async function acknowledgeAtOnce(outer: Scene): Promise<void> {
  const target = { port: 0 };
  const at = await moveToReplicated(outer, async ({ primary }) => {
    target.port = primary.port;
    const proxy = await startFaultProxy({ target, seed: outer.seed });
    outer.onEnd(() => proxy.close());
    return `redis://127.0.0.1:${proxy.port}`;
  });
  const failOver: Fault = async (stage) => {
    at.scene.stack.worker.freeze();
    await killPrimary(at)(stage);
    target.port = await at.redis.primaryPort();
    at.scene.stack.worker.thaw();
  };
  await playGame(at.scene, { rounds: 1, spreadMs: 1_500, limitSeconds: 20, showsWithinMs: 6_000, drainWithinMs: 8_000, faults: { 1: failOver } });
}

export const failover: Drill = {
  name: "failover",
  fault: "the primary of three Redis is killed (-9) in mid-question, ahead of its replicas, and Sentinel puts one of them in its place",
  rows: [14, 15],
  players: 100,
  pauseLimitS: 15,
  run: async (outer) => {
    const at = await moveToReplicated(outer, async ({ url }) => url);
    await playGame(at.scene, { rounds: 2, spreadMs: 3_000, faults: { 1: killPrimary(at), 2: bringBack(at) } });
  },
  control: {
    without: "waiting for a replica before an answer is acknowledged",
    players: 40,
    run: acknowledgeAtOnce,
  },
};
