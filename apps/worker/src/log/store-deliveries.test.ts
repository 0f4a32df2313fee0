import { createDatabase, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import { createTestDatabase, type TestDatabase } from "@quickfire/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { joinDelivery, newGameId, unreadableDelivery } from "../../test/deliveries";
import { storeDeliveries } from "./store-deliveries";

let fresh: TestDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await createTestDatabase({ migrate });
  database = createDatabase(fresh.url, { maxConnections: 2 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const namesIn = async (gameId: string) => (await database.sql<{ name: string }[]>`select name from game_participants where game_id = ${gameId}`).map(({ name }) => name).sort();

it("puts aside the one event that Postgres refuses, and stores all the others", async () => {
  const gameId = newGameId();
  const deliveries = Array.from({ length: 33 }, (_, index) => joinDelivery(gameId, index + 1));
  const poison = deliveries[20];
  if (!poison || !("entry" in poison)) throw new Error("there is no such delivery");
  const event = poison.entry.events[0];
  if (event?.type !== "PARTICIPANT_JOINED") throw new Error("there is no such event");
  // No column holds a number like this one.
  event.avatar = 2 ** 40;

  const buried: string[] = [];
  const stored = await storeDeliveries(database.sql, deliveries, (reason, { entryId }) => buried.push(`${entryId}: ${reason}`));
  expect(stored).toEqual({ events: 32, buried: 1 });
  expect(buried).toEqual([expect.stringMatching(/^21-0: PostgresError: .*out of range/)]);
  expect(await namesIn(gameId)).toHaveLength(32);
  const letters = await database.sql`select shard, entry_id, index, reason, content ->> 'type' as type from dead_letters where game_id = ${gameId}`;
  expect(letters).toEqual([{ shard: "3", entry_id: "21-0", index: 0, reason: expect.stringMatching(/out of range/), type: "PARTICIPANT_JOINED" }]);
});

it("puts aside an entry that can't be read, whole, and only once however often it comes", async () => {
  const gameId = newGameId();
  const deliveries = [unreadableDelivery(gameId), joinDelivery(gameId, 1)];
  const store = () => storeDeliveries(database.sql, deliveries, () => undefined);
  expect(await store()).toEqual({ events: 1, buried: 1 });
  expect(await store()).toEqual({ events: 1, buried: 1 });
  const letters = await database.sql`select index, reason, content from dead_letters where game_id = ${gameId}`;
  expect(letters).toEqual([{ index: -1, reason: "no such type", content: { type: "nonsense", game: gameId, odd: "\ufffd" } }]);
  expect(await namesIn(gameId)).toEqual(["Player 1"]);
});

it("stores more than one batch holds", async () => {
  const gameId = newGameId();
  const deliveries = Array.from({ length: 2_500 }, (_, index) => joinDelivery(gameId, index + 1));
  expect(await storeDeliveries(database.sql, deliveries, () => undefined)).toEqual({ events: 2_500, buried: 0 });
  expect(await namesIn(gameId)).toHaveLength(2_500);
});

it("stores nothing and puts nothing aside while Postgres is away", async () => {
  const away = createDatabase("postgres://app@127.0.0.1:1/none");
  const gameId = newGameId();
  await expect(storeDeliveries(away.sql, [joinDelivery(gameId, 1)], () => undefined)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await away.close();
  expect(await namesIn(gameId)).toEqual([]);
});

it("has nothing to do with nothing", async () => {
  expect(await storeDeliveries(database.sql, [], () => undefined)).toEqual({ events: 0, buried: 0 });
});
