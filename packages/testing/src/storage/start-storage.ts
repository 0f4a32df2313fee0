import { startPostgres } from "./start-postgres";
import { startRedis } from "./start-redis";

/** The two servers that the tests of a run share. */
export async function startStorage(): Promise<{ redisUrl: string; databaseUrl: string; stop: () => Promise<void> }> {
  const [redis, postgres] = await Promise.all([startRedis({ appendonly: false }), startPostgres()]);
  return {
    redisUrl: redis.url,
    databaseUrl: postgres.url,
    stop: async () => {
      await Promise.all([redis.remove(), postgres.remove()]);
    },
  };
}
