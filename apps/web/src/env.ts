import { createTrustedProxies } from "@quickfire/api/auth";
import { defaultLimits } from "@quickfire/api/limits";
import { isRedisAddress } from "@quickfire/realtime/redis-address";
import { shardCountSchema } from "@quickfire/realtime/shard-count";
import { logLevels, tracingVariables } from "@quickfire/telemetry";
import { z } from "zod";

const proxies = z.string().default("").transform((text, context) => {
  try {
    return createTrustedProxies(text.split(",").map((entry) => entry.trim()).filter(Boolean));
  } catch {
    context.addIssue({ code: "custom", message: "has to be a list of addresses or CIDR ranges" });
    return z.NEVER;
  }
});
const limit = (usual: number) => z.coerce.number("has to be a number").int("has to be a whole number").min(1, "has to be at least 1").default(usual);
/** Without a slash at its end, as paths are put behind it. */
const address = (protocols: RegExp, words: string) => z.string().transform((text) => text.replace(/\/+$/, "")).refine((text) => URL.canParse(text) && protocols.test(text), `has to be ${words}`);

/** Whatever has a default here may be left out. An empty value counts as left out. */
const schema = z.object({
  HOST: z.string().default("127.0.0.1"),
  WEB_PORT: z.coerce.number("has to be a number").int("has to be a whole number").min(0).max(65_535, "has to be at most 65535").default(3_000),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: address(/^postgres(?:ql)?:\/\//, "a postgres:// URL"),
  REDIS_URL: z.string().refine(isRedisAddress, "has to be a redis:// URL, or a list of them with commas between, or one of sentinel://host:port/name"),
  AUTH_SECRET: z.string().min(32, "has to be a secret of at least 32 characters"),
  PUBLIC_WEB_URL: address(/^https?:\/\//, "an http:// or https:// URL").default("http://localhost:3000"),
  PUBLIC_WS_URL: address(/^wss?:\/\//, "a ws:// or wss:// URL").default("ws://localhost:8090"),
  /** Without it, `/metrics` answers from this machine only. */
  METRICS_TOKEN: z.string().min(16, "has to have at least 16 characters").optional(),
  TRUSTED_PROXIES: proxies,
  SHARDS: shardCountSchema,
  LOG_LEVEL: z.enum(logLevels, `has to be one of ${logLevels.join(", ")}`).default("info"),
  NODE_NAME: z.string().default("web"),
  REGION: z.string().regex(/^[a-z][a-z0-9]{1,7}$/, "has to be 2 to 8 lower-case letters and digits").optional(),
  LIMIT_SIGN_IN: limit(defaultLimits.signIn),
  LIMIT_REGISTER: limit(defaultLimits.register),
  LIMIT_REFRESH: limit(defaultLimits.refresh),
  LIMIT_WRONG_CODES: limit(defaultLimits.wrongCodes),
  ...tracingVariables,
});
export type WebEnv = z.infer<typeof schema>;
export const webVariables = Object.keys(schema.shape);

/** The environment, or one line for each variable that is wrong or missing. */
export function parseEnv(source: Record<string, string | undefined>): { ok: true; env: WebEnv } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, env: parsed.data };
  return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${given[String(path[0])] === undefined ? "is missing" : message}`) };
}

/** Stops the process where the environment is wrong: serving with half of it would fail later, and less clearly. */
export function readEnv(): WebEnv {
  const parsed = parseEnv(process.env);
  if (parsed.ok) {
    // next-auth takes its own address from here and from nowhere else.
    process.env.NEXTAUTH_URL = parsed.env.PUBLIC_WEB_URL;
    return parsed.env;
  }
  process.stderr.write(parsed.problems.map((problem) => `web: ${problem}\n`).join(""));
  process.exit(1);
}
