import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import { seconds } from "./wait";

/** As a deployment does it: each node is told to go, and the next one only once it is back. */
const restartAllNodes: Fault = async ({ scene, crowd }) => {
  await seconds(0.4);
  for (const node of scene.stack.nodes) {
    const moved = crowd.on(node.name).length;
    const startedAt = performance.now();
    await node.restart();
    scene.say(`${node.name} was told to go with ${moved} players on it, and is back after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  }
};

export const rollingRestart: Drill = {
  name: "rolling-restart",
  fault: "every ws-server is restarted, one after the other (SIGTERM), in mid-question",
  rows: [18],
  players: 300,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 2, spreadMs: 8_000, faults: { 1: restartAllNodes } }),
  control: {
    without: "coming back: players who take the notice for the end",
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 6_000, limitSeconds: 12, showsWithinMs: 3_000, habits: { reconnects: false }, faults: { 1: restartAllNodes } }),
  },
};
