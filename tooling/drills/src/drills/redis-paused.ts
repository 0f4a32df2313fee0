import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { seconds } from "./wait";

const freezeRedis: Fault = async ({ scene }) => {
  await seconds(0.5);
  scene.stack.redis.freeze();
  scene.say("Redis is stopped (SIGSTOP) for 2.5 s");
  await seconds(2.5);
  scene.stack.redis.thaw();
};

const pauseClients: Fault = async ({ scene }) => {
  await seconds(0.5);
  await scene.stack.redisClient.client("PAUSE", 2_500, "ALL");
  scene.say("Redis was told to serve nobody for 2.5 s (CLIENT PAUSE)");
};

export const redisPaused: Drill = {
  name: "redis-paused",
  fault: "Redis hangs for 2.5 s: stopped as a process, and by CLIENT PAUSE",
  rows: [31],
  players: 300,
  pauseLimitS: 10,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: freezeRedis, 2: pauseClients } }),
  control: {
    without: "sending again what was answered with BUSY",
    run: (scene) => playGame(scene, { rounds: 1, habits: { retries: false }, faults: { 1: freezeRedis } }),
  },
};
