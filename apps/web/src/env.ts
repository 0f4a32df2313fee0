import { createTrustedProxies } from "@quickfire/api/auth";
import { defaultLimits, type LimitSettings } from "@quickfire/api/limits";
import { retentionVariables } from "@quickfire/db/retention";
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

/** Of a provider all of them are there, or none. */
const providerVariables = [["GITHUB_ID", "GITHUB_SECRET"], ["GOOGLE_ID", "GOOGLE_SECRET"], ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"]] as const;

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
  LIMIT_API: limit(defaultLimits.api),
  LIMIT_ACTIONS: limit(defaultLimits.actions),
  LIMIT_NEW_QUIZZES: limit(defaultLimits.newQuizzes),
  LIMIT_MAILS: limit(defaultLimits.mailsFrom),
  /** Without it, letters are printed to the log. */
  SMTP_URL: address(/^smtps?:\/\//, "an smtp:// or smtps:// URL").optional(),
  MAIL_FROM: z.string().max(200, "has to be an address of at most 200 characters").regex(/^[^\r\n]*@[^\r\n]+$/, "has to be an e-mail address").optional(),
  ADMIN_EMAIL: z.string().trim().toLowerCase().pipe(z.email("has to be an e-mail address")).optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  /** A GitHub of one's own (Enterprise Server). */
  GITHUB_URL: address(/^https?:\/\//, "an http:// or https:// URL").default("https://github.com"),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  GOOGLE_ISSUER: address(/^https?:\/\//, "an http:// or https:// URL").default("https://accounts.google.com"),
  OIDC_ISSUER: address(/^https?:\/\//, "an http:// or https:// URL").optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, "has to have at most 40 characters").default("SSO"),
  ...retentionVariables,
  ...tracingVariables,
}).superRefine((env, context) => {
  for (const names of providerVariables) {
    if (!names.some((name) => env[name] !== undefined)) continue;
    for (const name of names) if (env[name] === undefined) context.addIssue({ code: "custom", path: [name], message: "is missing" });
  }
});
export type WebEnv = z.infer<typeof schema>;
export const webVariables = Object.keys(schema.shape);

/** The limits, with what the operator set. */
export function limitsOf(env: WebEnv): LimitSettings {
  return {
    ...defaultLimits,
    signIn: env.LIMIT_SIGN_IN,
    register: env.LIMIT_REGISTER,
    refresh: env.LIMIT_REFRESH,
    wrongCodes: env.LIMIT_WRONG_CODES,
    api: env.LIMIT_API,
    actions: env.LIMIT_ACTIONS,
    newQuizzes: env.LIMIT_NEW_QUIZZES,
    mailsFrom: env.LIMIT_MAILS,
  };
}

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
