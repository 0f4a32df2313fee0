import { cp, rm } from "node:fs/promises";
import { createDatabase, createGameRepository, createReportRepository, type Database } from "@quickfire/db";
import { migrate } from "@quickfire/db/migrate";
import type { ParticipantId } from "@quickfire/engine";
import { connectRedis, type ControlMessage, createEventHub, gameKeys, type GameStore, shardKeys, vouchForNothing } from "@quickfire/realtime";
import { createTestDatabase, type RedisUnderTest, startRedis, type TestDatabase, waitFor } from "@quickfire/testing";
import { startFaultProxy } from "@quickfire/testing/network";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { useBuiltWorker } from "./built-worker";
import { type LiveEdge, openGame, openLiveEdge, shards } from "./live-game";
import { watchWorker } from "./running-worker";
import { startWorker } from "./saving-worker";

// Servers are killed and started here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const built = useBuiltWorker();
let redisServer: RedisUnderTest;
let fresh: TestDatabase;
let database: Database;
let edge: LiveEdge;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  fresh = await createTestDatabase({ migrate });
  database = createDatabase(fresh.url, { maxConnections: 5 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});
beforeEach(async () => {
  redisServer = await startRedis({ settings: { appendfsync: "always" } });
  edge = await openLiveEdge(redisServer.url, "worker");
  await employ("first");
});
afterEach(async () => {
  await worker.stop();
  await edge.close();
  await redisServer.remove();
});

async function employ(name: string): Promise<void> {
  worker = await startWorker({ edge, database, redisUrl: redisServer.url, name });
  await untilTrusted();
}

const untilTrusted = () =>
  waitFor(async () => (await edge.store.trustedShards().catch(() => 0)) === shards, { timeoutMs: 15_000, what: "a Redis that was compared with Postgres" });

const countAnswers = async (gameId: string): Promise<number> => {
  const [row] = await database.sql<{ n: number }[]>`select count(*)::int as n from game_answers where game_id = ${gameId}`;
  return row?.n ?? 0;
};

/** Two rounds in, with the second question open: Ann has answered it, Ben and Dan have not; Cat was removed. */
async function playHalf() {
  const game = await openGame(edge, database);
  const [ann, ben, cat, dan] = [await game.join("Ann"), await game.join("Ben"), await game.join("Cat"), await game.join("Dan")];
  await game.command("start", "question");
  await game.answer(1, [[ann, { selectedOption: 0 }], [ben, { selectedOption: 1 }], [cat, { selectedOption: 0 }]]);
  await game.command("reveal", "reveal");
  await game.remove(cat);
  await game.command("next", "standings");
  await game.command("next", "question");
  await game.answer(2, [[ann, { answer: { options: [0, 1] } }]]);
  await waitFor(async () => (await countAnswers(game.gameId)) === 4, { what: "four answers in Postgres" });
  return { ...game, ann, ben, cat, dan };
}

type Half = Awaited<ReturnType<typeof playHalf>>;

/** What a player is shown, without what may differ after a rebuilding: times, and the number of the game's moves. */
async function seenBy(store: GameStore, { gameId }: Half, participantId: ParticipantId) {
  const found = await store.snapshot({ gameId, participantId, node: "test" });
  if (!found) throw new Error("there is no snapshot");
  const { seq: _seq, serverTime: _serverTime, endTime: _endTime, question, ...rest } = found.snapshot;
  return { id: found.id, snapshot: { ...rest, question: question?.questionId } };
}

async function everything(store: GameStore, half: Half) {
  const seen = await Promise.all([half.ann, half.ben, half.dan].map((id) => seenBy(store, half, id)));
  return { epoch: seen[0]?.id.split(".")[0], snapshots: seen.map(({ snapshot }) => snapshot), tally: (await store.tally(half.gameId))?.tally };
}

/** To the end, with whatever is still to be answered; then the report has to follow from the answers. */
async function playOn(half: Half, { danHasAnswered = false } = {}): Promise<void> {
  const { ann, ben, dan } = half;
  const [again, benToo] = await half.answer(2, [[ann, { answer: { options: [0, 1] } }], [ben, { answer: { options: [2] } }]]);
  expect(again?.result).toMatchObject({ accepted: true, repeated: true });
  expect(benToo?.result).toMatchObject({ accepted: true });
  await half.command("reveal", "reveal");
  await half.command("next", "standings");
  await half.command("next", "question");
  await half.answer(3, [[ann, { answer: { value: true } }], [dan, { answer: { value: true } }]]);
  await half.command("end", "ended");
  const report = await waitFor(async () => {
    const found = await createReportRepository(database).report(half);
    return found?.verified ? found : null;
  }, { timeoutMs: 10_000, what: "a verified report" });
  const board = await edge.store.leaderboard({ gameId: half.gameId, limit: 10 });
  expect(report.participants.map(({ participantId, score, rank }) => ({ participantId, score, rank }))).toEqual(board?.items.map(({ name: _name, ...row }) => row));
  expect(report.participants.map(({ name, right, answered }) => [name, right, answered]).sort()).toEqual([["Ann", 3, 3], ["Ben", 0, 2], ["Dan", danHasAnswered ? 2 : 1, danHasAnswered ? 2 : 1]]);
}

describe("a Redis that was emptied", () => {
  it("lets nobody in before every game is back as it was, in a new epoch, and then the game goes on to a verified report", async () => {
    const half = await playHalf();
    const before = await everything(edge.store, half);
    await worker.stop();
    await edge.redis.flushall();

    // Nobody is told that there is no such game, and nothing is taken.
    await expect(edge.store.state(half.gameId)).rejects.toMatchObject({ retryable: true });
    await expect(edge.store.find(before.snapshots[0]?.gameId ?? "")).rejects.toMatchObject({ retryable: true });
    await expect(edge.store.find("000000")).rejects.toMatchObject({ retryable: true });
    await expect(half.join("Eve")).rejects.toMatchObject({ retryable: true });

    await employ("second");
    const after = await everything(edge.store, half);
    expect(after.epoch).not.toBe(before.epoch);
    expect({ ...after, epoch: "" }).toEqual({ ...before, epoch: "" });
    await expect(half.join("Ann")).rejects.toThrow("NAME_TAKEN");
    await playOn(half);
  });

  it("logs the final standings of an ended game again of which some were lost with it", async () => {
    const half = await playHalf();
    await playOn(half);
    await worker.stop();
    const { sql } = database;
    const standings = () => sql`select participant_id, rank, score from game_standings where game_id = ${half.gameId} order by participant_id`;
    const before = [...(await standings())];
    await sql`delete from game_standings where game_id = ${half.gameId} and participant_id = ${half.ben}`;
    await sql`update game_outcomes set verified = null where game_id = ${half.gameId}`;
    await edge.redis.flushall();

    await employ("second");
    await waitFor(async () => (await createReportRepository(database).report(half))?.verified, { timeoutMs: 10_000, what: "a verified report" });
    expect([...(await standings())]).toEqual(before);
  });
});

describe("an answer that a worker had read and not yet stored when Redis was emptied", () => {
  /** Keeps everybody from storing answers; the promise is resolved once somebody is kept, and its value lets them go on. */
  async function holdAnswersBack() {
    const connection = await database.sql.reserve();
    await connection`begin`;
    await connection`lock table game_answers in exclusive mode`;
    const isSomebodyKept = async () => (await database.sql`select 1 from pg_locks where not granted and relation = 'game_answers'::regclass`).length > 0;
    return {
      untilSomebodyIsKept: () => waitFor(isSomebodyKept, { what: "a worker that stores" }),
      async letGo(): Promise<void> {
        await connection`rollback`;
        connection.release();
      },
    };
  }

  it("is back in the game, though another worker has rebuilt it meanwhile", async () => {
    const half = await playHalf();
    const slow = worker;
    const answers = await holdAnswersBack();
    try {
      const [receipt] = await half.answer(2, [[half.dan, { answer: { options: [0, 1] } }]]);
      expect(receipt?.result).toMatchObject({ accepted: true });
      await answers.untilSomebodyIsKept();
      await edge.redis.flushall();
      await employ("quick");
      expect((await seenBy(edge.store, half, half.dan)).snapshot.you).toMatchObject({ answered: false });
      await answers.letGo();
      const isBack = async () => (await edge.store.snapshot({ ...half, participantId: half.dan, node: "test" }).catch(() => null))?.snapshot.you?.answered;
      await waitFor(isBack, { timeoutMs: 10_000, what: "the answer that came late" });
      // Both workers may look once more, and whoever answers meanwhile is asked to try again.
      const again = await waitFor(async () => (await half.answer(2, [[half.dan, { answer: { options: [3] } }]]).catch(() => null))?.[0], { timeoutMs: 10_000, what: "a receipt" });
      expect(again?.result).toMatchObject({ accepted: true, repeated: true, conflict: true });
      expect(await countAnswers(half.gameId)).toBe(5);
    } finally {
      await slow.stop();
    }
  });

  it("is back too where that worker was killed when it had stored the answer, and before it could have the game rebuilt once more", async () => {
    const half = await playHalf();
    await worker.stop();
    const proxy = await startFaultProxy({ target: { port: redisServer.port }, seed: 1 });
    const environment = { DATABASE_URL: fresh.url, REDIS_URL: proxy.through(redisServer.url), WORKER_OPS_PORT: "0", NODE_NAME: "slow" };
    const slow = await watchWorker(built.start("main", environment));
    try {
      await slow.untilReady(true);
      const answers = await holdAnswersBack();
      await half.answer(2, [[half.dan, { answer: { options: [0, 1] } }]]);
      await answers.untilSomebodyIsKept();
      const acknowledging = proxy.loseNext("up", (bytes) => bytes.toString("latin1").toLowerCase().includes("\r\nxack\r\n"));
      await edge.redis.flushall();
      await employ("quick");
      await answers.letGo();
      await acknowledging;
      await slow.kill("SIGKILL");
      expect((await seenBy(edge.store, half, half.dan)).snapshot.you).toMatchObject({ answered: false });
      await worker.stop();
      // Redis has forgotten that anything was read: nothing is delivered again, and what there is of the answer is in Postgres.
      await employ("next");
      const isBack = async () => (await edge.store.snapshot({ ...half, participantId: half.dan, node: "test" }).catch(() => null))?.snapshot.you?.answered;
      await waitFor(isBack, { timeoutMs: 10_000, what: "the answer that came late" });
      await playOn(half, { danHasAnswered: true });
    } finally {
      await slow.kill("SIGKILL");
      await proxy.close();
    }
  });
});

describe("a Redis that came back older than it was", () => {
  async function goBack(between: (half: Half) => Promise<void>): Promise<Half> {
    const half = await playHalf();
    const older = `${redisServer.dir}-older`;
    await cp(redisServer.dir, older, { recursive: true });
    await between(half);
    await worker.stop();
    await redisServer.kill();
    await rm(redisServer.dir, { recursive: true });
    await cp(older, redisServer.dir, { recursive: true });
    await rm(older, { recursive: true });
    await redisServer.restart();
    await waitFor(() => edge.redis.ping().then(() => true, () => false), { what: "Redis" });
    return half;
  }

  const answerAndStore = async (half: Half): Promise<void> => {
    await half.answer(2, [[half.dan, { answer: { options: [0, 1] } }]]);
    await waitFor(async () => (await countAnswers(half.gameId)) === 5, { what: "five answers in Postgres" });
  };

  it("is not played on with: what was answered since comes back from Postgres first", async () => {
    const half = await goBack(answerAndStore);
    await expect(half.answer(2, [[half.dan, { answer: { options: [3] } }]])).rejects.toThrow();
    await employ("second");
    expect((await seenBy(edge.store, half, half.dan)).snapshot.you).toMatchObject({ answered: true, answer: { options: expect.any(Array) } });
    const [again] = await half.answer(2, [[half.dan, { answer: { options: [3] } }]]);
    expect(again?.result).toMatchObject({ accepted: true, repeated: true, conflict: true });
  });

  it("would lose that answer if nobody compared it (negative control)", async () => {
    const half = await goBack(answerAndStore);
    await edge.redis.del(...Array.from({ length: shards }, (_, shard) => shardKeys(shard).trusted));
    await vouchForNothing(edge.redis, shards);
    const [first] = await half.answer(2, [[half.dan, { answer: { options: [3] } }]]);
    expect(first?.result).toEqual({ questionId: expect.any(String), accepted: true });
  });

  it("has a game ended that had ended", async () => {
    const half = await goBack(async (playing) => {
      await playing.command("end", "ended");
      await waitFor(async () => (await createGameRepository(database).byId(playing))?.status === "ended", { what: "the end in Postgres" });
    });
    await employ("second");
    expect((await edge.store.state(half.gameId))?.position).toMatchObject({ phase: "ended", interrupted: true });
  });
});

describe("a game of which a node has seen more than Redis has", () => {
  it("is rebuilt in a new epoch, with every answer that Redis still had", async () => {
    const half = await playHalf();
    const subscriber = await connectRedis(redisServer.url, { role: "subscriber" });
    const hub = createEventHub({ subscriber, redis: edge.redis, shards, checkMs: 100 });
    const controls: ControlMessage[] = [];
    const stop = await hub.listen(half.gameId, { onEvent: () => undefined, onControl: (message) => controls.push(message) });
    const before = await everything(edge.store, half);
    // As if the end of the append-only file had been cut off.
    await edge.redis.hincrby(gameKeys(half.gameId, shards).game, "eventNumber", -2);
    await waitFor(() => controls.some(({ type }) => type === "resync"), { timeoutMs: 10_000, what: "a new epoch" });
    expect(controls.map(({ type }) => type)).toEqual(expect.arrayContaining(["recovering", "rebuilt", "resync"]));
    const after = await everything(edge.store, half);
    expect(after.epoch).not.toBe(before.epoch);
    expect({ ...after, epoch: "" }).toEqual({ ...before, epoch: "" });
    stop();
    await hub.close();
    subscriber.disconnect();
    await playOn(half);
  });
});

describe("a game that can't be rebuilt", () => {
  it("ends, so that no list has it running for ever, and keeps nobody else waiting", async () => {
    const [broken, half] = [await playHalf(), await playHalf()];
    await worker.stop();
    await database.sql`update audit_events set payload = '{}' where game_id = ${broken.gameId} and type = 'PHASE_CHANGED'`;
    await edge.redis.flushall();
    await employ("second");
    expect(await createGameRepository(database).byId(broken)).toMatchObject({ status: "ended", interrupted: true });
    expect(await edge.store.find(broken.gameId)).toBeNull();
    expect(await createGameRepository(database).byId(half)).toMatchObject({ status: "running" });
    expect(await edge.store.state(half.gameId)).not.toBeNull();
  });
});
