import { setMaxListeners } from "node:events";
import { joinGame, openPlainWire, type Ticket } from "@quickfire/testing/players";
import type { Drill } from "../drill";
import { makeCpuCgroup } from "../stack/cgroup";
import type { ManagedProcess } from "../stack/managed-process";
import { nameOf } from "../stage/crowd";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

const share = 0.02;
const newcomers = 40;
/** The close code of a node that is full or overloaded. */
const tryLater = 1013;

/** Comes in, or is turned away, and tries again, until it is told to stop; tells how often it was turned away. */
async function knock(scene: Scene, ticket: Ticket, stop: AbortSignal): Promise<number> {
  let turnedAway = 0;
  while (!stop.aborted) {
    const wire = openPlainWire({ ticket: { ...ticket, wsUrl: `${scene.stack.nodeUrls[0]}/ws` }, onOpen: () => undefined, onMessage: () => undefined });
    const leave = () => wire.cut();
    stop.addEventListener("abort", leave, { once: true });
    const timer = setTimeout(leave, 4_000);
    if ((await wire.ended).code === tryLater) turnedAway += 1;
    clearTimeout(timer);
    stop.removeEventListener("abort", leave);
    if (!stop.aborted) await seconds(0.3);
  }
  return turnedAway;
}

async function leftOutBy(node: ManagedProcess | undefined): Promise<number> {
  const text = await (await fetch(`${node?.opsUrl}/metrics`)).text();
  return text.split("\n").filter((line) => line.startsWith("quickfire_shed_total")).reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** A node and the worker get next to nothing of a processor, while people answer and others want to come in. */
const withholdProcessor: Fault = async ({ scene, host }) => {
  const { nodes: [node], worker, webUrl } = scene.stack;
  const group = await makeCpuCgroup(`quickfire-drill-${process.pid}`, share);
  if (!group) return scene.say("no group with a share of the processor can be made here: this half is left out");
  scene.onEnd(group.remove);
  const tickets = await Promise.all(Array.from({ length: newcomers }, (_, index) => joinGame(webUrl, { pin: host.pin, name: nameOf(index, "Newcomer") })));
  const pids = [node, worker].map((each) => each?.child().pid ?? 0);
  for (const pid of pids) await group.take(pid);
  scene.say(`ws-1 and the worker have ${share * 100} % of a processor together, and ${newcomers} newcomers knock at ws-1`);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const knocking = tickets.map((ticket) => knock(scene, ticket, stop.signal));
  await seconds(6);
  stop.abort();
  const turnedAway = (await Promise.all(knocking)).reduce((sum, count) => sum + count, 0);
  for (const pid of pids) await group.giveBack(pid);
  const shed = await leftOutBy(node);
  scene.say(`${turnedAway} times somebody was turned away, and told to come later; ${shed} things were left out in all`);
  scene.expect(turnedAway + shed > 0, "a node that can't keep up leaves out boards and newcomers, before it does so with answers");
};

/** Longer than a player waits for a receipt. */
const stopInSlices: Fault = async ({ scene }) => {
  const [node] = scene.stack.nodes;
  for (let slice = 0; slice < 2; slice += 1) {
    await seconds(0.4);
    node?.freeze();
    await seconds(3.4);
    node?.thaw();
  }
  scene.say("ws-1 was kept from running twice, for 3.4 s each");
};

export const cpuStarved: Drill = {
  name: "cpu-starved",
  fault: `a ws-server and the worker have ${share * 100} % of a processor together for 6 s while newcomers knock, and in the second question the node does not run for 3.4 s at a time`,
  rows: [33],
  players: 60,
  pauseLimitS: 10,
  run: (scene) => playGame(scene, { rounds: 2, spreadMs: 4_000, faults: { 1: withholdProcessor, 2: stopInSlices } }),
  control: {
    without: "sending again what has no receipt",
    players: 40,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 2_000, limitSeconds: 20, habits: { retries: false }, faults: { 1: stopInSlices } }),
  },
};
