import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { seconds } from "./wait";

/** Half of all players lose their node at once, and knock at the other one. */
const killUnderLoad: Fault = async ({ crowd, scene }) => {
  await seconds(0.15);
  const here = crowd.on("ws-1");
  await scene.stack.nodes[0]?.kill();
  const startedAt = performance.now();
  scene.say(`ws-1 was killed under ${here.length} players, in the middle of their answers`);
  while (here.some(({ isUp }) => !isUp) && performance.now() - startedAt < 20_000) await seconds(0.05);
  scene.say(`the last of them was back after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  await scene.stack.nodes[0]?.restart();
};

export const storm: Drill = {
  name: "storm",
  fault: "everybody answers within 300 ms, and in the second question half of them lose their node at that moment",
  rows: [29, 30],
  players: 1_000,
  pauseLimitS: 10,
  run: (scene) => playGame(scene, { rounds: 2, spreadMs: 300, trpcShare: 0.05, faults: { 2: killUnderLoad } }),
  control: {
    without: "sending again what has no receipt",
    players: 300,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 300, trpcShare: 0, limitSeconds: 8, habits: { retries: false }, faults: { 1: killUnderLoad } }),
  },
};
