import { once } from "node:events";
import type { Drill } from "../drill";
import type { ManagedProcess } from "../stack/managed-process";
import { makeMemoryCgroup } from "../stack/cgroup";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { answerAnewAfter } from "./kill-ws-server";
import { seconds } from "./wait";

const hungry = new URL("../stack/hungry.mjs", import.meta.url).href;
const megabytes = (count: number): number => count * 1024 * 1024;
const heapLimitMb = 96;
const groupLimitMb = 256;

const underHeapLimit = (process: ManagedProcess) => process.restartWith({ NODE_OPTIONS: `--import ${hungry} --max-old-space-size=${heapLimitMb}` });

/** From here on it wants more than it may have; resolves with how it was ended. */
async function starve(scene: Scene, process: ManagedProcess, limit: string): Promise<void> {
  const ended = once(process.child(), "exit");
  process.child().kill("SIGUSR2");
  const [code, signal] = await ended;
  scene.say(`${process.name} reached ${limit} and was ended by ${signal ?? `code ${code}`}`);
}

/** As its supervisor would have it. */
const starveAndStartAgain = (pick: (scene: Scene) => ManagedProcess | undefined, limit: string): Fault => async ({ scene }) => {
  const process = pick(scene);
  if (!process) return;
  await seconds(0.5);
  await starve(scene, process, limit);
  await process.restart();
};

const firstNode = ({ stack }: Scene) => stack.nodes[0];
const heapLimit = `its heap's limit of ${heapLimitMb} MB`;

async function playUnderHeapLimits(scene: Scene): Promise<void> {
  await Promise.all([scene.stack.nodes[0], scene.stack.worker].map((process) => process && underHeapLimit(process)));
  await playGame(scene, { rounds: 2, spreadMs: 3_000, faults: { 1: starveAndStartAgain(firstNode, heapLimit), 2: starveAndStartAgain(({ stack }) => stack.worker, heapLimit) } });
}

/** Redis, Postgres and the rest are outside the group, as on a machine where each container has its own limit. */
async function playUnderCgroup(scene: Scene): Promise<void> {
  const group = await makeMemoryCgroup(`quickfire-drill-${process.pid}`, megabytes(groupLimitMb));
  if (!group) return scene.say("no memory cgroup can be made here: this half is left out");
  scene.onEnd(group.remove);
  const node = scene.stack.nodes[0];
  await node?.restartWith({ NODE_OPTIONS: `--import ${hungry}` });
  await group.take(node?.child().pid ?? 0);
  await playGame(scene, { rounds: 1, spreadMs: 3_000, faults: { 1: starveAndStartAgain(firstNode, `its group's limit of ${groupLimitMb} MB`) } });
  scene.onEnd(() => node?.asItWas());
}

export const memoryLimit: Drill = {
  name: "memory-limit",
  fault: "a ws-server and the worker reach the limit of their heap in mid-question, and a ws-server that of its cgroup; each is ended by it",
  rows: [33],
  players: 100,
  pauseLimitS: 5,
  run: async (scene) => {
    await playUnderHeapLimits(scene);
    await playUnderCgroup(scene);
  },
  control: {
    without: "keeping one's identity: who loses the connection joins anew and answers again",
    run: async (scene) => {
      const node = scene.stack.nodes[0];
      if (node) await underHeapLimit(node);
      const end = async () => node && starve(scene, node, heapLimit);
      await playGame(scene, { rounds: 1, spreadMs: 1_500, habits: { keepsIdentity: false }, faults: { 1: answerAnewAfter(end) } });
    },
  },
};
