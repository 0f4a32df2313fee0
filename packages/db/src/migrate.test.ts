import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createTestDatabase } from "@quickfire/testing";
import postgres from "postgres";
import { expect, it } from "vitest";
import { migrate } from "./migrate";

it("builds the schema from nothing, by several processes at once, and changes nothing when run again", async () => {
  const fresh = await createTestDatabase();
  const sql = postgres(fresh.url, { max: 1, onnotice: () => undefined });
  const shape = () => sql`select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`;
  try {
    await Promise.all([migrate(fresh.url), migrate(fresh.url), migrate(fresh.url)]);
    const first = await shape();
    await migrate(fresh.url);
    expect(await shape()).toEqual(first);
    expect(new Set(first.map((column) => column["table_name"]))).toContain("audit_events");
    const [applied] = await sql`select count(*)::int as n, count(distinct hash)::int as different from drizzle.__drizzle_migrations`;
    expect(applied?.["n"]).toBe(applied?.["different"]);
  } finally {
    await sql.end();
    await fresh.drop();
  }
});

it("fails with the reason where there is no database", async () => {
  await expect(migrate("postgres://nobody@127.0.0.1:1/none")).rejects.toThrow(/ECONNREFUSED/);
});

it("leaves no difference between the schema in code and the migrations", async () => {
  const before = readdirSync(new URL("./migrations/", import.meta.url));
  const generated = await promisify(execFile)("node_modules/.bin/drizzle-kit", ["generate"], { cwd: fileURLToPath(new URL("..", import.meta.url)) });
  expect(generated.stdout).toMatch(/No schema changes/);
  expect(readdirSync(new URL("./migrations/", import.meta.url))).toEqual(before);
});
