import { randomUUID } from "node:crypto";
import { livePeriods, type UserId, userIdSchema } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { users } from "../schema/users";
import { addScore } from "./add-scores";
import { createScoreRepository } from "./score-repository";
import type { ScoreChange } from "./score-repository.types";

const database = useDatabase();
const scores = () => createScoreRepository(database());

const monday = new Date("2026-11-16T00:00:00.000Z");
const periods = livePeriods(monday.getTime());

const change = (userId: UserId, overrides: Partial<ScoreChange> = {}): ScoreChange => ({
  userId, source: "attempt", sourceId: randomUUID(), quizId: null, delta: 100, action: "self-paced", ip: "203.0.113.7", userAgent: "test", at: monday, ...overrides,
});

/** What the boards would be told of the user; undefined where they have heard all. */
const untold = async (userId: UserId) => (await scores().untoldUsers({ periods, limit: 10_000 })).find((standing) => standing.userId === userId);
const told = async (userId: UserId) => {
  const standing = await untold(userId);
  if (standing) await scores().usersTold([standing]);
};

describe("adding points", () => {
  it("keeps each change with the totals before and after it", async () => {
    const userId = await insertUser(database());
    expect(await scores().add(change(userId, { delta: 700 }))).toMatchObject({ newTotal: 700, repeated: false });
    expect(await scores().add(change(userId, { source: "correction", delta: -200 }))).toMatchObject({ newTotal: 500, repeated: false });
    expect(await scores().totalOf(userId)).toBe(500);
    const rows = await database().sql`select source, delta, old_total::int, new_total::int, action, ip, user_agent from score_changes where user_id = ${userId} order by new_total desc`;
    expect(rows).toEqual([
      { source: "attempt", delta: 700, old_total: 0, new_total: 700, action: "self-paced", ip: "203.0.113.7", user_agent: "test" },
      { source: "correction", delta: -200, old_total: 700, new_total: 500, action: "self-paced", ip: "203.0.113.7", user_agent: "test" },
    ]);
  });

  it("counts a source once, however often and from wherever it comes, and gives the first receipt back", async () => {
    const userId = await insertUser(database());
    const same = change(userId, { delta: 50 });
    const receipts = await Promise.all(Array.from({ length: 8 }, () => scores().add(same)));
    expect(new Set(receipts.map(({ changeId }) => changeId)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await scores().add({ ...same, delta: 9_999 })).toMatchObject({ newTotal: 50, repeated: true });
    expect(await scores().totalOf(userId)).toBe(50);
    // The same id from another source, or of another user, is another change.
    await scores().add({ ...same, source: "game" });
    expect(await scores().totalOf(userId)).toBe(100);
  });

  it("loses nothing when many add to the same users at once, in any order", async () => {
    const people = await Promise.all([1, 2, 3].map(() => insertUser(database())));
    const batches = Array.from({ length: 12 }, (_, index) => (index % 2 ? people : [...people].reverse()).map((userId) => change(userId, { delta: index })));
    await Promise.all(batches.map((batch) => scores().addAll(batch)));
    for (const userId of people) expect(await scores().totalOf(userId)).toBe(66);
  });

  it("is undone together with the transaction that it is part of", async () => {
    const userId = await insertUser(database());
    const undone = database().db.transaction(async (transaction) => {
      await addScore(transaction, change(userId));
      throw new Error("the attempt could not be stored");
    });
    await expect(undone).rejects.toThrow("could not be stored");
    expect(await scores().totalOf(userId)).toBe(0);
    expect(await untold(userId)).toBeUndefined();
  });

  it("leaves out of a batch whoever is gone, and refuses a change for them alone", async () => {
    const [present, gone] = [await insertUser(database()), userIdSchema.parse(randomUUID())];
    expect(await scores().addAll([change(gone), change(present)])).toHaveLength(1);
    await expect(scores().add(change(gone))).rejects.toThrow("an account that does not exist");
  });
});

describe("what the boards have to hear", () => {
  it("is absolute: totals, and what was earned in each period", async () => {
    const userId = await insertUser(database());
    await scores().addAll([
      change(userId, { delta: 10 }),
      change(userId, { delta: 20, at: new Date(monday.getTime() - 1) }),
      change(userId, { delta: 40, at: new Date("2026-10-31T23:59:59.999Z") }),
      // Taken back today, of what was earned last week.
      change(userId, { delta: -5, source: "correction", earnedAt: new Date(monday.getTime() - 1) }),
    ]);
    const names = periods.map(({ scope, name }) => `${scope} ${name}`);
    expect(names).toEqual(["weekly 2026-47", "weekly 2026-46", "monthly 2026-11"]);
    expect(await untold(userId)).toMatchObject({ total: 65, revision: 1, country: null, toldCountry: null, shown: true, periods: [10, 15, 25] });
  });

  it("stays to be told where it changed while it was being told", async () => {
    const userId = await insertUser(database());
    await scores().add(change(userId));
    const heard = await untold(userId);
    await scores().add(change(userId));
    if (heard) await scores().usersTold([heard]);
    expect(await untold(userId)).toMatchObject({ total: 200, revision: 2 });
    await told(userId);
    expect(await untold(userId)).toBeUndefined();
  });

  it("includes another country and a closed account, whoever changed them", async () => {
    const userId = await insertUser(database());
    await scores().add(change(userId));
    await told(userId);
    const update = (values: Partial<typeof users.$inferInsert>) => database().db.update(users).set(values).where(eq(users.id, userId));
    await update({ name: "Another name" });
    expect(await untold(userId)).toBeUndefined();
    await update({ country: "VN" });
    expect(await untold(userId)).toMatchObject({ country: "VN", toldCountry: null, shown: true });
    await told(userId);
    await update({ country: "DE", disabledAt: new Date() });
    expect(await untold(userId)).toMatchObject({ country: "DE", toldCountry: "VN", shown: false });
  });

  it("has each change once, the oldest first, until its events are out", async () => {
    const userId = await insertUser(database());
    const receipts = await scores().addAll([2, 1, 3].map((delta) => change(userId, { delta, at: new Date(monday.getTime() + delta) })));
    const waiting = async () => (await scores().untoldChanges(10_000)).filter((each) => each.userId === userId);
    expect((await waiting()).map(({ delta }) => delta)).toEqual([1, 2, 3]);
    expect((await waiting())[1]).toEqual({ changeId: receipts[0]?.changeId, userId, source: "attempt", quizId: null, delta: 2, newTotal: 2, at: "2026-11-16T00:00:00.002Z" });
    await scores().changesTold({ changeIds: receipts.slice(0, 2).map(({ changeId }) => changeId), at: monday });
    expect((await waiting()).map(({ delta }) => delta)).toEqual([3]);
  });
});
