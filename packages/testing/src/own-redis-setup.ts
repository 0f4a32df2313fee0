import type { TestProject } from "vitest/node";
import { startRedis } from "./storage/start-redis";

/** A Redis for one project alone, in the place of the one for the whole run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const redis = await startRedis();
  provide("redisUrl", redis.url);
  return () => redis.remove();
}
