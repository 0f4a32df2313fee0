import { Redis } from "ioredis";

/** Asks one Redis on this machine over a connection of its own; fails where it is gone, or says nothing for so long. */
export async function askOnce<Answer>(port: number, ask: (redis: Redis) => Promise<Answer>, withinMs = 5_000): Promise<Answer> {
  const redis = new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: 1, commandTimeout: withinMs });
  redis.on("error", () => undefined);
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}
