import { randomUUID } from "node:crypto";
import { type Board, boardName, type BoardUpdate, type UserId, userIdSchema } from "@quickfire/engine";
import fc from "fast-check";
import { waitFor } from "@quickfire/testing";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { clockedLibrary, startTestClock } from "../../test/clocked-library";
import { useRedis } from "../../test/game-fixture";
import { connectRedis } from "../connect-redis";
import { loadLibrary } from "../functions/library";
import { boardKeys } from "../keys";
import type { BoardPlace, BoardStore } from "./board-store.types";
import { createBoardStore } from "./create-board-store";

const redis = useRedis();
const { library, clockKey } = clockedLibrary();
let store: BoardStore;
let clock: Awaited<ReturnType<typeof startTestClock>>;

beforeAll(async () => {
  clock = await startTestClock(redis(), clockKey);
  await loadLibrary(redis(), library);
  store = createBoardStore({ redis: redis(), library });
});

const newUser = (): UserId => userIdSchema.parse(randomUUID());
const people = Array.from({ length: 12 }, newUser);
/** A board of its own for a test: all tests of a run share one Redis. */
const anyBoard = (): Board => ({ scope: "country", country: randomUUID() });

async function* inOnePart(places: BoardPlace[]) {
  yield places;
}
const emptyBoard = async (options?: { expiresAt?: number }) => {
  const board = anyBoard();
  await store.rebuild(board, inOnePart([]), options);
  return board;
};
const put = (board: Board, userId: UserId, score: number | null, revision = 1): BoardUpdate => ({ board, userId, revision, score });
const rowsOf = async (board: Board, limit = 100) => (await store.read(board, { limit }))?.rows ?? null;

/** The top as subscribers hear it. */
async function publications(board: Board) {
  const subscriber = await connectRedis(inject("redisUrl"), { role: "subscriber" });
  const heard: string[] = [];
  await subscriber.subscribe(boardKeys(board).channel);
  subscriber.on("message", (_channel: string, text: string) => heard.push(text));
  return { heard: () => heard.map((text) => JSON.parse(text)), stop: () => subscriber.disconnect() };
}

describe("boards", () => {
  it("stand under their public names, as sorted sets of users by points", async () => {
    const board = await emptyBoard();
    const [ann, ben] = [newUser(), newUser()];
    await store.update([put(board, ann, 300), put(board, ben, 9_007_199_254_740_991)]);
    expect(await redis().zrange(boardName(board), "0", "-1", "WITHSCORES")).toEqual([ann, "300", ben, "9007199254740991"]);
  });

  it("are at the end as the newest revision of each user says, whatever comes twice, late or in another order", async () => {
    const place = fc.record({ user: fc.nat(5), revision: fc.integer({ min: 1, max: 6 }), score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(place, { maxLength: 6 }), { maxLength: 5 }), async (calls) => {
        const board = await emptyBoard();
        const newest = new Map<number, { revision: number; score: number | null }>();
        for (const each of calls) {
          for (const { user, revision, score } of each) if (revision > (newest.get(user)?.revision ?? 0)) newest.set(user, { revision, score });
          await store.update(each.map(({ user, revision, score }) => put(board, people[user] ?? newUser(), score, revision)));
        }
        const scores = [...newest.values()].flatMap(({ score }) => score ?? []);
        const expected = [...newest].flatMap(([user, { score }]) => (score === null ? [] : [{ userId: people[user], score, rank: 1 + scores.filter((other) => other > score).length }]));
        const byUser = (rows: { userId?: UserId }[]) => [...rows].sort((one, other) => String(one.userId).localeCompare(String(other.userId)));
        const rows = (await rowsOf(board)) ?? [];
        expect(byUser(rows)).toEqual(byUser(expected));
        expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).sort((one, other) => other - one));
        await redis().del(...Object.values(boardKeys(board)));
      }),
      { numRuns: 60 },
    );
  });

  it("share a rank where points are equal, also in the middle of a page", async () => {
    const board = await emptyBoard();
    await store.update(people.map((userId, index) => put(board, userId, [9, 7, 7, 7, 5, 5, 3, 3, 3, 3, 2, 1][index] ?? 0)));
    const ranks = async (offset: number) => (await store.read(board, { limit: 4, offset }))?.rows.map(({ rank }) => rank);
    expect([await ranks(0), await ranks(2), await ranks(8)]).toEqual([[1, 2, 2, 2], [2, 2, 5, 5], [7, 7, 11, 12]]);
  });

  it("have a page around each user, full wherever they stand", async () => {
    const board = await emptyBoard();
    await store.update(people.map((userId, index) => put(board, userId, 100 - index)));
    const around = async (index: number) => {
      const page = await store.read(board, { limit: 5, around: people[index] });
      return [page?.offset, page?.rows.map(({ userId }) => people.indexOf(userId)), page?.total];
    };
    expect(await around(0)).toEqual([0, [0, 1, 2, 3, 4], 12]);
    expect(await around(6)).toEqual([4, [4, 5, 6, 7, 8], 12]);
    expect(await around(11)).toEqual([7, [7, 8, 9, 10, 11], 12]);
    expect((await store.read(board, { limit: 2, around: newUser() }))?.offset).toBe(0);
    expect(await store.points(board, [people[3] ?? newUser(), newUser()])).toEqual([97, null]);
  });

  it("forget a user without a trace", async () => {
    const board = await emptyBoard();
    const [ann, ben] = [newUser(), newUser()];
    await store.update([put(board, ann, 1), put(board, ben, 2)]);
    await store.forget(ann, [board]);
    expect((await rowsOf(board))?.map(({ userId }) => userId)).toEqual([ben]);
    expect(await redis().hkeys(boardKeys(board).marks)).toEqual([ben]);
  });

  it("of a period go away by themselves when their time is over", async () => {
    const expiresAt = Date.now() + 3_600_000;
    const board = await emptyBoard({ expiresAt });
    await store.update([put(board, newUser(), 1)]);
    const { board: name, marks, state } = boardKeys(board);
    for (const key of [name, marks, state]) expect(await redis().pexpiretime(key)).toBe(expiresAt);
  });
});

describe("publishing a board", () => {
  it("tells everybody of a changed top once, and not more often than every 500 ms", async () => {
    const board = await emptyBoard();
    const { heard, stop } = await publications(board);
    await clock.advance(1_000);
    expect(await store.publish(board)).toBeNull();
    expect((await store.update([put(board, people[0] ?? newUser(), 10)])).touched).toEqual([board]);
    expect(await Promise.all([store.publish(board), store.publish(board)])).toEqual([500, 500]);
    await clock.advance(499);
    expect(await store.publish(board)).toBe(1);
    await clock.advance(1);
    expect(await Promise.all([store.publish(board), store.publish(board)])).toEqual([null, null]);
    await waitFor(() => heard().length >= 2);
    expect(heard().map(({ number, rows }) => [number, rows.length])).toEqual([[1, 0], [2, 1]]);
    expect(heard()[1].rows).toEqual([[people[0], 10, 1]]);
    stop();
  });

  it("leaves out what changes only below the top", async () => {
    const board = await emptyBoard();
    const crowd = Array.from({ length: 50 }, newUser);
    await store.update(crowd.map((userId) => put(board, userId, 1_000)));
    const low = newUser();
    expect((await store.update([put(board, low, 5)])).touched).toEqual([]);
    expect((await store.update([put(board, low, 6, 2)])).touched).toEqual([]);
    expect((await store.update([put(board, low, 2_000, 3)])).touched).toEqual([board]);
    expect((await store.update([put(board, low, null, 4)])).touched).toEqual([board]);
  });
});

describe("a board that Redis has lost", () => {
  it("is unknown, not empty, and takes nothing until it is made again", async () => {
    const board = anyBoard();
    expect(await store.read(board, { limit: 1 })).toBeNull();
    expect(await store.isKnown(board)).toBe(false);
    expect(await store.update([put(board, newUser(), 1)])).toEqual({ touched: [], unknown: [board] });
    expect(await redis().exists(boardName(board))).toBe(0);
  });

  it("is not believed either when it comes from another life of Redis", async () => {
    const board = await emptyBoard();
    await redis().hset(boardKeys(board).state, "life", "another");
    expect(await store.read(board, { limit: 1 })).toBeNull();
    const places = [{ userId: newUser(), revision: 1, score: 4 }];
    expect(await store.rebuild(board, inOnePart(places))).toBe(1);
    expect(await rowsOf(board)).toEqual([{ userId: places[0]?.userId, score: 4, rank: 1 }]);
  });

  it("keeps what comes while it is made again, and follows on its numbers where it was only made anew", async () => {
    const board = await emptyBoard();
    const [ann, ben, gone] = [newUser(), newUser(), newUser()];
    await store.update([put(board, gone, 70)]);
    const before = await store.read(board, { limit: 1 });
    async function* slowly() {
      yield [{ userId: ann, revision: 1, score: 10 }];
      await store.update([put(board, ann, 30, 3), put(board, ben, 20, 2)]);
      // Read from Postgres before they changed.
      yield [{ userId: ann, revision: 2, score: 15 }, { userId: ben, revision: 1, score: 1 }];
      expect(await store.rebuild(board, inOnePart([]))).toBeNull();
    }
    expect(await store.rebuild(board, slowly())).toBe(2);
    expect(await rowsOf(board)).toEqual([{ userId: ann, score: 30, rank: 1 }, { userId: ben, score: 20, rank: 2 }]);
    expect(await store.read(board, { limit: 1 })).toMatchObject({ epoch: before?.epoch, number: before?.number });
  });
});
