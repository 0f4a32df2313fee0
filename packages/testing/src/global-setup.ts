import type { TestProject } from "vitest/node";
import { startStorage } from "./storage/start-storage";

/**
 * One real Redis and one real Postgres for the whole run, on free ports and in a temporary folder. Their guard stops
 * them however the run ends, a kill -9 included.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const storage = await startStorage();
  provide("redisUrl", storage.redisUrl);
  provide("databaseUrl", storage.databaseUrl);
  return storage.stop;
}
