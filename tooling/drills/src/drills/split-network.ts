import { type ReplicatedRedis, sentinelName, startReplicatedRedis, waitFor } from "@quickfire/testing";
import { type FaultProxy, startFaultProxy } from "@quickfire/testing/network";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Between one node and Redis, and nothing else. */
async function standBeforeNode(scene: Scene): Promise<FaultProxy> {
  const proxy = await startFaultProxy({ target: { port: scene.stack.redis.port }, seed: scene.seed });
  scene.onEnd(() => proxy.close());
  await scene.stack.nodes[0]?.restartWith({ REDIS_URL: proxy.through(scene.stack.redis.url) });
  return proxy;
}

/** Whoever is on the other node must not notice any of it. */
const watchingTheOthers = (fault: Fault): Fault => async (stage) => {
  const { scene, crowd, round } = stage;
  const others = crowd.on("ws-2");
  const breaksBefore = others.map(({ breaks }) => breaks.length);
  await fault(stage);
  const slowest = others.flatMap(({ answers }) => answers.filter((answer) => answer.round === round)).reduce((longest, { waitedMs }) => Math.max(longest, waitedMs), 0);
  const disturbed = others.filter(({ breaks }, index) => breaks.length !== breaksBefore[index]).length;
  scene.expect(disturbed === 0 && slowest < 1_500, `players on the other node saw nothing (${disturbed} lost their connection, the slowest answer took ${slowest.toFixed(0)} ms)`);
};

/** What was sent meanwhile arrives afterwards, as TCP has it: also what its sender has given up long ago. */
const holdUp = (proxy: FaultProxy): Fault => async ({ scene, crowd }) => {
  await seconds(0.5);
  proxy.pause();
  scene.say(`nothing passes between ws-1 and Redis for 4 s, with ${crowd.on("ws-1").length} players on it`);
  await seconds(4);
  proxy.resume();
};

/** Its connections are dead and nobody says so, as behind a firewall that has forgotten them; new ones would pass. */
const forget = (proxy: FaultProxy): Fault => async ({ scene, crowd }) => {
  await seconds(0.5);
  proxy.halfOpen();
  scene.say(`the connections of ws-1 to Redis are dead without a word, with ${crowd.on("ws-1").length} players on it`);
  await seconds(4);
};

/** For everything that the node asks of Redis. */
const slowDown = (proxy: FaultProxy): Fault => async ({ scene }) => {
  proxy.set("up", { delayMs: 200 });
  scene.say("Redis is 200 ms away from ws-1");
  await seconds(3);
  proxy.heal();
};

export const nodeCutOff: Drill = {
  name: "node-cut-off",
  fault: "a node and Redis hear nothing of each other for 4 s, then its connections to Redis go dead without a word, then Redis is 200 ms away",
  rows: [14, 31],
  players: 100,
  pauseLimitS: 10,
  run: async (scene) => {
    const proxy = await standBeforeNode(scene);
    const faults = { 1: watchingTheOthers(holdUp(proxy)), 2: watchingTheOthers(forget(proxy)), 3: watchingTheOthers(slowDown(proxy)) };
    await playGame(scene, { rounds: 3, faults });
  },
  control: {
    without: "sending again what was answered with BUSY",
    players: 40,
    run: async (scene) => {
      const proxy = await standBeforeNode(scene);
      await playGame(scene, { rounds: 1, habits: { retries: false }, faults: { 1: holdUp(proxy) } });
    },
  },
};

/** The user of Redis by whose name the door knows the one node that still reaches the primary. */
const lonely = "lonely";

type Divided = { scene: Scene; redis: ReplicatedRedis; door: FaultProxy };

/** Three Redis with a door before the primary, and the whole product on them. */
async function divide(outer: Scene, urlOfLonelyNode: (redis: ReplicatedRedis) => string): Promise<Divided> {
  const doors: FaultProxy[] = [];
  const redis = await startReplicatedRedis({
    async door(port) {
      const door = await startFaultProxy({ target: { port }, seed: outer.seed, affects: (opening) => !opening.includes(lonely) });
      doors.push(door);
      return door.port;
    },
  });
  const [door] = doors;
  if (!door) throw new Error("there is no door");
  outer.onEnd(async () => {
    await door.close();
    await redis.remove();
  });
  for (const { url } of [redis.primary, ...redis.replicas]) await allowLonely(url);
  const sentinels = redis.url.split(",").map((each) => ({ host: new URL(each).hostname, port: Number(new URL(each).port) }));
  const redisClient = new Redis({ sentinels, name: sentinelName, failoverDetector: true, maxRetriesPerRequest: null, retryStrategy: () => 100 });
  const scene = await moveProduct(outer, { redis: redis.primary, redisClient, urlFor: ({ name }) => (name === "ws-1" ? urlOfLonelyNode(redis) : redis.url) });
  return { scene, redis, door };
}

/** Nobody refuses what it takes alone (min-replicas-to-write), so that waiting for a replica is the one protection. */
async function allowLonely(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.acl("SETUSER", lonely, "on", "nopass", "~*", "&*", "+@all");
  await redis.config("SET", "min-replicas-to-write", "0");
  redis.disconnect();
}

const besideSentinels = ({ url }: ReplicatedRedis): string => url.replaceAll("sentinel://", `sentinel://${lonely}:any@`);
const straight = ({ primary }: ReplicatedRedis): string => primary.url.replace("redis://", `redis://${lonely}:any@`);

const splitOff = ({ redis, door }: Divided): Fault => async ({ scene, crowd }) => {
  await seconds(0.5);
  door.pause();
  const splitAt = performance.now();
  scene.say(`the primary is cut off from its replicas, from the Sentinels and from all but ws-1, with ${crowd.on("ws-1").length} players on it`);
  await waitFor(async () => (await redis.primaryPort()) !== redis.knownPort, { timeoutMs: 20_000, what: "another primary" });
  scene.say(`a replica is the primary ${((performance.now() - splitAt) / 1_000).toFixed(1)} s later, and the old one does not know`);
};

/** It learns that it has been replaced, and what it alone had is gone. */
const comeTogether = ({ door, redis }: Divided): Fault => async ({ scene }) => {
  door.reset();
  door.heal();
  const primary = new Redis(redis.primary.url);
  scene.onEnd(() => primary.disconnect());
  await waitFor(async () => String(await primary.role()).startsWith("slave"), { timeoutMs: 30_000, what: "an old primary that follows" });
  scene.say("the network is whole again, and the old primary follows the new one");
};

export const primaryCutOff: Drill = {
  name: "primary-cut-off",
  fault: "the primary of three Redis is cut off from the others in mid-question and still reached by one node, while Sentinel puts a replica in its place",
  rows: [14],
  players: 100,
  pauseLimitS: 15,
  run: async (outer) => {
    const at = await divide(outer, besideSentinels);
    await playGame(at.scene, { rounds: 2, spreadMs: 3_000, faults: { 1: splitOff(at), 2: comeTogether(at) } });
  },
  control: {
    without: "waiting for a replica before an answer is acknowledged: the node that still reaches it knows of no replicas",
    players: 40,
    run: async (outer) => {
      const at = await divide(outer, straight);
      const both: Fault = async (stage) => {
        await splitOff(at)(stage);
        await comeTogether(at)(stage);
      };
      await playGame(at.scene, { rounds: 1, spreadMs: 3_000, limitSeconds: 25, showsWithinMs: 6_000, drainWithinMs: 8_000, faults: { 1: both } });
    },
  },
};
