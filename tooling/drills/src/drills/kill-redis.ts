import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { seconds } from "./wait";

/** A quarter of a second is what its supervisor waits before it starts it again. */
const killRedis: Fault = async ({ scene }) => {
  await seconds(0.6);
  await scene.stack.redis.kill();
  scene.say("Redis was killed");
  await seconds(0.25);
  const startedAt = performance.now();
  await scene.stack.redis.restart();
  scene.say(`Redis was ready again ${(performance.now() - startedAt).toFixed(0)} ms after its start`);
};

const killAtReveal: Fault = async ({ scene }) => {
  await scene.stack.redis.kill();
  scene.say("Redis was killed as the reveal was asked for");
  await seconds(0.25);
  await scene.stack.redis.restart();
};

/** Redis keeps nothing from now on, and nobody else does either. */
const killWithoutFile: Fault = async ({ scene }) => {
  const { redis, redisClient, worker } = scene.stack;
  worker.freeze();
  await redisClient.config("SET", "appendonly", "no");
  await seconds(2);
  await redis.kill();
  scene.say("Redis was killed with its file switched off and the worker stopped");
  await redis.restart();
  worker.thaw();
};

export const killRedisDrill: Drill = {
  name: "kill-redis",
  fault: "Redis is killed (-9) in mid-question, and again at the reveal",
  rows: [13],
  isShort: true,
  players: 300,
  pauseLimitS: 10,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: killRedis }, atReveal: { 2: killAtReveal } }),
  control: {
    without: "Redis's append-only file (and with the worker stopped, so that Postgres has nothing either)",
    players: 30,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, limitSeconds: 10, showsWithinMs: 3_000, faults: { 1: killWithoutFile } }),
  },
};
