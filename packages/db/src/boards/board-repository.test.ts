import { randomUUID } from "node:crypto";
import { type Board, monthAt, type UserId, weekAt } from "@quickfire/engine";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { users } from "../schema/users";
import { createScoreRepository } from "../scores/score-repository";
import { createBoardRepository } from "./board-repository";

const database = useDatabase();
const boards = () => createBoardRepository(database());
const day = (text: string) => new Date(`${text}T12:00:00.000Z`);

async function earn(userId: UserId, ...earned: [points: number, at: string][]) {
  await createScoreRepository(database()).addAll(
    earned.map(([delta, at]) => ({ userId, source: delta < 0 ? "correction" : "attempt", sourceId: randomUUID(), quizId: null, delta, action: "test", ip: null, userAgent: null, at: day(at) })),
  );
}
const update = (userId: UserId, values: Partial<typeof users.$inferInsert>) => database().db.update(users).set(values).where(eq(users.id, userId));

let [ann, ben, cat, dan]: UserId[] = [];
const week = weekAt(day("2026-11-18").getTime());

beforeAll(async () => {
  [ann, ben, cat, dan] = await Promise.all([1, 2, 3, 4].map(() => insertUser(database())));
  if (!ann || !ben || !cat || !dan) throw new Error("four have been inserted");
  await earn(ann, [500, "2026-11-17"], [100, "2026-10-01"]);
  await earn(ben, [300, "2026-11-18"], [200, "2026-11-19"]);
  await earn(cat, [50, "2026-11-18"], [-50, "2026-11-18"]);
  await earn(dan, [900, "2026-11-18"]);
  await update(ann, { country: "VN" });
  await update(dan, { country: "VN", disabledAt: new Date() });
});

async function placesOf(board: Board, period = week): Promise<Record<UserId, number>> {
  const places: [UserId, number][] = [];
  for await (const part of boards().places(board, period)) places.push(...part.map(({ userId, score }): [UserId, number] => [userId, score]));
  return Object.fromEntries(places);
}

describe("what boards are made from", () => {
  it("is the points of open accounts, of all time, of a country, or of a period", async () => {
    expect(await placesOf({ scope: "all" })).toEqual({ [ann ?? ""]: 600, [ben ?? ""]: 500 });
    expect(await placesOf({ scope: "country", country: "VN" })).toEqual({ [ann ?? ""]: 600 });
    expect(await placesOf({ scope: "weekly", period: week.name })).toEqual({ [ann ?? ""]: 500, [ben ?? ""]: 500 });
    expect(await placesOf({ scope: "monthly", period: "2026-10" }, monthAt(day("2026-10-01").getTime()))).toEqual({ [ann ?? ""]: 100 });
    expect(await boards().countries()).toEqual(["VN"]);
  });

  it("has the names of open accounts, in one question", async () => {
    expect([...(await boards().namesOf([ann, ben, dan].flatMap((userId) => userId ?? []))).keys()].sort()).toEqual([ann, ben].sort());
  });
});

it("archives a board once, as it stood, with shared ranks", async () => {
  const board: Board = { scope: "weekly", period: week.name };
  expect(await boards().isArchived(board)).toBe(false);
  await Promise.all([1, 2].map(() => boards().archive({ board, period: week, at: new Date() })));
  expect(await boards().isArchived(board)).toBe(true);
  if (ben) await earn(ben, [1, "2026-11-19"]);
  await boards().archive({ board, period: week, at: new Date() });
  const rows = await boards().archivedTop({ board, limit: 10 });
  expect(rows.map(({ rank, score }) => [rank, score])).toEqual([[1, 500], [1, 500]]);
  const [archived] = await database().sql`select players from archived_boards`;
  expect(archived?.["players"]).toBe(2);
});

it("finds a learner's bests: in one go, in a week, in a month, and the weeks on end", async () => {
  const userId = await insertUser(database());
  const bests = (at: string) => boards().bestsOf({ userId, now: day(at) });
  expect(await bests("2026-11-21")).toEqual({ total: 0, bestResult: null, bestWeek: null, bestMonth: null, weeksInARow: 0, mostWeeksInARow: 0 });
  await earn(userId, [100, "2026-10-01"], [100, "2026-10-08"], [100, "2026-10-15"], [250, "2026-11-05"], [120, "2026-11-10"], [-200, "2026-11-05"]);
  expect(await bests("2026-11-21")).toEqual({
    total: 470, bestResult: { points: 250, at: "2026-11-05T12:00:00.000Z" }, bestWeek: { period: "2026-46", points: 120 }, bestMonth: { period: "2026-10", points: 300 },
    weeksInARow: 2, mostWeeksInARow: 3,
  });
  expect(await bests("2026-11-23")).toMatchObject({ weeksInARow: 0, mostWeeksInARow: 3 });
});
