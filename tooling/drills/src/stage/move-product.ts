import type { RedisClient } from "@quickfire/realtime";
import type { PostgresUnderTest, RedisUnderTest } from "@quickfire/testing";
import type { Sql } from "postgres";
import type { ManagedProcess } from "../stack/managed-process";
import type { Scene } from "./scene";

export type OtherStorage = {
  redis: RedisUnderTest;
  /** For the ledger and the drill; closed with the drill. */
  redisClient: RedisClient;
  urlFor: (process: ManagedProcess) => string;
  /** Prepared already; where there is none, the product stays on its own. */
  database?: { postgres: PostgresUnderTest; sql: Sql };
};

/** The whole product on another Redis, and on another Postgres too, until the drill is over. Whoever takes them away at the end has to have said so before. */
export async function moveProduct(outer: Scene, { redis, redisClient, urlFor, database }: OtherStorage): Promise<Scene> {
  redisClient.on("error", () => undefined);
  const { stack } = outer;
  const processes = [stack.worker, stack.web, ...stack.nodes];
  outer.onEnd(async () => {
    for (const each of processes) each.thaw();
    await Promise.all(processes.map((each) => each.asItWas()));
    redisClient.disconnect();
    await database?.sql.end({ timeout: 1 });
  });
  const databaseOf = (each: ManagedProcess) => (database && !stack.nodes.includes(each) ? { DATABASE_URL: database.postgres.url } : {});
  await Promise.all(processes.map((each) => each.restartWith({ REDIS_URL: urlFor(each), ...databaseOf(each) })));
  return { ...outer, stack: { ...stack, redis, redisClient, ...database } };
}
