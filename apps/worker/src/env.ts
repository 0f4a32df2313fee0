import { hostname } from "node:os";
import { retentionVariables } from "@quickfire/db/retention";
import { isRedisAddress } from "@quickfire/realtime/redis-address";
import { shardCountSchema } from "@quickfire/realtime/shard-count";
import { logLevels, tracingVariables } from "@quickfire/telemetry";
import { z } from "zod";
import { anomalyVariables } from "./anomalies/anomaly-variables";

/** An unset variable and an empty one mean the same. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema);

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const error = `has to be a whole number from ${min} to ${max}`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
};

const aPostgres = "has to be the address of a Postgres, such as postgres://user:password@127.0.0.1:5432/quickfire";
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: aPostgres });

const aRedis = "has to be the address of a Redis, such as redis://127.0.0.1:6379, or a list of them with commas between, or one of sentinel://host:port/name";
const redisUrl = z.string(aRedis).refine(isRedisAddress, aRedis);

const workerVariables = z.object({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  HOST: optional(z.string().default("127.0.0.1")),
  WORKER_OPS_PORT: optional(wholeNumber({ min: 0, max: 65_535 }).default(9091)),
  SHARDS: optional(shardCountSchema),
  LOG_LEVEL: optional(z.enum(logLevels, `has to be one of ${logLevels.join(", ")}`).default("info")),
  NODE_NAME: optional(z.string().optional()),
  /** Where each region has a Redis and a worker of its own: only its games are looked for. */
  REGION: optional(z.string().regex(/^[a-z][a-z0-9]{1,7}$/, "has to be 2 to 8 lower-case letters and digits").default("")),
  ...anomalyVariables,
  ...retentionVariables,
  ...tracingVariables,
});

/** The name has to differ between workers, and is best the same after a restart: a port of one's own on a host of one's own is both. */
const workerSchema = workerVariables.transform((env) => ({ ...env, NODE_NAME: env.NODE_NAME ?? `worker-${hostname()}-${env.WORKER_OPS_PORT}` }));

const databaseSchema = workerVariables.pick({ DATABASE_URL: true, LOG_LEVEL: true }).extend({ NODE_ENV: z.string().optional() });

export type WorkerEnv = z.infer<typeof workerSchema>;
export type DatabaseEnv = z.infer<typeof databaseSchema>;

export const readWorkerEnv = (env: NodeJS.ProcessEnv = process.env): WorkerEnv => read(workerSchema, env);

/** For what prepares a database and ends again. */
export const readDatabaseEnv = (env: NodeJS.ProcessEnv = process.env): DatabaseEnv => read(databaseSchema, env);

/** One line for each wrong variable, with its name and never with its value, which may be a secret. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

function read<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.infer<Schema> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
}
