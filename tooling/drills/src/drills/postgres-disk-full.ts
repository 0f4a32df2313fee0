import { join } from "node:path";
import { startPostgres, startRedis } from "@quickfire/testing";
import { RestClient } from "@quickfire/testing/players";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { author } from "../stage/game-host";
import { HostScreen } from "../stage/host-screen";
import { moveProduct } from "../stage/move-product";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { makeSmallDisk, type SmallDisk } from "../stage/small-disk";
import { openSql } from "../stack/drill-stack";
import { bringPostgresBack, trimLogs } from "./postgres-faults";
import { seconds } from "./wait";

/** Room for a new cluster with its first logs, and not for much more. */
const megabytes = 160;
/** Results wait for 5 s before the host is told, and a node looks every 2 s. */
const toldWithinS = 15;

/** The whole product on a Postgres that has all it writes on one small disk, as on a machine, and on a Redis that knows of no other. */
async function moveToSmallDisk(outer: Scene): Promise<{ scene: Scene; disk: SmallDisk }> {
  const disk = await makeSmallDisk(outer, { megabytes });
  const database = await startPostgres({ durable: true, dir: join(disk.path, "postgres") });
  // Ended before its disk is taken away.
  outer.onEnd(() => database.remove());
  await outer.stack.prepare(database);
  const redis = await startRedis();
  outer.onEnd(() => redis.remove());
  const redisClient = new Redis(redis.url, { maxRetriesPerRequest: null, retryStrategy: () => 100 });
  return { disk, scene: await moveProduct(outer, { redis, redisClient, urlFor: () => redis.url, database: { postgres: database, sql: openSql(database) } }) };
}

/** To the last page, also of those that the tables have already. */
async function fillUp({ stack, say }: Scene, disk: SmallDisk): Promise<void> {
  await stack.sql`vacuum full audit_events`;
  await stack.sql`vacuum full game_answers`;
  await disk.fill();
  say("the disk of Postgres is full");
}

/** So large that it does not fit into what tables have left. */
async function saveLargeQuiz({ stack }: Scene): Promise<number> {
  const questions = Array.from({ length: 150 }, (_, index) => ({
    type: "choice", text: `Question ${index + 1} ${"that takes room ".repeat(10)}`, options: [{ text: "one", correct: true }, { text: "two" }], timeLimit: 20, points: 1_000,
  }));
  const rest = await RestClient.signIn(stack.webUrl, author);
  return (await rest.post("/quizzes", { title: "A large one", language: "en", questions })).status;
}

/** Postgres lives and refuses what it has no room for, until the host was told; then there is room again. */
const refuseWrites = (disk: SmallDisk): Fault => async ({ scene, host }) => {
  const screen = await HostScreen.open(scene.stack, host);
  scene.onEnd(() => screen.close());
  await fillUp(scene, disk);
  const toldAfterS = await screen.untilItSays(true, toldWithinS);
  scene.expect(toldAfterS !== null, `the host is told that results wait (after ${toldAfterS?.toFixed(1)} s)`);
  const [stored] = await scene.stack.sql<{ answers: number }[]>`select count(*)::int as answers from audit_events where game_id = ${host.gameId} and type = 'ANSWER_SUBMITTED'`;
  scene.expect(stored !== undefined && stored.answers < scene.players, `not everything can be stored meanwhile (${stored?.answers} of ${scene.players} answers are)`);
  const status = await saveLargeQuiz(scene);
  scene.expect(status === 503, `an author who saves meanwhile is asked to come again (${status})`);
  await disk.free();
  scene.say("there is space again");
  const storedAfterS = await screen.untilItSays(false, toldWithinS);
  scene.expect(storedAfterS !== null, `the host is told that all is saved (after ${storedAfterS?.toFixed(1)} s)`);
};

/** Where it can't go on with its own log, Postgres gives up altogether. */
async function useUpItsLog({ stack }: Scene): Promise<boolean> {
  for (let files = 0; files < 12; files += 1) {
    try {
      await stack.sql`select pg_logical_emit_message(true, 'drill', 'a line')`;
      await stack.sql`select pg_switch_wal()`;
    } catch {
      return true;
    }
  }
  return false;
}

const dieOfIt = (disk: SmallDisk): Fault => async ({ scene }) => {
  await seconds(0.5);
  await fillUp(scene, disk);
  scene.expect(await useUpItsLog(scene), "Postgres gives up where it can't write its own log");
  await seconds(3);
  const isBack = await scene.stack.postgres.restart().then(() => true, () => false);
  scene.expect(!isBack, "it does not start while its disk is full");
  await disk.free();
  scene.say("there is space again");
  await bringPostgresBack(scene);
};

/** Nothing is left of what the worker had read: neither with it, nor in the log. */
const forgetMeanwhile = (disk: SmallDisk): Fault => async ({ scene }) => {
  await fillUp(scene, disk);
  await seconds(2);
  await scene.stack.worker.kill();
  await trimLogs(scene);
  await disk.free();
  scene.say("there is space again");
  await scene.stack.worker.restart();
};

export const postgresDiskFull: Drill = {
  name: "postgres-disk-full",
  fault: "the disk of Postgres is full while answers come in, until the host was told; and again, until Postgres dies of it",
  rows: [20],
  players: 100,
  pauseLimitS: 5,
  run: async (outer) => {
    const { disk, scene } = await moveToSmallDisk(outer);
    await playGame(scene, { rounds: 2, spreadMs: 3_000, faults: { 1: refuseWrites(disk), 2: dieOfIt(disk) } });
  },
  control: {
    without: "keeping the log until it is stored: it is trimmed while the disk is full, and the worker dies with what it had read",
    players: 40,
    run: async (outer) => {
      const { disk, scene } = await moveToSmallDisk(outer);
      await playGame(scene, { rounds: 1, spreadMs: 1_500, drainWithinMs: 8_000, faults: { 1: forgetMeanwhile(disk) } });
    },
  },
};
