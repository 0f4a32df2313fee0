import { randomUUID } from "node:crypto";
import { participantIdSchema } from "@quickfire/engine";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { anyMark, insertKeptPerson, marks, playMarkedGame } from "../../test/kept-person";
import { personalColumns } from "../../test/personal-columns";
import { createUserRepository } from "../users/user-repository";
import { verifyGame } from "../verification";
import { createPrivacyRepository } from "./privacy-repository";
import { erasedOnBoards, forgetDeadLetters, forgetErasedPlayers, forgetGuests, forgetHomeworkGuests, forgetOrigins, forgetOriginsOfChanges, forgetSpent, forgottenOnBoards } from ".";

const database = useDatabase();
const privacy = () => createPrivacyRepository(database());
const past = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
const dayAfter = (startAt: number) => new Date(startAt + 24 * 3_600_000);

/** Columns of a type that can say who somebody is. */
const speakingColumns = () => database().sql<{ table: string; column: string }[]>`
  select columns.table_name as table, columns.column_name as column from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and data_type not in ('integer', 'bigint', 'smallint', 'boolean', 'timestamp with time zone', 'double precision')`;

/** Every place in the database in which one of the words stands, as table and column. */
async function placesOf(...words: string[]): Promise<string[]> {
  const places: string[] = [];
  for (const { table, column } of await speakingColumns()) {
    const { sql } = database();
    const found = await sql`select 1 from ${sql(table)} where ${sql(column)}::text ilike any(${words}::text[]) limit 1`;
    if (found.length > 0) places.push(`${table}.${column}`);
  }
  return places;
}

const decided = (decision: string) => Object.entries(personalColumns).flatMap(([table, columns]) => Object.entries(columns).filter(([, one]) => one === decision).map(([column]) => `${table}.${column}`));

it("was decided about for every column that can hold a person", async () => {
  const known = Object.entries(personalColumns).flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`));
  expect((await speakingColumns()).map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(known.toSorted());
});

describe("a deleted account", () => {
  it("is gone from every column of every table, and its games stay whole and verified", async () => {
    const { sql } = database();
    const { userId, email, game, attempt, person } = await insertKeptPerson(database());
    expect((await placesOf(...anyMark)).length).toBeGreaterThan(20);
    expect(await privacy().eraseAccount(userId)).toEqual({ ok: true, value: null });
    // Ben and Cat of the same game are guests.
    expect(await forgetErasedPlayers(sql, { games: 10 })).toBe(1);
    // Not before the boards have been told.
    expect(await erasedOnBoards(sql)).toEqual([]);
    await sql`update user_scores set untold = false where user_id = ${userId}`;
    for (const gone of await erasedOnBoards(sql)) await forgottenOnBoards(sql, gone);
    await forgetGuests(sql, { before: new Date(), games: 10 });
    await forgetOrigins(sql, { before: new Date(), games: 10 });
    expect(await placesOf(...anyMark)).toEqual([]);
    expect(decided("empty account")).toEqual(expect.arrayContaining(await placesOf(userId)));
    expect(await createUserRepository(database()).byEmail(email)).toBeNull();

    expect(await sql`select score from attempts where id = ${attempt}`).toEqual([{ score: 700 }]);
    expect((await sql`select name from assignment_participants where participant_id = ${person}`)[0]?.["name"]).toMatch(/^Player [0-9A-F]{4}$/);
    expect(await verifyGame(sql, game.gameId)).toMatchObject({ outcome: "agree", differences: [], seal: { state: "intact", events: 21 } });
  });

  it("can't be deleted twice, nor by an admin, who is to be followed by another one first", async () => {
    const [userId, adminId] = [await insertUser(database()), await insertUser(database())];
    await database().sql`update users set roles = '{admin}' where id = ${adminId}`;
    const outcomes = await Promise.all([privacy().eraseAccount(userId), privacy().eraseAccount(userId)]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await privacy().eraseAccount(adminId)).toEqual({ ok: false, error: "OWN_ACCESS" });
    expect(await privacy().exportAccount(userId)).toBeNull();
  });

  it("is taken out of what reaches the database after it, too", async () => {
    const { sql } = database();
    const userId = await insertUser(database());
    await privacy().eraseAccount(userId);
    const { gameId } = await playMarkedGame(database(), { userId });
    await forgetErasedPlayers(sql, { games: 10 });
    const [ann] = await sql`select name from game_participants where game_id = ${gameId} and user_id is null and name like 'Player %'`;
    expect(ann).toBeDefined();
    expect(await sql`select 1 from audit_events where game_id = ${gameId} and user_id is not null`).toHaveLength(0);
  });
});

describe("an account's copy of its own", () => {
  it("holds all that is kept about its owner, and neither hashes nor others", async () => {
    const { userId, email, game, hosted } = await insertKeptPerson(database());
    const copy = await privacy().exportAccount(userId);
    expect(copy).toMatchObject({ format: "quickfire-account-1", profile: { email, country: "VN" } });
    expect(Object.entries(copy ?? {}).filter(([, part]) => Array.isArray(part) && part.length === 0).map(([name]) => name)).toEqual(["decisionsMade"]);
    const text = JSON.stringify(copy);
    for (const said of [marks.typed, marks.ip, marks.agent, game.gameId, hosted.gameId, "lock-step"]) expect(text).toContain(said);
    for (const kept of [game.ben, `marked${userId}`, "passwordHash", "key_hash"]) expect(text).not.toContain(kept);
  });
});

describe("guests", () => {
  it("are players without a name after their time, and not before; the host's report stays whole", async () => {
    const { sql } = database();
    const startAt = Date.UTC(2025, 0, 1);
    const { gameId, ann } = await playMarkedGame(database(), { startAt });
    const participantId = participantIdSchema.parse(ann);
    await sql`insert into blocks (game_id, participant_id) values (${gameId}, ${ann})`;
    expect(await forgetGuests(sql, { before: new Date(startAt), games: 10 })).toEqual({ people: 0, unblocked: [] });
    expect(await forgetGuests(sql, { before: dayAfter(startAt), games: 10 })).toEqual({ people: 3, unblocked: [participantId] });
    expect(await forgetGuests(sql, { before: dayAfter(startAt), games: 10 })).toEqual({ people: 0, unblocked: [] });
    const people = await sql<{ name: string; score: number }[]>`select name, score from game_participants join game_standings using (game_id, participant_id) where game_id = ${gameId}`;
    expect(people.map(({ score }) => score)).toEqual([900, 900]);
    for (const { name } of people) expect(name).toMatch(/^Player [0-9A-F]{4}$/);
    expect(await sql`select 1 from audit_events where game_id = ${gameId} and payload::text ilike '%marked%'`).toHaveLength(0);
    expect(await sql`select 1 from game_answers where game_id = ${gameId} and answer::text ilike '%marked%'`).toHaveLength(0);
  });

  it("of homework are forgotten after its deadline, and can't go on", async () => {
    const { sql } = database();
    const { assignment, attempt } = await insertKeptPerson(database());
    const guest = randomUUID();
    await sql`insert into assignment_participants (participant_id, assignment_id, name, skeleton, key_hash, taken_up_at) values (${guest}, ${assignment}, ${marks.name}, 'marked', 'marked', now())`;
    await sql`update attempts set participant_id = ${guest}, user_id = null where id = ${attempt}`;
    expect(await forgetHomeworkGuests(sql, { before: past(32), people: 10 })).toBe(0);
    expect(await forgetHomeworkGuests(sql, { before: past(30), people: 10 })).toBe(1);
    expect(await sql`select skeleton, key_hash from assignment_participants where participant_id = ${guest}`).toEqual([{ skeleton: null, key_hash: null }]);
    expect(await sql`select answer from attempt_questions where attempt_id = ${attempt}`).toEqual([{ answer: { forgotten: true } }]);
  });
});

describe("a sealed log out of which a person was taken", () => {
  it("is intact, says so, and keeps its head", async () => {
    const { sql } = database();
    const startAt = Date.UTC(2025, 1, 1);
    const { gameId } = await playMarkedGame(database(), { startAt });
    const before = await verifyGame(sql, gameId);
    await forgetGuests(sql, { before: dayAfter(startAt), games: 10 });
    const after = await verifyGame(sql, gameId);
    if (before?.seal.state !== "intact" || after?.seal.state !== "intact") throw new Error("the seal is broken");
    expect(after.outcome).toBe("agree");
    expect([before.seal.forgotten, after.seal.forgotten]).toEqual([0, 12]);
    expect(after.seal.heads).toEqual(before.seal.heads);
  });

  it.each(["payload = jsonb_set(payload::jsonb, '{points}', '1')::json", "participant_id = gen_random_uuid()", "at = at + interval '1 ms'", "user_id = gen_random_uuid()"])("shows a later change of what is left: %s", async (change) => {
    const { sql } = database();
    const startAt = Date.UTC(2025, 3, 1);
    const { gameId, ben } = await playMarkedGame(database(), { startAt });
    await forgetGuests(sql, { before: dayAfter(startAt), games: 10 });
    await sql.unsafe(`update audit_events set ${change} where game_id = '${gameId}' and participant_id = '${ben}' and type = 'ANSWER_SUBMITTED' and payload->>'round' = '3'`);
    expect(await verifyGame(sql, gameId)).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { what: "event" } } });
  });

  it("shows a change of an event in which nobody was, behind those", async () => {
    const { sql } = database();
    const startAt = Date.UTC(2025, 4, 1);
    const { gameId } = await playMarkedGame(database(), { startAt });
    await forgetGuests(sql, { before: dayAfter(startAt), games: 10 });
    await sql`update audit_events set at = at + interval '1 ms' where game_id = ${gameId} and type = 'GAME_ENDED'`;
    expect(await verifyGame(sql, gameId)).toMatchObject({ outcome: "differ", seal: { state: "broken" } });
  });

  it("that was changed before shows it still", async () => {
    const { sql } = database();
    const startAt = Date.UTC(2025, 2, 1);
    const { gameId, ben } = await playMarkedGame(database(), { startAt });
    await sql`update audit_events set at = at + interval '1 ms' where game_id = ${gameId} and participant_id = ${ben} and type = 'PARTICIPANT_JOINED'`;
    await forgetGuests(sql, { before: dayAfter(startAt), games: 10 });
    expect(await verifyGame(sql, gameId)).toMatchObject({ outcome: "differ", seal: { state: "broken", at: { place: 1 } } });
    expect(await sql`select 1 from game_participants where game_id = ${gameId} and name like 'Marked%'`).toHaveLength(0);
  });
});

describe("addresses", () => {
  it("become marks after their time: the same for one device within a game, another one in the next, and found out by nobody", async () => {
    const { sql } = database();
    const startAt = Date.UTC(2024, 0, 1);
    const games = [await playMarkedGame(database(), { startAt }), await playMarkedGame(database(), { startAt })];
    expect(await forgetOrigins(sql, { before: new Date(startAt), games: 10 })).toBe(0);
    expect(await forgetOrigins(sql, { before: dayAfter(startAt), games: 10 })).toBe(2);
    expect(await forgetOrigins(sql, { before: dayAfter(startAt), games: 10 })).toBe(0);
    const marked = await Promise.all(games.map(({ gameId }) => sql<{ ip: string; user_agent: string }[]>`select distinct ip, user_agent from audit_events where game_id = ${gameId} and ip is not null`));
    expect(marked.map((rows) => rows.length)).toEqual([1, 1]);
    for (const [row] of marked) expect([row?.ip, row?.user_agent]).toEqual([expect.stringMatching(/^~[0-9a-f]{16}$/), expect.stringMatching(/^~[0-9a-f]{16}$/)]);
    expect(marked[0]?.[0]?.ip).not.toBe(marked[1]?.[0]?.ip);
    for (const { gameId } of games) expect(await verifyGame(sql, gameId)).toMatchObject({ outcome: "agree", seal: { state: "intact", forgotten: 0 } });
  });

  it("of changes and decisions go altogether", async () => {
    const { sql } = database();
    await insertKeptPerson(database());
    expect(await forgetOriginsOfChanges(sql, { before: past(7), rows: 1_000 })).toBeGreaterThanOrEqual(2);
    expect(await forgetOriginsOfChanges(sql, { before: past(7), rows: 1_000 })).toBe(0);
  });
});

it("forgets what is spent, and nothing that opens something still", async () => {
  const { sql } = database();
  const { userId } = await insertKeptPerson(database());
  await sql`insert into dead_letters (shard, entry_id, reason, content, at) values ('s', ${userId}, 'unreadable', '{}', ${past(31).toISOString()})`;
  expect(await forgetSpent(sql, { before: past(1), rows: 100 })).toBe(0);
  expect(await forgetSpent(sql, { before: new Date(Date.now() + 1_000), rows: 100 })).toBeGreaterThanOrEqual(3);
  expect(await sql`select kind from sessions where user_id = ${userId}`).toHaveLength(1);
  expect(await sql`select name from api_keys where user_id = ${userId}`).toHaveLength(1);
  expect(await forgetDeadLetters(sql, { before: past(30) })).toBe(1);
});
