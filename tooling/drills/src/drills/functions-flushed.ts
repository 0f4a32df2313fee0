import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { seconds } from "./wait";

const flushFunctions: Fault = async ({ scene }) => {
  const { redisClient } = scene.stack;
  for (let times = 0; times < 5; times += 1) {
    await seconds(0.25);
    await redisClient.function("FLUSH");
    await redisClient.script("FLUSH");
  }
  scene.say("all functions and scripts of Redis were flushed, 5 times");
};

/** Redis itself keeps the nodes from bringing them back. */
const flushForGood: Fault = async ({ scene }) => {
  const { redisClient } = scene.stack;
  scene.onEnd(() => redisClient.acl("SETUSER", "default", "+function|load"));
  await redisClient.acl("SETUSER", "default", "-function|load");
  await redisClient.function("FLUSH");
  scene.say("the functions were flushed, and Redis lets nobody load any");
  await seconds(3.5);
  await redisClient.acl("SETUSER", "default", "+function|load");
};

export const functionsFlushed: Drill = {
  name: "functions-flushed",
  fault: "Redis forgets all functions and scripts while answers come in",
  rows: [16],
  isShort: true,
  players: 200,
  pauseLimitS: 2,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: flushFunctions, 2: flushFunctions } }),
  control: {
    without: "loading them again: Redis's access list forbids it for 3.5 s",
    players: 20,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, faults: { 1: flushForGood } }),
  },
};
