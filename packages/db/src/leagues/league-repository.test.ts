import { randomUUID } from "node:crypto";
import { type UserId } from "@quickfire/engine";
import { expect, it } from "vitest";
import { insertUser, useDatabase } from "../../test/fresh-database";
import { createScoreRepository } from "../scores/score-repository";
import { createLeagueRepository } from "./league-repository";

const database = useDatabase();
const leagues = () => createLeagueRepository(database());
const [week, nextWeek] = ["2026-47", "2026-48"];

const earn = (userId: UserId, delta: number) =>
  createScoreRepository(database()).add({ userId, source: "attempt", sourceId: randomUUID(), quizId: null, delta, action: "test", ip: null, userAgent: null, at: new Date("2026-11-18T12:00:00Z") });
const people = (count: number) => Promise.all(Array.from({ length: count }, () => insertUser(database())));
const leagueIn = async (userId: UserId, of = week) => leagues().leagueOf({ userId, week: of });

it("seats everybody once, also when several workers do it at the same time, and never more than thirty together", async () => {
  const players = await people(40);
  await Promise.all([players.slice(0, 25), players.slice(10), players].map((userIds) => leagues().seat({ week, userIds })));
  const sizes = await database().sql`select seats, (select count(*)::int from league_seats where league_id = leagues.id) as counted from leagues where week = ${week} order by seats`;
  expect(sizes).toEqual([{ seats: 10, counted: 10 }, { seats: 30, counted: 30 }]);
});

it("moves players up and down at the end of a week, once, and seats them in their new tier", async () => {
  const players = await people(12);
  await Promise.all(players.map((userId, index) => earn(userId, 10 + index)));
  await database().sql`insert into league_players (user_id, tier) select id, 2 from unnest(${players}::uuid[]) as player (id)`;
  await leagues().seat({ week, userIds: players });
  const [first, last] = [players[11], players[0]];
  if (!first || !last) throw new Error("there are twelve");
  expect(await leagueIn(first)).toMatchObject({ week, tier: 2, seats: expect.arrayContaining([expect.objectContaining({ userId: first, points: 21, showsName: false })]) });

  const closed = await Promise.all([leagues().closeBefore(nextWeek), leagues().closeBefore(nextWeek)]);
  expect(closed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  expect(await leagues().closeBefore(nextWeek)).toBe(0);
  expect(await leagues().pastWeeksOf({ userId: first, limit: 5 })).toEqual([{ week, tier: 2, players: 12, points: 21, rank: 1, outcome: "up" }]);
  expect(await leagues().pastWeeksOf({ userId: last, limit: 5 })).toEqual([{ week, tier: 2, players: 12, points: 10, rank: 12, outcome: "down" }]);
  await leagues().seat({ week: nextWeek, userIds: [first, last] });
  expect([(await leagueIn(first, nextWeek))?.tier, (await leagueIn(last, nextWeek))?.tier]).toEqual([3, 1]);
});

it("leaves out whoever does not want to take part, at once and in the weeks to come", async () => {
  const [ann] = await people(1);
  if (!ann) throw new Error("there is one");
  await leagues().seat({ week, userIds: [ann] });
  await leagues().choose({ userId: ann, settings: { takesPart: false } });
  expect(await leagueIn(ann)).toBeNull();
  await leagues().seat({ week, userIds: [ann] });
  expect(await leagueIn(ann)).toBeNull();
  await leagues().choose({ userId: ann, settings: { takesPart: true, showsName: true } });
  await leagues().seat({ week, userIds: [ann] });
  expect((await leagueIn(ann))?.seats.find(({ userId }) => userId === ann)).toMatchObject({ showsName: true });
  expect(await leagues().standingOf(ann)).toEqual({ tier: 0, takesPart: true, showsName: true });
});
