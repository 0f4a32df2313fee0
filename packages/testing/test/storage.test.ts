import { once } from "node:events";
import postgres from "postgres";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { connectTestRedis, createTestDatabase, startPostgres, startRedis, waitFor } from "../src/index";

describe("the storage of a test run", () => {
  const redis = connectTestRedis();
  afterAll(() => redis.quit());

  it("offers a Redis that runs functions", async () => {
    expect(await redis.ping()).toBe("PONG");
    expect(await redis.function("LIST")).toBeInstanceOf(Array);
  });

  it("gives each caller a database of its own, migrated once for all", async () => {
    let migrations = 0;
    const migrate = async (url: string) => {
      migrations += 1;
      const sql = postgres(url);
      await sql`create table greeting (word text)`;
      await sql.end();
    };
    const create = () => createTestDatabase({ migrate, template: "greetings" });
    const databases = await Promise.all([create(), create(), create()]);
    const first = postgres(databases[0].url);
    const second = postgres(databases[1].url);
    await first`insert into greeting values ('hello')`;
    expect(await second`select * from greeting`).toEqual([]);
    expect(migrations).toBe(1);
    await Promise.all([first.end(), second.end()]);
    await Promise.all(databases.map(({ drop }) => drop()));
  });

  it("drops a database although a connection was left open to it", async () => {
    const database = await createTestDatabase();
    const sql = postgres(database.url, { max: 1, onnotice: () => {} });
    await sql`select 1`;
    await database.drop();
    await expect(sql`select 1`).rejects.toThrow();
    await sql.end();
  });
});

describe("a server of one's own", () => {
  it("keeps what Redis had acknowledged over a kill and a restart, on the same port", async () => {
    const server = await startRedis();
    const redis = new Redis(server.url, { retryStrategy: () => 20 });
    redis.on("error", () => {});
    await redis.set("word", "kept");
    await server.kill();
    await server.restart();
    expect(await waitFor(() => redis.get("word").catch(() => null))).toBe("kept");
    redis.disconnect();
    await once(redis, "end");
    await server.remove();
  });

  it("keeps what Postgres had committed over a kill and a restart, on the same port", async () => {
    const server = await startPostgres({ durable: true });
    const before = postgres(server.url, { max: 1 });
    await before`create table word as select 'kept' as text`;
    await server.kill();
    await before.end();
    await server.restart();
    const after = postgres(server.url, { max: 1 });
    expect(await after`select text from word`).toEqual([{ text: "kept" }]);
    await after.end();
    await server.remove();
  });
});
