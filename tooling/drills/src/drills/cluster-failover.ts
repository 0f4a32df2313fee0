import { gameIdSchema } from "@quickfire/engine";
import { gameKeys } from "@quickfire/realtime";
import { type ClusterPair, type RedisCluster, startRedisCluster, waitFor } from "@quickfire/testing";
import { Cluster, Redis } from "ioredis";
import type { Drill } from "../drill";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

type Clustered = { scene: Scene; cluster: RedisCluster };

/** The whole product on a cluster of three primaries, each with a replica; `beforehand` happens before any process knows of it. */
async function moveToCluster(outer: Scene, beforehand: (cluster: RedisCluster) => Promise<unknown> = async () => undefined): Promise<Clustered> {
  const cluster = await startRedisCluster({ primaries: 3 });
  outer.onEnd(() => cluster.remove());
  await beforehand(cluster);
  const redisClient = new Cluster(cluster.pairs.map(({ primary }) => primary.url), { clusterRetryStrategy: () => 100 });
  const [first] = cluster.pairs;
  const scene = await moveProduct(outer, { redis: first?.primary ?? outer.stack.redis, redisClient, urlFor: () => cluster.url });
  return { scene, cluster };
}

/** What was on its way to the replica would be read, and counted, when it goes on. */
async function cutReplicaOff({ primary, replica }: ClusterPair): Promise<void> {
  replica.freeze();
  const redis = new Redis(primary.url);
  await redis.call("CLIENT", "KILL", "TYPE", "replica");
  redis.disconnect();
}

/** The primary that has the game is alone for a moment while answers come in, dies, and is started again as its supervisor would. */
const killPrimaryOfGame = ({ cluster }: Clustered): Fault => async ({ scene, host }) => {
  const key = gameKeys(gameIdSchema.parse(host.gameId), scene.stack.shards).game;
  await seconds(0.5);
  const serving = await cluster.servesNow(key);
  const pair = cluster.pairs.find(({ primary }) => primary.port === serving?.port);
  if (!pair) throw new Error("the game's primary is none of those that were primaries at the start");
  await cutReplicaOff(pair);
  await seconds(0.8);
  await pair.primary.kill();
  const killedAt = performance.now();
  pair.replica.thaw();
  scene.say("the primary that has the game was killed, after it had gone on alone for 0.8 s");
  await waitFor(async () => (await cluster.servesNow(key))?.port === pair.replica.port, { timeoutMs: 20_000, everyMs: 100, what: "another primary" });
  scene.say(`its replica has its place ${((performance.now() - killedAt) / 1_000).toFixed(1)} s later`);
  await pair.primary.restart();
  scene.say("the old primary is back, and follows");
};

/** Who connects while no replica counts as there has nobody to wait for. Nothing is stored before the primary dies. */
async function acknowledgeAlone(outer: Scene): Promise<void> {
  const at = await moveToCluster(outer, async (cluster) => {
    for (const pair of cluster.pairs) await cutReplicaOff(pair);
    const isGivenUp = async ({ primary }: ClusterPair) => {
      const redis = new Redis(primary.url);
      const ranges = await redis.call("CLUSTER", "SLOTS");
      redis.disconnect();
      return Array.isArray(ranges) && ranges.every((range) => Array.isArray(range) && range.length === 3);
    };
    await waitFor(async () => (await Promise.all(cluster.pairs.map(isGivenUp))).every(Boolean), { timeoutMs: 20_000, everyMs: 200, what: "a cluster without replicas" });
  });
  const kill = killPrimaryOfGame(at);
  await playGame(at.scene, {
    rounds: 1, spreadMs: 1_500, limitSeconds: 20, showsWithinMs: 6_000, drainWithinMs: 8_000,
    faults: {
      1: async (stage) => {
        at.scene.stack.worker.freeze();
        await kill(stage);
        at.scene.stack.worker.thaw();
      },
    },
  });
}

export const clusterFailover: Drill = {
  name: "cluster-failover",
  fault: "of a cluster of three primaries the one that has the game is killed (-9) in mid-question, ahead of its replica, which takes its place",
  rows: [14, 15],
  players: 100,
  pauseLimitS: 15,
  run: async (outer) => {
    const at = await moveToCluster(outer);
    await playGame(at.scene, { rounds: 2, spreadMs: 3_000, faults: { 1: killPrimaryOfGame(at) } });
  },
  control: {
    without: "waiting for a replica before an answer is acknowledged",
    players: 40,
    run: acknowledgeAlone,
  },
};
