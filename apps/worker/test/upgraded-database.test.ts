import { readFileSync } from "node:fs";
import { createDatabase, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { createTestDatabase } from "@quickfire/testing";
import { expect, it } from "vitest";
import { storeDeliveries } from "../src/log/store-deliveries";
import { joinDelivery, newGameId } from "./deliveries";

const migrations = new URL("../../../packages/db/src/migrations/", import.meta.url);
type Journal = { entries: { idx: number; tag: string; when: number }[] };
const journal = JSON.parse(readFileSync(new URL("meta/_journal.json", migrations), "utf8")) as Journal;

/** The schema as the versions up to this migration had it, noted as done the way the migrator notes it. */
async function migrateUpTo({ sql }: Database, last: number): Promise<void> {
  const done = journal.entries.filter(({ idx }) => idx <= last);
  for (const { tag } of done) await sql.unsafe(readFileSync(new URL(`${tag}.sql`, migrations), "utf8"));
  await sql.unsafe("create schema drizzle; create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)");
  for (const { tag, when } of done) await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${tag}, ${when})`;
}

it("knows an event again that an earlier version stored under another id, and keeps what was told of it", async () => {
  const fresh = await createTestDatabase();
  const database = createDatabase(fresh.url, { maxConnections: 1 });
  const { sql } = database;
  try {
    await migrateUpTo(database, 2);
    const gameId = newGameId();
    const deliveries = [joinDelivery(gameId, 1), joinDelivery(gameId, 2), joinDelivery(newGameId(), 2_147_483_647)];
    for (const delivery of deliveries) {
      if (!("entry" in delivery)) throw new Error("a join can be read");
      const { entry: { epoch, logNumber }, entry } = delivery;
      const told = { names: ["Ann", "\\", '"', "\u{1f600}"], logNumber };
      await sql`
        insert into audit_events (event_id, game_id, epoch, seq, index, type, at, payload)
        values (gen_random_uuid(), ${entry.gameId}, ${epoch}, ${logNumber}, 0, 'PARTICIPANT_JOINED', now(), ${JSON.stringify(told)}::text::jsonb)`;
    }
    await migrate(fresh.url);
    await storeDeliveries(sql, deliveries, () => undefined);

    const stored = await sql<{ id: string; payload: unknown }[]>`select event_id as id, payload from audit_events order by game_id = ${gameId} desc, seq`;
    expect(stored.map(({ id }) => id)).toEqual(deliveries.flatMap((delivery) => ("entry" in delivery ? delivery.entry.events.map(({ eventId }) => eventId) : [])));
    expect(stored[0]?.payload).toEqual({ names: ["Ann", "\\", '"', "\u{1f600}"], logNumber: 1 });
  } finally {
    await database.close();
    await fresh.drop();
  }
});
