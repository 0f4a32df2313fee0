import type { RedisClient } from "@quickfire/realtime";
import type { Usage } from "./serve-commands";

/** CPU that Redis has used, in microseconds: its own account of all its threads. */
export async function redisUsage(redis: RedisClient): Promise<Usage> {
  const text = await redis.info("cpu");
  const read = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, "m").exec(text)?.[1]) * 1e6;
  return { user: read("used_cpu_user"), system: read("used_cpu_sys") };
}
