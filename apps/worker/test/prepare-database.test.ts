import { createDatabase, createUserRepository } from "@quickfire/db";
import { createTestDatabase, type TestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useBuiltWorker } from "./built-worker";

const worker = useBuiltWorker();
let fresh: TestDatabase;

beforeAll(async () => {
  fresh = await createTestDatabase();
});
afterAll(async () => {
  await fresh.drop();
});

const nowhere = { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/none" };

describe("preparing a database with the built programs", () => {
  it("migrates an empty one, however often and from several processes at once, then seeds it", async () => {
    const env = { DATABASE_URL: fresh.url };
    const migrations = await Promise.all([worker.runToEnd("migrate", env), worker.runToEnd("migrate", env)]);
    expect(migrations.map(({ code, stderr }) => ({ code, stderr }))).toEqual([{ code: 0, stderr: "" }, { code: 0, stderr: "" }]);

    for (const run of [1, 2]) {
      const seeded = await worker.runToEnd("seed", env);
      expect(seeded, `run ${run}`).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(seeded.stdout)).toMatchObject({ level: "info", accounts: 4, quizzes: 8 });
    }
    const database = createDatabase(fresh.url, { maxConnections: 1 });
    expect(await createUserRepository(database).verifySignIn({ email: "author@quickfire.test", password: "quickfire-demo" })).not.toBeNull();
    await database.close();
  });

  it("seeds no demo accounts in production unless told to", async () => {
    const refused = await worker.runToEnd("seed", { DATABASE_URL: fresh.url, NODE_ENV: "production" });
    expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^seed: demo accounts have no place in production.+\n$/) });
  });

  it.each(["migrate", "seed"] as const)("%s says in one line on stderr why it can't, and ends with 1", async (program) => {
    const unreachable = await worker.runToEnd(program, nowhere);
    expect(unreachable).toMatchObject({ code: 1, stderr: expect.stringMatching(new RegExp(`^${program}: [^\n]*ECONNREFUSED[^\n]*\n$`)) });
    expect(unreachable.stderr).not.toContain("secret");
    expect(await worker.runToEnd(program, {})).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(new RegExp(`^${program}: DATABASE_URL .+\n$`)) });
  });
});
