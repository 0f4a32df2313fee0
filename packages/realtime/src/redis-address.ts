/** What `REDIS_URL` may say. Knows nothing of clients, so that whoever only checks it loads none. */

export const addressesIn = (list: string): string[] => list.split(",").map((part) => part.trim());

const servers = /^rediss?:\/\/\S+$/;
const sentinels = /^sentinel:\/\/[^\s/]+\/\S+$/;

/** One Redis or a cluster's nodes (`redis://host:port`), or the Sentinels that know which one it is (`sentinel://host:port/name`). */
export function isRedisAddress(list: string): boolean {
  const urls = addressesIn(list);
  return [servers, sentinels].some((form) => urls.every((url) => form.test(url) && URL.canParse(url)));
}

export const isOfSentinels = (list: string): boolean => addressesIn(list).every((url) => sentinels.test(url));

export type SentinelAddress = { sentinels: { host: string; port: number }[]; name: string; username?: string; password?: string };

/** The Sentinels, and the name that they have for the Redis. A user and a password are those of Redis, taken from the first. */
export function readSentinels(list: string): SentinelAddress {
  const urls = addressesIn(list).map((url) => new URL(url));
  const [first] = urls;
  return {
    sentinels: urls.map(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 26_379) })),
    name: decodeURIComponent(first?.pathname.slice(1) ?? ""),
    ...(first?.username ? { username: decodeURIComponent(first.username) } : {}),
    ...(first?.password ? { password: decodeURIComponent(first.password) } : {}),
  };
}
