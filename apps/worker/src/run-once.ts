import { createLogger, type Logger } from "@quickfire/telemetry";
import { type DatabaseEnv, readDatabaseEnv } from "./env";

/** Runs a task that prepares the database: ends with 0, or with one clear line on stderr and 1. */
export async function runOnce(task: string, run: (context: { env: DatabaseEnv; logger: Logger }) => Promise<void>): Promise<void> {
  try {
    const env = readDatabaseEnv();
    await run({ env, logger: createLogger({ service: task, level: env.LOG_LEVEL }) });
  } catch (error) {
    process.stderr.write(`${task}: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What is at the bottom of it. A failed connection to a name with several addresses has its reasons inside, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  if (error instanceof Error && error.cause instanceof Error) return reasonOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}
