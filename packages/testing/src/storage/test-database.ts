import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import "../provided-context";

export type TestDatabase = {
  url: string;
  /** Takes it away, together with the connections that were left open to it. */
  drop: () => Promise<void>;
};

export type TestDatabaseOptions = {
  /** Brings an empty database up to date, and closes its connections. */
  migrate?: (url: string) => Promise<unknown>;
  /** Names what `migrate` makes, where a run has more than one kind of database. */
  template?: string;
};

const templateLock = 7_417_001;

/**
 * A fresh database in the Postgres of this test run. With `migrate` it is copied from a template that the first caller of
 * the run migrates, so that a test file pays for a copy and not for every migration.
 */
export async function createTestDatabase({ migrate, template = "migrated" }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const administratorUrl = inject("databaseUrl");
  const administrator = postgres(administratorUrl, { max: 1, onnotice: () => {} });
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  try {
    const source = migrate ? await prepareTemplate(administrator, { administratorUrl, migrate, template: `template_${template}` }) : "template0";
    await administrator.unsafe(`create database ${name} template ${source}`);
  } finally {
    await administrator.end();
  }
  return {
    url: urlOf(administratorUrl, name),
    drop: async () => {
      const sql = postgres(administratorUrl, { max: 1, onnotice: () => {} });
      await sql.unsafe(`drop database if exists ${name} with (force)`);
      await sql.end();
    },
  };
}

async function prepareTemplate(
  administrator: postgres.Sql,
  { administratorUrl, migrate, template }: { administratorUrl: string; migrate: (url: string) => Promise<unknown>; template: string },
): Promise<string> {
  // Test files run side by side in processes of their own: one of them migrates, the others wait for it here.
  await administrator`select pg_advisory_lock(${templateLock})`;
  try {
    const [found] = await administrator`select 1 from pg_database where datname = ${template}`;
    if (found) return template;
    const unfinished = `${template}_unfinished`;
    await administrator.unsafe(`drop database if exists ${unfinished} with (force)`);
    await administrator.unsafe(`create database ${unfinished} template template0`);
    await migrate(urlOf(administratorUrl, unfinished));
    await administrator.unsafe(`alter database ${unfinished} rename to ${template}`);
    return template;
  } finally {
    await administrator`select pg_advisory_unlock(${templateLock})`;
  }
}

function urlOf(administratorUrl: string, database: string): string {
  const url = new URL(administratorUrl);
  url.pathname = `/${database}`;
  return url.href;
}
