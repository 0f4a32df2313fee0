import { hostname } from "node:os";
import { createTrustedProxies } from "@quickfire/api/auth";
import { isRedisAddress } from "@quickfire/realtime/redis-address";
import { shardCountSchema } from "@quickfire/realtime/shard-count";
import { logLevels, tracingVariables } from "@quickfire/telemetry";
import { z } from "zod";

const wholeNumber = (least: number, most: number) => {
  const problem = `has to be a whole number from ${least} to ${most}`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
};
const port = wholeNumber(0, 65_535);

const listOf = (text: string): string[] => text.split(",").map((entry) => entry.trim()).filter(Boolean);

const redisUrl = z.string().refine(isRedisAddress, "has to be a redis:// URL, or a list of them with commas between, or one of sentinel://host:port/name");

const trustedProxies = z.string().default("").transform((text, context) => {
  try {
    return createTrustedProxies(listOf(text));
  } catch {
    context.addIssue({ code: "custom", message: "has to be a list of addresses or CIDR ranges" });
    return z.NEVER;
  }
});

const webOrigin = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), "has to be an http:// or https:// URL");

const schema = z.object({
  REDIS_URL: redisUrl,
  AUTH_SECRET: z.string().min(32, "has to be a secret of at least 32 characters"),
  HOST: z.string().default("127.0.0.1"),
  WS_PORT: port.default(8090),
  OPS_PORT: port.default(9090),
  PUBLIC_WEB_URL: webOrigin.default("http://localhost:3000"),
  /** Further pages that may open sockets, beside those of PUBLIC_WEB_URL. */
  ALLOWED_ORIGINS: z.string().default("").transform(listOf).pipe(z.array(webOrigin)),
  TRUSTED_PROXIES: trustedProxies,
  SHARDS: shardCountSchema,
  LOG_LEVEL: z.enum(logLevels, `has to be one of ${logLevels.join(", ")}`).default("info"),
  NODE_NAME: z.string().default(() => `ws-${hostname()}-${process.pid}`),
  REGION: z.string().regex(/^[a-z][a-z0-9]{1,7}$/, "has to be 2 to 8 lower-case letters and digits").optional(),
  /** Sockets that this node holds; beyond them it answers "try later". */
  MAX_CONNECTIONS: wholeNumber(1, 1_000_000).default(20_000),
  ...tracingVariables,
});
export type LiveEnv = z.infer<typeof schema>;

/** One line for each wrong variable, with its name and never with its value, which may be a secret. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** An empty value counts as left out. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): LiveEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${given[String(path[0])] === undefined ? "is missing" : message}`);
  throw new EnvironmentError([...new Set(lines)].join("\n"));
}
