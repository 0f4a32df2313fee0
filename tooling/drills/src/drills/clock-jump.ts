import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Drill } from "../drill";
import { playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

const shim = new URL("../stack/shifted-clock.mjs", import.meta.url).href;
const spreadMs = 4_000;

/** One node's clock is 90 s fast when the game begins, and jumps to 90 s slow and back while a question is open. */
async function playWithJumps(scene: Scene, { isSteadyToo }: { isSteadyToo: boolean }): Promise<void> {
  const path = join(tmpdir(), `quickfire-drill-clock-${scene.seed}-${process.pid}`);
  const set = (offsetMs: number) => writeFile(path, String(offsetMs));
  scene.onEnd(() => set(0));
  await set(isSteadyToo ? 0 : 90_000);
  await scene.stack.nodes[0]?.restartWith({ NODE_OPTIONS: `--import ${shim}`, DRILL_CLOCK: path, ...(isSteadyToo ? { DRILL_CLOCK_STEADY: "1" } : {}) });
  let slowestMs = 0;
  await playGame(scene, {
    rounds: 2, spreadMs, trpcShare: 0,
    faults: {
      1: async () => {
        for (let jump = 1; jump <= 6; jump += 1) {
          await seconds(0.6);
          // A monotonic clock that goes back in leaps would be learned anew after each: here it goes on going back.
          await set(isSteadyToo ? -90_000 * jump : jump % 2 === 0 ? 90_000 : -90_000);
        }
        scene.say("the clock of ws-1 jumped 6 times, by 3 minutes each");
      },
    },
    beforeEnd: async ({ host }) => {
      const [row] = await scene.stack.sql<{ slowest: number }[]>`select coalesce(max(time_ms), 0)::int as slowest from game_answers where game_id = ${host.gameId}`;
      slowestMs = row?.slowest ?? 0;
    },
  });
  scene.expect(slowestMs <= spreadMs + 1_000, `no answer's time is off by more than a second (the slowest took ${slowestMs} ms)`);
}

export const clockJump: Drill = {
  name: "clock-jump",
  fault: "the wall clock of one node is off by 90 s and jumps to and fro while answers come in",
  rows: [5, 27],
  players: 60,
  pauseLimitS: 2,
  run: (scene) => playWithJumps(scene, { isSteadyToo: false }),
  control: {
    without: "a clock that never jumps: the node's monotonic clock goes back as well, again and again",
    players: 30,
    run: (scene) => playWithJumps(scene, { isSteadyToo: true }),
  },
};
