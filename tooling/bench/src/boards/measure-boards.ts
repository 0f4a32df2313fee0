import { createBoardRepository, type Database } from "@quickfire/db";
import type { Board, BoardUpdate, UserId } from "@quickfire/engine";
import { type BoardStore, connectRedis, createBoardStore, type RedisClient } from "@quickfire/realtime";
import { median } from "../shared/statistics";

const all: Board = { scope: "all" };
/** What a change of a score goes to: all time, a week, a month, a country. */
const four: Board[] = [all, { scope: "weekly", period: "2026-47" }, { scope: "monthly", period: "2026-11" }, { scope: "country", country: "VN" }];
const usersTogether = 300;
const tries = 300;

type Person = { userId: UserId; total: number };
export type Pair = { quickfire: number; plain: number };

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Where the figures come from: a Redis and a Postgres of this run alone. */
export async function openBoards(redisUrl: string, database: Database, people: readonly Person[]) {
  const redis = await connectRedis(redisUrl);
  const store = createBoardStore({ redis });
  async function* places() {
    yield people.map(({ userId, total }) => ({ userId, revision: 1, score: total }));
  }
  const fill = async () => {
    for (const board of four) await store.rebuild(board, places());
  };
  return { redis, store, fill, database, people, close: () => redis.disconnect() };
}
export type OpenBoards = { redis: RedisClient; store: BoardStore; database: Database; people: readonly Person[] };

/** Microseconds for one user whose score changed, on four boards of all the others. */
export async function measureUpdates({ redis, store, people }: OpenBoards, revision: number): Promise<Pair> {
  const batch = people.slice(0, usersTogether);
  const updates = batch.flatMap(({ userId, total }): BoardUpdate[] => four.map((board) => ({ board, userId, revision, score: total + revision })));
  const quickfire = await millisOf(() => store.update(updates));
  const plain = await millisOf(async () => {
    for (const { userId, total } of batch) await four.reduce((together, _, place) => together.zadd(`plain:${place}`, total + revision, userId), redis.multi()).exec();
  });
  return { quickfire: (quickfire / batch.length) * 1_000, plain: (plain / batch.length) * 1_000 };
}

/** Microseconds for the page around somebody: of the board in Redis, and by a window over the table. */
export async function measureAround({ store, database, people }: OpenBoards): Promise<Pair> {
  const someone = (turn: number): UserId => people[(turn * 7_919) % people.length]?.userId ?? people[0]?.userId ?? missing();
  const quickfire: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) quickfire.push(await millisOf(() => store.read(all, { limit: 11, around: someone(turn) })));
  const plain: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    plain.push(await millisOf(() => database.sql`
      with ranked as (select user_id, total, rank() over (order by total desc) as rank, row_number() over (order by total desc, user_id) as place from user_scores)
      select * from ranked where place between (select place - 5 from ranked where user_id = ${someone(turn)}) and (select place + 5 from ranked where user_id = ${someone(turn)})`));
  }
  return { quickfire: median(quickfire) * 1_000, plain: median(plain) * 1_000 };
}

/** Seconds for the board of a period that holds every row: summed by Postgres and filled in parts, and row by row by hand. */
export async function measureRebuild({ redis, store, database }: OpenBoards): Promise<Pair & { players: number; rows: number }> {
  const boards = createBoardRepository(database);
  const period = { name: "all of it", startsAt: 0, endsAt: Date.now() + 1_000 };
  const board: Board = { scope: "monthly", period: "2026-10" };
  let players = 0;
  const quickfire = await millisOf(async () => void (players = (await store.rebuild(board, boards.places(board, period))) ?? 0));
  let rows = 0;
  const plain = await millisOf(async () => {
    for await (const part of database.sql<{ user_id: string; delta: number }[]>`select user_id, delta from score_changes`.cursor(5_000)) {
      const pipeline = redis.pipeline();
      for (const { user_id: userId, delta } of part) pipeline.zincrby("plain:rebuilt", delta, userId);
      await pipeline.exec();
      rows += part.length;
    }
  });
  return { quickfire: quickfire / 1_000, plain: plain / 1_000, players, rows };
}

function missing(): never {
  throw new Error("there are no users");
}
