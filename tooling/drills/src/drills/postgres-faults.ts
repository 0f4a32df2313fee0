import { shardKeys } from "@quickfire/realtime";
import postgres from "postgres";
import type { Drill } from "../drill";
import { type Fault, playGame, type PlayOptions } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Postgres's children outlive their parent by a moment, and it does not start beside them. */
export async function bringPostgresBack({ stack, say }: Scene): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await stack.postgres.restart();
      say("Postgres is back");
      return;
    } catch (error) {
      if (tries === 10) throw error;
      await seconds(0.5);
    }
  }
}

const killPostgres: Fault = async ({ scene }) => {
  await seconds(0.5);
  await scene.stack.postgres.kill();
  scene.say("Postgres was killed");
  await seconds(3);
  await bringPostgresBack(scene);
};

/** From the first question until after the last one. */
const awayForTheGame = (scene: Scene): Pick<PlayOptions, "faults" | "beforeEnd"> => ({
  faults: {
    1: async () => {
      await scene.stack.postgres.kill();
      scene.say("Postgres was killed and stays away");
    },
  },
  beforeEnd: async ({ host }) => {
    await host.command("end", { leadsTo: ["ended"] });
    scene.say("the game has ended without Postgres");
    await bringPostgresBack(scene);
  },
});

/** What a log that is trimmed by its length would do: nobody has read it yet. */
export async function trimLogs({ stack, say }: Scene): Promise<void> {
  let trimmed = 0;
  for (let shard = 0; shard < stack.shards; shard += 1) trimmed += await stack.redisClient.xtrim(shardKeys(shard).log, "MAXLEN", 0);
  say(`${trimmed} entries were trimmed, whether they were in a table yet or not`);
}

const trimWhileAway: Fault = async (stage) => {
  await stage.scene.stack.postgres.kill();
  await seconds(2);
  await trimLogs(stage.scene);
  await bringPostgresBack(stage.scene);
};

const control: Drill["control"] = {
  without: "keeping the log until it is stored: it is trimmed while Postgres is away",
  players: 40,
  run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, drainWithinMs: 8_000, faults: { 1: trimWhileAway } }),
};

export const killPostgresDrill: Drill = {
  name: "kill-postgres",
  fault: "Postgres is killed (-9) in mid-question and is back 3 s later",
  rows: [19],
  players: 200,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: killPostgres } }),
  control,
};

export const postgresAway: Drill = {
  name: "postgres-away",
  fault: "Postgres is away from the first answer until after the end of the game",
  rows: [19],
  players: 200,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 3, drainWithinMs: 30_000, ...awayForTheGame(scene) }),
  control,
};

/** Every connection that Postgres gives is taken. */
const takeAllConnections: Fault = async ({ scene }) => {
  const taken: postgres.Sql[] = [];
  scene.onEnd(() => Promise.all(taken.map((sql) => sql.end({ timeout: 0 }))));
  for (;;) {
    const sql = postgres(scene.stack.postgres.url, { max: 1, idle_timeout: 0, onnotice: () => undefined });
    taken.push(sql);
    const isRefused = await sql`select 1`.then(() => false, () => true);
    if (isRefused) break;
  }
  await scene.stack.worker.kill();
  scene.say(`all connections of Postgres are taken (${taken.length}), and the worker has to find one`);
  const restarting = scene.stack.worker.restart().catch(() => undefined);
  await seconds(3);
  await Promise.all(taken.map((sql) => sql.end({ timeout: 0 })));
  await restarting;
};

export const postgresCrowded: Drill = {
  name: "postgres-crowded",
  fault: "all connections of Postgres are taken for some seconds, and the worker is started anew meanwhile",
  rows: [19],
  players: 100,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: takeAllConnections } }),
  control,
};

const stopWorker: Fault = async ({ scene }) => {
  scene.stack.worker.freeze();
  scene.say("the worker is stopped (SIGSTOP)");
};

export const workerStopped: Drill = {
  name: "worker-stopped",
  fault: "the worker is stopped for a whole game and then goes on",
  rows: [32],
  players: 300,
  pauseLimitS: 5,
  run: async (scene) => {
    await playGame(scene, {
      rounds: 3, faults: { 1: stopWorker },
      beforeEnd: async ({ host }) => {
        if (scene.full) await seconds(120);
        await host.command("end", { leadsTo: ["ended"] });
        scene.stack.worker.thaw();
        scene.say("the worker goes on");
      },
    });
  },
  control: { ...control, without: "keeping the log until it is stored: it is trimmed while the worker is stopped", run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, drainWithinMs: 8_000, faults: { 1: trimWhileStopped } }) },
};

const trimWhileStopped: Fault = async ({ scene }) => {
  scene.stack.worker.freeze();
  await seconds(2);
  await trimLogs(scene);
  scene.stack.worker.thaw();
};
