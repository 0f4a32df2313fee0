import { Redis } from "ioredis";
import { waitFor } from "../wait-for";
import { type RedisUnderTest, startRedis } from "./start-redis";
import { sentinelName, startSentinels } from "./start-sentinels";

export type ReplicatedRedis = {
  /** Of the three Sentinels. */
  url: string;
  primary: RedisUnderTest;
  replicas: readonly RedisUnderTest[];
  /** The port of the one that the Sentinels call primary now. */
  primaryPort: () => Promise<number>;
  remove: () => Promise<void>;
};

/** As docs/operations.md has it for a Redis with replicas. */
const settings = { "min-replicas-to-write": "1", "min-replicas-max-lag": "2", "repl-diskless-sync-delay": "0" };

/** A Redis with two replicas, and three Sentinels that make one of them the primary when it is gone. */
export async function startReplicatedRedis(): Promise<ReplicatedRedis> {
  const [primary, ...replicas] = await Promise.all([startRedis({ settings }), startRedis({ settings }), startRedis({ settings })]);
  for (const { port } of replicas) await askOnce(port, (redis) => redis.replicaof("127.0.0.1", primary.port));
  const sentinels = await startSentinels({ primaryPort: primary.port, count: 3 });
  const [first = 0] = sentinels.ports;
  const isComplete = async () => {
    const known = await askOnce(first, (redis) => redis.call("SENTINEL", "MASTER", sentinelName));
    const facts = Array.isArray(known) ? known.map(String) : [];
    const factOf = (key: string) => facts[facts.indexOf(key) + 1];
    return factOf("num-slaves") === String(replicas.length) && factOf("num-other-sentinels") === String(sentinels.ports.length - 1);
  };
  await waitFor(isComplete, { timeoutMs: 30_000, everyMs: 200, what: "Sentinels that know all replicas" });
  await waitFor(() => askOnce(primary.port, async (redis) => (await redis.wait(replicas.length, 1_000)) === replicas.length), { timeoutMs: 30_000, what: "replicas that follow" });
  return {
    url: sentinels.url,
    primary,
    replicas,
    primaryPort: async () => {
      const address = await askOnce(first, (redis) => redis.call("SENTINEL", "GET-MASTER-ADDR-BY-NAME", sentinelName));
      return Number(Array.isArray(address) ? address[1] : 0);
    },
    async remove() {
      await sentinels.remove();
      for (const each of [primary, ...replicas]) {
        each.thaw();
        await each.remove();
      }
    },
  };
}

async function askOnce<Answer>(port: number, ask: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: 1 });
  redis.on("error", () => undefined);
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}
