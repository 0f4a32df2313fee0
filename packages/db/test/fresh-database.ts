import { randomUUID } from "node:crypto";
import { userIdSchema, type UserId } from "@quickfire/engine";
import { createTestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll } from "vitest";
import { createDatabase, type Database } from "../src/database";
import { migrate } from "../src/migrate";
import { users } from "../src/schema/users";

/** A migrated database for the tests of one file; call it at the top and use the getter inside tests. */
export function useDatabase(): () => Database {
  let database: Database | undefined;
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await createTestDatabase({ migrate });
    drop = fresh.drop;
    database = createDatabase(fresh.url, { maxConnections: 5 });
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  return () => {
    if (!database) throw new Error("the database is there only while tests run");
    return database;
  };
}

/** An account that nobody signs in to: without the cost of hashing a password. */
export async function insertUser({ db }: Database): Promise<UserId> {
  const userId = userIdSchema.parse(randomUUID());
  await db.insert(users).values({ id: userId, name: "Somebody", email: `${userId}@quickfire.test`, passwordHash: "none", roles: ["author"] });
  return userId;
}
