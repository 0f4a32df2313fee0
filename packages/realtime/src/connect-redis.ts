import { Cluster, Redis, type RedisOptions } from "ioredis";
import { toInfrastructureError } from "./errors";
import { addressesIn, isOfSentinels, readSentinels } from "./redis-address";

export type RedisClient = Redis | Cluster;

/**
 * `commands`: fails fast, so that a request is answered with BUSY rather than kept waiting; nothing is queued while Redis is
 * away, and nothing is sent a second time behind its caller's back. `subscriber`: holds a process's one subscription.
 * `blocking`: waits inside Redis for entries of a stream.
 */
export type ConnectionRole = "commands" | "subscriber" | "blocking";

/** A Redis that neither answers nor refuses must not keep a process from saying what is wrong. */
const connectWithinMs = 10_000;

/**
 * A connection that says nothing for so long, though it was asked, is dead: whatever stood between has forgotten it and told nobody, and
 * TCP alone would take a quarter of an hour to find out. Longer than any answer takes, a blocking one's included.
 */
const deadAfterMs = 5_000;

const reconnectAfterMs = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 6), 1_000);

export type ConnectionOptions = { role?: ConnectionRole; onError?: (error: Error) => void; deadAfterMs?: number };

function optionsFor({ role = "commands", deadAfterMs: socketTimeout = deadAfterMs }: ConnectionOptions): RedisOptions {
  return {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // What was under way fails with its connection. With any retry allowed, the client forgets it where Redis is back at once, and
    // whoever waits for an entry of a stream waits for ever.
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    socketTimeout,
    retryStrategy: reconnectAfterMs,
    // After a failover the old primary answers READONLY, one that is cut off from the others NOREPLICAS; a new connection finds the new one.
    reconnectOnError: (error) => /^(?:READONLY|NOREPLICAS)\b/.test(error.message),
    connectionName: `quickfire-${role}`,
    disableClientInfo: true,
    ...(role === "commands" ? { commandTimeout: 2_000 } : {}),
  };
}

/** Whether a write is on one machine only until a replica has it. Of a cluster it is what a client that is connected knows. */
export const isReplicated = (redis: RedisClient): boolean =>
  redis instanceof Cluster ? redis.nodes("slave").length > 0 : (redis.options.sentinels?.length ?? 0) > 0;

function createClient(url: string, wanted: ConnectionOptions): RedisClient {
  const urls = addressesIn(url);
  const options = optionsFor(wanted);
  if (isOfSentinels(url)) {
    return new Redis({ ...options, ...readSentinels(url), failoverDetector: true, sentinelRetryStrategy: reconnectAfterMs, sentinelCommandTimeout: 2_000 });
  }
  if (urls.length === 1) return new Redis(urls[0] ?? url, options);
  return new Cluster(urls, { redisOptions: options, lazyConnect: true, enableOfflineQueue: false, clusterRetryStrategy: reconnectAfterMs });
}

/**
 * A client that is connected when the promise resolves, and reconnects by itself from then on. A comma-separated list of
 * URLs means a cluster, or Sentinels. Whoever connects closes it.
 */
export async function connectRedis(url: string, options: ConnectionOptions = {}): Promise<RedisClient> {
  const redis = createClient(url, options);
  // Without a listener ioredis would print; commands report their own failures.
  redis.on("error", (error: Error) => options.onError?.(error));
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${connectWithinMs / 1_000} s`)), connectWithinMs);
  });
  try {
    await Promise.race([redis.connect(), tooLong]);
  } catch (cause) {
    redis.disconnect();
    throw toInfrastructureError("connecting to Redis", cause);
  } finally {
    clearTimeout(timer);
  }
  return redis;
}
