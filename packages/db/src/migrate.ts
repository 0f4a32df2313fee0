import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number will do, as long as nothing else in the same database uses it. */
const migrationLock = 7_283_546_001;

/** The folder `migrations` lies beside this file, in the sources and in a bundle alike. */
const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the schema up to date. Safe to run again, and by several processes at once: they queue for one lock. */
export async function migrate(url: string): Promise<void> {
  // The lock belongs to the connection, so there is exactly one.
  const connection = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await connection`select pg_advisory_lock(${migrationLock})`;
    await runMigrations(drizzle(connection), { migrationsFolder });
  } finally {
    await connection.end({ timeout: 5 });
  }
}
