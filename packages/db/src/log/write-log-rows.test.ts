import { randomUUID } from "node:crypto";
import { gameIdSchema, participantIdSchema, type GameId } from "@quickfire/engine";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { useDatabase } from "../../test/fresh-database";
import { batchOf, gameHistory } from "../../test/game-history";
import { noLogRows, type AuditRow, type LogRows } from "./log-rows";
import { writeLogRows } from "./write-log-rows";

const database = useDatabase();

const tables = ["audit_events", "game_participants", "game_rounds", "game_answers", "game_standings", "game_outcomes"];

/** All that is stored of a game, as text, for comparing. */
async function stored(gameId: GameId): Promise<Record<string, unknown[]>> {
  const { sql } = database();
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await sql<{ row: string }[]>`select (to_jsonb(t) - 'verified')::text as row from ${sql(table)} t where game_id = ${gameId} order by 1`;
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** Takes the history apart into batches in a random order, some of them delivered again. */
const deliveries = (entries: LogRows[]) =>
  fc
    .shuffledSubarray(entries, { minLength: entries.length })
    .chain((shuffled) => fc.tuple(fc.constant(shuffled), fc.subarray(entries), fc.integer({ min: 1, max: entries.length })))
    .map(([shuffled, again, size]) => {
      const all = [...shuffled, ...again];
      return Array.from({ length: Math.ceil(all.length / size) }, (_, batch) => batchOf(all.slice(batch * size, (batch + 1) * size)));
    });

it("stores the same whatever the order of delivery, and however often", async () => {
  const { sql } = database();
  const { gameId, entries } = gameHistory();
  await writeLogRows(sql, batchOf(entries));
  const expected = await stored(gameId);
  expect(expected["audit_events"]).toHaveLength(entries.length);
  expect(expected["game_answers"]).toHaveLength(5);

  await fc.assert(
    fc.asyncProperty(deliveries(entries), async (batches) => {
      for (const table of tables) await sql`delete from ${sql(table)} where game_id = ${gameId}`;
      for (const batch of batches) await writeLogRows(sql, batch);
      expect(await stored(gameId)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it("stores the team that somebody was moved to last, whatever the order of delivery", async () => {
  const { sql } = database();
  const gameId = gameIdSchema.parse(randomUUID());
  const participantId = participantIdSchema.parse(randomUUID());
  const event = (seq: number, type: string, payload: object): AuditRow => ({
    eventId: randomUUID(), gameId, epoch: "e1", seq, index: 0, type, participantId, userId: null, questionId: null,
    oldScore: null, newScore: null, action: null, ip: null, userAgent: null, at: 1_000, payload,
  });
  const joined = { ...noLogRows(), events: [event(2, "PARTICIPANT_JOINED", {})], joined: [{ gameId, participantId, name: "Ann", avatar: 3, team: 1, userId: null, bot: false, joinedAt: 1_000 }] };
  const moved = [2, 3].map((team, index): LogRows => ({ ...noLogRows(), events: [event(3 + index, "TEAM_CHANGED", { team })], teams: [{ gameId, participantId }] }));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([joined, ...moved], { minLength: 3 }), async (entries) => {
      for (const table of tables) await sql`delete from ${sql(table)} where game_id = ${gameId}`;
      for (const entry of [...entries, joined]) await writeLogRows(sql, entry);
      expect(await sql`select name, team from game_participants where game_id = ${gameId}`).toEqual([{ name: "Ann", team: 3 }]);
    }),
    { numRuns: 12 },
  );
});

it("stores the same when several workers write the same batches at once", async () => {
  const { sql } = database();
  const { gameId, entries } = gameHistory();
  await Promise.all([entries, entries.toReversed(), entries].map(async (order) => {
    for (let from = 0; from < order.length; from += 4) await writeLogRows(sql, batchOf(order.slice(from, from + 4)));
  }));
  expect((await stored(gameId))["audit_events"]).toHaveLength(entries.length);
  expect((await stored(gameId))["game_answers"]).toHaveLength(5);
});

it("stores all of a batch or nothing", async () => {
  const { sql } = database();
  const { gameId, entries } = gameHistory();
  const batch = batchOf(entries);
  const broken = { ...batch, answers: batch.answers.map((answer) => ({ ...answer, points: 2 ** 40 })) };
  await expect(writeLogRows(sql, broken)).rejects.toThrow();
  expect(Object.values(await stored(gameId)).flat()).toEqual([]);
});

it("stores characters that Postgres can't hold as unreadable ones, and leaves everything beside them alone", async () => {
  const { sql } = database();
  const gameId = gameIdSchema.parse(randomUUID());
  const hostile = 'NUL \u0000, half a pair \ud83d, a whole one \u{1f600}, a backslash before u0000: \\u0000, "quoted", {brace,comma}';
  const event: AuditRow = {
    eventId: randomUUID(), gameId, epoch: "e1", seq: 1, index: 0, type: "ANSWER_REJECTED", participantId: null, userId: null, questionId: null,
    oldScore: null, newScore: null, action: null, ip: "127.0.0.1", userAgent: hostile, at: 1, payload: { [hostile]: [hostile, "NULL", null] },
  };
  await writeLogRows(sql, batchOf([{ ...batchOf([]), events: [event] }]));
  const readable = 'NUL \ufffd, half a pair \ufffd, a whole one \u{1f600}, a backslash before u0000: \\u0000, "quoted", {brace,comma}';
  const [row] = await sql`select user_agent, payload from audit_events where game_id = ${gameId}`;
  expect(row).toEqual({ user_agent: readable, payload: { [readable]: [readable, "NULL", null] } });
});

it("gives each row of a batch its own values, however many of them are the same", async () => {
  const { sql } = database();
  const gameId = gameIdSchema.parse(randomUUID());
  const agents = ["a {browser}, \"quoted\"", "null", "", null];
  const events = Array.from({ length: 24 }, (_, index): AuditRow => ({
    eventId: randomUUID(), gameId, epoch: `e${index % 2}`, seq: 1, index, type: index % 3 === 0 ? "ANSWER_SUBMITTED" : "SCORE_CHANGED", participantId: null, userId: null,
    questionId: null, oldScore: index, newScore: null, action: index % 3 === 0 ? null : "answer", ip: index % 4 === 0 ? null : `192.0.2.${index % 4}`, userAgent: agents[index % 4] ?? null,
    at: index, payload: { lines: "one\ntwo", index },
  }));
  await writeLogRows(sql, { ...batchOf([]), events });
  const rows = await sql`select epoch, type, action, ip, user_agent, old_score, payload from audit_events where game_id = ${gameId} order by index`;
  expect([...rows]).toEqual(events.map(({ epoch, type, action, ip, userAgent, oldScore, payload }) => ({ epoch, type, action, ip, user_agent: userAgent, old_score: oldScore, payload })));
});
