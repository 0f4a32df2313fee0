import { type Board, type BoardUpdate, monthAt, type UserId, weekAt } from "@quickfire/engine";
import { connectRedis, createBoardStore, createBoardSubscriber } from "@quickfire/realtime";
import { waitFor } from "@quickfire/testing";
import { startFaultProxy } from "@quickfire/testing/network";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { z } from "zod";
import { createBoardService, createOpenStreams } from "../src";
import { contract } from "./support/contract";
import { present } from "./support/present";
import { serveStreams } from "./support/stream-reader";
import { type Person, useApi } from "./support/use-api";

const api = useApi();
const store = () => createBoardStore({ redis: api().redis });
let streams: Awaited<ReturnType<typeof serveStreams>>;
let people: Person[];
let revision = 1;

const rowSchema = z.strictObject({ userId: z.uuid(), username: z.string(), score: z.int(), rank: z.int().min(1) });
/** Two letters that no other test of the run uses, and no country. */
const board = (country: string): Board => ({ scope: "country", country });

beforeAll(async () => {
  people = await Promise.all(["learner", "learner", "learner"].map(() => api().person("learner")));
  streams = await serveStreams(api().services);
});
afterAll(() => streams.close());

const person = (index: number) => present(people[index]);
async function* none() {}
async function put(on: Board, scores: Record<UserId, number>): Promise<void> {
  revision += 1;
  const updates = Object.entries(scores).map(([userId, score]): BoardUpdate => ({ board: on, userId: userId as UserId, revision, score }));
  await store().update(updates);
  await waitFor(async () => (await store().publish(on)) === null, { what: "the publication" });
}
async function openBoard(on: Board, scores: Record<UserId, number> = {}): Promise<Board> {
  await store().rebuild(on, none());
  await put(on, scores);
  return on;
}

describe("GET /leaderboard", () => {
  it("is a list of users with names, points and shared ranks, as long as wanted", async () => {
    await openBoard(board("ZA"), { [person(0).userId]: 70, [person(1).userId]: 90, [person(2).userId]: 70 });
    const { body, status } = await person(0).rest.get("/leaderboard?scope=country&country=ZA");
    expect(status).toBe(200);
    expect(z.array(rowSchema).parse(body).map(({ userId, rank }) => [userId, rank])).toEqual([[person(1).userId, 1], ...[person(0), person(2)].map(({ userId }) => [userId, 2]).sort().reverse()]);
    expect((await person(0).rest.get<unknown[]>("/leaderboard?scope=country&country=ZA&limit=1")).body).toHaveLength(1);
  });

  it("is for who is signed in, and names what is wrong with a question", async () => {
    expect((await api().rest().get("/leaderboard")).status).toBe(401);
    for (const query of ["scope=town", "scope=weekly&period=2026-54", "scope=monthly&period=november", "scope=country", "scope=country&country=vn", "limit=101", "limit=0", "size=3"]) {
      const refused = await person(0).rest.get(`/leaderboard?${query}`);
      expect([refused.status, contract.problem.parse(refused.body).code], query).toEqual([422, "INVALID"]);
    }
  });

  it("is empty for a period without points, and that of the archive for one that is over", async () => {
    expect((await person(0).rest.get("/leaderboard?scope=weekly&period=2020-10")).body).toEqual([]);
    await api().database.sql`insert into archived_boards (board, players, archived_at) values ('leaderboard:weekly:2020-11', 1, now())`;
    await api().database.sql`insert into archived_standings (board, user_id, rank, score) values ('leaderboard:weekly:2020-11', ${person(0).userId}, 1, 500)`;
    expect((await person(0).rest.get("/leaderboard?scope=weekly&period=2020-11")).body).toEqual([{ userId: person(0).userId, username: "Somebody", score: 500, rank: 1 }]);
  });

  it("asks for the same top once, until it changes", async () => {
    const on = await openBoard(board("ZB"), { [person(0).userId]: 10 });
    const read = vi.spyOn(api().services.boards.boards, "namesOf");
    const top = () => person(1).rest.get<{ score: number }[]>("/leaderboard?scope=country&country=ZB");
    await top();
    for (let count = 0; count < 5; count += 1) await top();
    expect(await api().services.metrics.registry.metrics()).toMatch(/quickfire_cache_hits_total\{cache="board",service="test"\} [5-9]/);
    expect(read.mock.calls.length).toBeLessThanOrEqual(1);
    await put(on, { [person(0).userId]: 11 });
    await waitFor(async () => present((await top()).body[0]).score === 11);
    read.mockRestore();
  });
});

describe("GET /leaderboard/stream", () => {
  it("sends the current board at once, then each change, in the documented form", async () => {
    const on = await openBoard(board("ZC"), { [person(0).userId]: 10 });
    const reader = await streams.follow("scope=country&country=ZC", person(1));
    expect([reader.status, reader.headers["content-type"], reader.headers["cache-control"]]).toEqual([200, "text/event-stream; charset=utf-8", "no-store, no-transform"]);
    const [first] = await reader.until(1);
    expect(reader.text()).toMatch(/^retry: \d+\n\n/);
    expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}\.\d+$/), event: "update", payload: { timestamp: expect.any(String), board: "leaderboard:country:ZC", leaderboard: [{ rank: 1, userId: person(0).userId, username: "Somebody", score: 10 }] } });
    expect(z.iso.datetime().safeParse(first?.payload.timestamp).success).toBe(true);
    await put(on, { [person(2).userId]: 20 });
    const [, second] = await reader.until(2);
    expect(second?.payload.leaderboard.map(({ score }) => score)).toEqual([20, 10]);
    expect(second?.id).not.toBe(first?.id);
    reader.leave();
  });

  it("goes on behind the last event that was seen, and sends what is not known to be seen", async () => {
    const on = await openBoard(board("ZD"), { [person(0).userId]: 10 });
    const first = await streams.follow("scope=country&country=ZD", person(1));
    const lastEventId = present((await first.until(1))[0]?.id);
    first.leave();
    const resumed = await streams.follow("scope=country&country=ZD", { token: person(1).token, lastEventId });
    await put(on, { [person(0).userId]: 30 });
    expect((await resumed.until(1)).map(({ payload }) => payload.leaderboard[0]?.score)).toEqual([30]);
    const late = await streams.follow("scope=country&country=ZD", { token: person(1).token, lastEventId });
    expect((await late.until(1)).map(({ payload }) => payload.leaderboard[0]?.score)).toEqual([30]);
    const stranger = await streams.follow("scope=country&country=ZD", { token: person(1).token, lastEventId: "nonsense" });
    expect(await stranger.until(1)).toHaveLength(1);
    for (const reader of [resumed, late, stranger]) reader.leave();
  });

  it("follows several boards over one connection", async () => {
    const now = api().services.store.now();
    await Promise.all([openBoard({ scope: "weekly", period: weekAt(now).name }), openBoard({ scope: "monthly", period: monthAt(now).name })]);
    const reader = await streams.follow("scope=weekly,monthly", person(1));
    expect((await reader.until(2)).map(({ payload }) => payload.board).sort()).toEqual([`leaderboard:monthly:${monthAt(now).name}`, `leaderboard:weekly:${weekAt(now).name}`]);
    reader.leave();
  });

  it("is for who is signed in, for boards that still change, and not for twenty-one times the same user", async () => {
    await openBoard(board("ZE"));
    expect((await streams.follow("scope=all", { token: "forged" })).status).toBe(401);
    expect((await streams.follow("scope=all,all", person(0))).status).toBe(422);
    expect((await streams.follow("scope=weekly&period=2020-10", person(0))).status).toBe(404);
    const greedy = await api().person("learner");
    const readers = [];
    for (let count = 0; count < 21; count += 1) readers.push(await streams.follow("scope=country&country=ZE", greedy));
    expect(readers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(200), 429]);
    for (const reader of readers) reader.leave();
    await waitFor(async () => {
      const again = await streams.follow("scope=country&country=ZE", greedy);
      again.leave();
      return again.status === 200;
    });
  });

  it("shows the last known board, marked stale, while Redis can't be asked, and a fresh one afterwards", async () => {
    const on = await openBoard(board("ZF"), { [person(0).userId]: 10 });
    const reader = await streams.follow("scope=country&country=ZF", person(1));
    await reader.until(1);
    // What Redis has lost can't be believed until somebody makes it again.
    await api().redis.hset("{leaderboard:country:ZF}:state", "life", "another");
    const [, stale] = await waitFor(() => reader.events().length >= 2 && reader.events(), { timeoutMs: 10_000 });
    expect(stale).toMatchObject({ id: null, payload: { stale: true, leaderboard: [{ score: 10 }] } });
    const shown = await person(0).rest.get("/leaderboard?scope=country&country=ZF");
    expect([shown.status, shown.headers.get("quickfire-stale"), shown.body]).toEqual([200, "true", [expect.objectContaining({ score: 10 })]]);
    await openBoard(on, { [person(0).userId]: 40 });
    await waitFor(() => reader.events().at(-1)?.payload.leaderboard[0]?.score === 40 && !reader.events().at(-1)?.payload.stale, { timeoutMs: 10_000 });
    reader.leave();
  });
});

it("ends a stream whose sign-in has ended, and leaves those of others", async () => {
  await openBoard(board("ZI"));
  const { services } = api();
  const openStreams = createOpenStreams({ metrics: services.metrics, ended: services.ended, beatMs: 50 });
  const watched = await serveStreams({ ...services, streams: openStreams });
  const [one, other] = [await watched.follow("scope=country&country=ZI", person(0)), await watched.follow("scope=country&country=ZI", person(1))];
  await Promise.all([one.until(1), other.until(1)]);
  await services.ended.note([present(person(0).sessionId)]);
  await waitFor(() => one.isClosed());
  expect(other.isClosed()).toBe(false);
  expect(await services.metrics.registry.metrics()).toMatch(/quickfire_event_streams\{[^}]*\} [1-9]/);
  other.leave();
  openStreams.close();
  watched.close();
});

describe("while Redis hangs", () => {
  it("everybody is shown the last known board at once, Redis is asked by one and not by all, and what comes back is fresh again", async () => {
    const on = await openBoard(board("ZH"), { [person(0).userId]: 10 });
    const address = new URL(inject("redisUrl"));
    const proxy = await startFaultProxy({ target: { host: address.hostname, port: Number(address.port) }, seed: 1 });
    const [redis, subscriber] = await Promise.all([connectRedis(proxy.through(address.href)), connectRedis(proxy.through(address.href), { role: "subscriber" })]);
    const { boards: known, metrics, logger } = api().services;
    const through = createBoardStore({ redis });
    const asked = vi.spyOn(through, "read");
    const boards = createBoardService({ store: through, subscriber: createBoardSubscriber({ subscriber }), boards: known.boards, metrics, logger, compareEveryMs: 100 });
    const cut = await serveStreams({ ...api().services, boards });
    const reader = await cut.follow("scope=country&country=ZH", person(1));
    await reader.until(1);
    proxy.pause();
    expect((await reader.until(2))[1]).toMatchObject({ id: null, payload: { stale: true, leaderboard: [{ score: 10 }] } });
    asked.mockClear();
    const shown = await Promise.all(Array.from({ length: 50 }, () => boards.top(on, 10)));
    expect(new Set(shown.map(({ stale, rows }) => `${stale} ${rows[0]?.score}`))).toEqual(new Set(["true 10"]));
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1);
    await expect(boards.around(on, { userId: person(0).userId, limit: 5 })).rejects.toThrow();
    proxy.resume();
    await put(on, { [person(0).userId]: 20 });
    await waitFor(async () => { const { stale, rows } = await boards.top(on, 10); return !stale && rows[0]?.score === 20; }, { timeoutMs: 10_000 });
    await waitFor(() => reader.events().at(-1)?.payload.leaderboard[0]?.score === 20 && !reader.events().at(-1)?.payload.stale);
    reader.leave();
    cut.close();
    boards.close();
    redis.disconnect();
    subscriber.disconnect();
    await proxy.close();
  });
});

describe("the procedures of the pages", () => {
  it("give the page around oneself, and those with whom one played among themselves", async () => {
    await openBoard(board("ZG"), { [person(0).userId]: 10, [person(1).userId]: 30, [person(2).userId]: 20 });
    const caller = api().caller({ user: person(0) });
    const around = await caller.boards.around({ scope: "country", country: "ZG", limit: 2 });
    expect([around.offset, around.total, around.rows.map(({ score, rank }) => [score, rank])]).toEqual([1, 3, [[20, 2], [10, 3]]]);
    await api().database.sql`insert into game_participants (game_id, participant_id, name, user_id, joined_at)
      select '0193a2a4-0000-7000-8000-00000000abcd', gen_random_uuid(), 'x', id, now() from unnest(${[person(0).userId, person(2).userId]}::uuid[]) as player (id)`;
    const gameId = "0193a2a4-0000-7000-8000-00000000abcd";
    for (const asked of [{}, { gameId }]) {
      const rows = await caller.boards.among({ scope: "country", country: "ZG", ...asked });
      expect(rows.map(({ userId, rank }) => [userId, rank])).toEqual([[person(2).userId, 1], [person(0).userId, 2]]);
    }
    await expect(api().caller({ user: person(1) }).boards.among({ scope: "country", country: "ZG", gameId })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  });

  it("show a league without ids, and the others under pseudonyms unless they chose their names", async () => {
    const { leagues } = api().services;
    const [me, shown, hidden] = [person(0), person(1), person(2)];
    const week = weekAt(api().services.store.now()).name;
    await leagues.seat({ week, userIds: [me.userId, shown.userId, hidden.userId] });
    await api().caller({ user: shown }).league.choose({ showsName: true });
    const league = await api().caller({ user: me }).league.mine({});
    expect(league.rows).toHaveLength(3);
    expect(league.rows?.filter(({ name }) => name === "Somebody")).toHaveLength(2);
    expect(JSON.stringify(league)).not.toContain(hidden.userId);
    await api().caller({ user: me }).league.choose({ takesPart: false });
    expect(await api().caller({ user: me }).league.mine({})).toMatchObject({ rows: null, takesPart: false });
  });
});
