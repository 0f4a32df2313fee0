import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { bringPostgresBack } from "./postgres-faults";
import { seconds } from "./wait";

const victims = ["ws-1", "ws-2", "worker", "redis", "postgres"] as const;

/** Whoever the seed names, whenever it says; each is back a moment later. */
const killSomebody: Fault = async ({ scene }) => {
  const { stack, random } = scene;
  for (let times = 0; times < 3; times += 1) {
    await seconds(0.3 + random.next());
    const victim = random.pick(victims);
    scene.say(`${victim} was killed`);
    if (victim === "postgres") {
      await stack.postgres.kill();
      await seconds(0.5);
      await bringPostgresBack(scene);
      continue;
    }
    const process = victim === "redis" ? stack.redis : victim === "worker" ? stack.worker : stack.nodes.find(({ name }) => name === victim);
    await process?.kill();
    await seconds(0.25);
    await process?.restart();
  }
};

const loseEverything: Fault = async ({ scene }) => {
  const { redis, redisClient, worker } = scene.stack;
  await worker.kill();
  await redisClient.config("SET", "appendonly", "no");
  await seconds(1.5);
  await redis.kill();
  await redis.restart();
  scene.say("worker and Redis were killed, with Redis's file switched off");
  await worker.restart();
};

export const randomKills: Drill = {
  name: "random-kills",
  fault: "nodes, worker, Redis and Postgres are killed (-9) one after the other, as the seed has it",
  rows: [11, 12, 13, 19],
  players: 150,
  pauseLimitS: 10,
  run: (scene) => playGame(scene, { rounds: 4, spreadMs: 4_000, faults: { 1: killSomebody, 2: killSomebody, 3: killSomebody, 4: killSomebody } }),
  control: {
    without: "Redis's append-only file",
    players: 30,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 800, limitSeconds: 10, showsWithinMs: 3_000, faults: { 1: loseEverything } }),
  },
};
