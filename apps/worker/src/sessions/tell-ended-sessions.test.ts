import { randomUUID } from "node:crypto";
import { createDatabase, createSessionRepository, createUserAdministration, createUserRepository, type Database, type Role } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { connectRedis, createEndedSessions, type RedisClient } from "@quickfire/realtime";
import { createLogger, createMetrics } from "@quickfire/telemetry";
import { createTestDatabase, type TestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createEndedSessionTeller } from "./tell-ended-sessions";

let fresh: TestDatabase;
let database: Database;
let redis: RedisClient;
beforeAll(async () => {
  [fresh, redis] = await Promise.all([createTestDatabase({ migrate }), connectRedis(inject("redisUrl"))]);
  database = createDatabase(fresh.url, { maxConnections: 3 });
});
afterAll(async () => {
  redis.disconnect();
  await database.close();
  await fresh.drop();
});

async function person(role: Role, password: string | null = null) {
  const made = await createUserRepository(database).create({ name: "Mai", email: `${randomUUID()}@example.test`, password, roles: [role] });
  if (!made.ok) throw new Error(made.error);
  const { userId } = made.value;
  const begin = () => createSessionRepository(database).begin({ userId, device: "" });
  return { userId, here: await begin(), there: await begin() };
}

it("tells the live edge of sign-ins that ended by signing out elsewhere, by another password, and with the account, and of no others", async () => {
  const ended = createEndedSessions({ redis });
  const teller = createEndedSessionTeller({ sessions: createSessionRepository(database), ended, logger: createLogger({ service: "worker", level: "silent" }), metrics: createMetrics({ service: "worker", nodeDefaults: false }) });
  const [signsOut, changes, leaves, admin] = [await person("author"), await person("author", "the first one"), await person("author"), await person("admin")];
  await createSessionRepository(database).revoke({ userId: signsOut.userId, sessionId: signsOut.there });
  await createUserRepository(database).changePassword({ userId: changes.userId, current: "the first one", next: "the second one", keep: changes.here });
  await createUserAdministration(database).setDisabled({ userId: leaves.userId, disabled: true, by: { userId: admin.userId, ip: null, userAgent: null } });
  await teller.look();
  await teller.look();
  const all = [signsOut, changes, leaves, admin].flatMap(({ here, there }) => [here, there]);
  expect(await ended.among(all)).toEqual(new Set([signsOut.there, changes.there, leaves.here, leaves.there]));
});
