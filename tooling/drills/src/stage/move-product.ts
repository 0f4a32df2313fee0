import type { RedisClient } from "@quickfire/realtime";
import type { RedisUnderTest } from "@quickfire/testing";
import type { ManagedProcess } from "../stack/managed-process";
import type { Scene } from "./scene";

export type OtherRedis = {
  redis: RedisUnderTest;
  /** For the ledger and the drill; closed with the drill. */
  redisClient: RedisClient;
  urlFor: (process: ManagedProcess) => string;
};

/** The whole product on another Redis until the drill is over. Whoever takes that Redis away at the end has to have said so before. */
export async function moveProduct(outer: Scene, { redis, redisClient, urlFor }: OtherRedis): Promise<Scene> {
  redisClient.on("error", () => undefined);
  const { stack } = outer;
  const processes = [stack.worker, stack.web, ...stack.nodes];
  outer.onEnd(async () => {
    for (const each of processes) each.thaw();
    await Promise.all(processes.map((each) => each.asItWas()));
    redisClient.disconnect();
  });
  await Promise.all(processes.map((each) => each.restartWith({ REDIS_URL: urlFor(each) })));
  return { ...outer, stack: { ...stack, redis, redisClient } };
}
