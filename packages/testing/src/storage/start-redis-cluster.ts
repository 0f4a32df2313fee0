import { findFreePort } from "@quickfire/launcher/ports";
import { z } from "zod";
import { waitFor } from "../wait-for";
import { askOnce } from "./ask-once";
import { type RedisUnderTest, startRedis } from "./start-redis";

/** One primary of the cluster, and the replica that would take its place. */
export type ClusterPair = { primary: RedisUnderTest; replica: RedisUnderTest };

export type RedisCluster = {
  /** Of all nodes, as `REDIS_URL` has it. */
  url: string;
  /** As they were at the start. */
  pairs: readonly ClusterPair[];
  /** The node that serves a key now, as the others see it. */
  servesNow: (key: string) => Promise<RedisUnderTest | undefined>;
  remove: () => Promise<void>;
};

const slots = 16_384;

const settingsOf = (busPort: number) => ({
  "cluster-enabled": "yes", "cluster-port": String(busPort), "cluster-announce-ip": "127.0.0.1", "cluster-node-timeout": "2000",
  // A replica that was kept from its primary for a while may take its place all the same: that is what is tested.
  "cluster-replica-validity-factor": "0", "cluster-allow-replica-migration": "no", "repl-diskless-sync-delay": "0",
  // A replica counts for the others only once something was written to it.
  "repl-ping-replica-period": "1",
});

const slotRangesSchema = z.array(z.tuple([z.number(), z.number(), z.tuple([z.string(), z.number()]).rest(z.unknown())]).rest(z.unknown()));

/** A Redis Cluster of so many primaries, each with a replica. */
export async function startRedisCluster({ primaries }: { primaries: number }): Promise<RedisCluster> {
  const nodes = await Promise.all(Array.from({ length: primaries * 2 }, startNode));
  const pairs = nodes.slice(0, primaries).map((primary, index): ClusterPair => ({ primary, replica: nodes[primaries + index] ?? primary }));
  const [first] = nodes;
  if (!first) throw new RangeError("a cluster has at least one primary");
  for (const node of nodes.slice(1)) await askOnce(first.port, (redis) => redis.call("CLUSTER", "MEET", "127.0.0.1", node.port, node.busPort));
  for (const [index, { primary }] of pairs.entries()) {
    const [from, to] = [index, index + 1].map((place) => Math.floor((place * slots) / primaries));
    await askOnce(primary.port, (redis) => redis.cluster("ADDSLOTSRANGE", from ?? 0, (to ?? slots) - 1));
  }
  for (const { primary, replica } of pairs) {
    const id = String(await askOnce(primary.port, (redis) => redis.call("CLUSTER", "MYID")));
    const follow = () => askOnce(replica.port, (redis) => redis.call("CLUSTER", "REPLICATE", id)).then(() => true, () => false);
    await waitFor(follow, { timeoutMs: 15_000, everyMs: 100, what: "a replica that knows its primary" });
  }
  await waitFor(async () => (await Promise.all(nodes.map(seesAll))).every(Boolean), { timeoutMs: 30_000, everyMs: 200, what: "a cluster that is complete" });

  async function seesAll({ port }: RedisUnderTest): Promise<boolean> {
    const facts = String(await askOnce(port, (redis) => redis.call("CLUSTER", "INFO")));
    const ranges = await askOnce(port, (redis) => redis.call("CLUSTER", "SLOTS"));
    // Each range with its bounds, its primary and its replica.
    return facts.includes("cluster_state:ok") && Array.isArray(ranges) && ranges.length === primaries && ranges.every((range) => Array.isArray(range) && range.length === 4);
  }

  async function askedOf({ port }: RedisUnderTest, key: string): Promise<RedisUnderTest | undefined> {
    const slot = Number(await askOnce(port, (redis) => redis.call("CLUSTER", "KEYSLOT", key), 1_000));
    const ranges = slotRangesSchema.parse(await askOnce(port, (redis) => redis.call("CLUSTER", "SLOTS"), 1_000));
    const served = ranges.find(([from, to]) => from <= slot && slot <= to)?.[2][1];
    return nodes.find((node) => node.port === served);
  }

  return {
    url: nodes.map(({ url }) => url).join(","),
    pairs,
    async servesNow(key) {
      const answers = await Promise.allSettled(nodes.map((node) => askedOf(node, key)));
      const seen = answers.flatMap((answer) => (answer.status === "fulfilled" && answer.value ? [answer.value] : []));
      // Who has not heard of a failover yet still names the old one.
      return seen.toSorted((a, b) => seen.filter((node) => node === b).length - seen.filter((node) => node === a).length)[0];
    },
    async remove() {
      for (const node of nodes) {
        node.thaw();
        await node.remove();
      }
    },
  };
}

async function startNode(): Promise<RedisUnderTest & { busPort: number }> {
  const busPort = await findFreePort();
  return { ...(await startRedis({ settings: settingsOf(busPort) })), busPort };
}
