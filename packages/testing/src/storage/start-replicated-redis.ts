import { waitFor } from "../wait-for";
import { askOnce } from "./ask-once";
import { type RedisUnderTest, startRedis } from "./start-redis";
import { sentinelName, startSentinels } from "./start-sentinels";

export type ReplicatedRedis = {
  /** Of the three Sentinels. */
  url: string;
  primary: RedisUnderTest;
  /** Under which the primary is known to the others. */
  knownPort: number;
  replicas: readonly RedisUnderTest[];
  /** The port of the one that the Sentinels call primary now. */
  primaryPort: () => Promise<number>;
  remove: () => Promise<void>;
};

/** As docs/operations.md has it for a Redis with replicas. */
const settings = { "min-replicas-to-write": "1", "min-replicas-max-lag": "2", "repl-diskless-sync-delay": "0" };

/**
 * A Redis with two replicas, and three Sentinels that make one of them the primary when it is gone. With a door before the primary, all
 * others know it by the door's port only: what passes there is what they have of it.
 */
export async function startReplicatedRedis({ door }: { door?: (port: number) => Promise<number> } = {}): Promise<ReplicatedRedis> {
  const [primary, ...replicas] = await Promise.all([startRedis({ settings }), startRedis({ settings }), startRedis({ settings })]);
  const knownPort = door ? await door(primary.port) : primary.port;
  await askOnce(primary.port, (redis) => redis.config("SET", "replica-announce-port", String(knownPort)));
  for (const { port } of replicas) await askOnce(port, (redis) => redis.replicaof("127.0.0.1", knownPort));
  const sentinels = await startSentinels({ primaryPort: knownPort, count: 3 });
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
    knownPort,
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
