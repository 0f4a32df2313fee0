import { setMaxListeners } from "node:events";
import { joinGame, type Ticket } from "@quickfire/testing/players";
import { WebSocket } from "ws";
import { z } from "zod";
import type { Drill } from "../drill";
import { makeCpuCgroup } from "../stack/cgroup";
import { nameOf } from "../stage/crowd";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Of one processor, for the node and the worker together: enough for answers, and then for next to nothing. */
const [littleShare, nextToNothing] = [0.1, 0.04];
const littleForS = 8;
const nextToNothingForS = 15;
const newcomers = 80;
/** As a browser, which is patient. */
const patienceMs = 12_000;
/** For so long a newcomer asks for the board, again and again, before it leaves and comes back. */
const staysMs = 1_500;
const inPercent = (share: number): string => `${share * 100} %`;
/** The close code of a node that is full or overloaded. */
const tryLater = 1013;

/** How often newcomers were told to come in later, or when to ask for the board again. */
type Told = { comeLater: number; askLater: number };

const busySchema = z.object({ type: z.literal("error"), payload: z.object({ reason: z.literal("BUSY"), details: z.object({ retryAfterMs: z.number().positive() }) }) });

/** One visit to the node: comes in as soon as it is let in, and asks for the board. */
async function visit({ stack }: Scene, { gameId, participantId, token }: Ticket, told: Told, stop: AbortSignal): Promise<void> {
  const socket = new WebSocket(`${stack.nodeUrls[0]}/ws?quizId=${gameId}&participantId=${participantId}`, ["quickfire.v1", `token.${token}`], { handshakeTimeout: patienceMs });
  const leave = () => socket.terminate();
  const closed = new Promise<number>((resolve) => void socket.once("close", resolve));
  stop.addEventListener("abort", leave, { once: true });
  socket.on("error", () => undefined);
  socket.once("open", () => {
    const asking = setInterval(() => socket.send('{"type":"get_leaderboard","payload":{}}', () => undefined), 250);
    const leaving = setTimeout(leave, staysMs);
    void closed.then(() => {
      clearInterval(asking);
      clearTimeout(leaving);
    });
  });
  socket.on("message", (text) => {
    if (busySchema.safeParse(JSON.parse(String(text))).success) told.askLater += 1;
  });
  if ((await closed) === tryLater) told.comeLater += 1;
  stop.removeEventListener("abort", leave);
}

async function knock(scene: Scene, ticket: Ticket, told: Told, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await visit(scene, ticket, told, stop);
    if (!stop.aborted) await seconds(0.3);
  }
}

/** A node and the worker get less and less of a processor, while people answer and others want to come in. */
const withholdProcessor: Fault = async ({ scene, host, crowd }) => {
  const { nodes: [node], worker, webUrl } = scene.stack;
  const group = await makeCpuCgroup(`quickfire-drill-${process.pid}`, littleShare);
  if (!group) return scene.say("no group with a share of the processor can be made here: this half is left out");
  const pids = [node, worker].map((each) => each?.child().pid ?? 0);
  const letGo = () => Promise.all(pids.map(group.giveBack));
  scene.onEnd(async () => {
    await letGo();
    await group.remove();
  });
  const tickets = await Promise.all(Array.from({ length: newcomers }, (_, index) => joinGame(webUrl, { pin: host.pin, name: nameOf(index, "Newcomer") })));
  const here = crowd.on("ws-1");
  await Promise.all(pids.map(group.take));
  scene.say(`ws-1 and the worker have ${inPercent(littleShare)} of a processor together; ${here.length} play on ws-1, and ${newcomers} newcomers knock there`);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const told: Told = { comeLater: 0, askLater: 0 };
  const knocking = tickets.map((ticket) => knock(scene, ticket, told, stop.signal));
  await seconds(littleForS);
  const answers = here.flatMap((player) => player.answers);
  scene.expect(told.askLater > 0, `whoever wants a board is told when to ask again (${told.askLater} times)`);
  const atFirstTry = answers.filter(({ result, tries }) => result?.accepted && tries === 1).length;
  scene.expect(atFirstTry > answers.length / 2, `answers are taken meanwhile (of those who play there ${answers.length} were, ${atFirstTry} at the first try)`);
  await group.change(nextToNothing);
  await seconds(nextToNothingForS);
  stop.abort();
  await Promise.all(knocking);
  await letGo();
  scene.say(`${told.comeLater} times a newcomer was told to come later with ${inPercent(nextToNothing)}`);
};

/** Longer than a player waits for a receipt. */
const stopInSlices: Fault = async ({ scene }) => {
  const [node] = scene.stack.nodes;
  for (let slice = 0; slice < 2; slice += 1) {
    await seconds(0.4);
    node?.freeze();
    await seconds(3.6);
    node?.thaw();
  }
  scene.say("ws-1 was kept from running twice, for 3.6 s each");
};

export const cpuStarved: Drill = {
  name: "cpu-starved",
  fault: `a ws-server and the worker have ${inPercent(littleShare)} of a processor together while newcomers knock, then ${inPercent(nextToNothing)}; and in the second question the node does not run for 3.6 s at a time`,
  rows: [33],
  players: 60,
  pauseLimitS: 15,
  run: (scene) => playGame(scene, { rounds: 2, limitSeconds: 60, spreadMs: 14_000, faults: { 1: withholdProcessor, 2: stopInSlices } }),
  control: {
    without: "sending again what has no receipt",
    players: 40,
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, limitSeconds: 20, habits: { retries: false }, faults: { 1: stopInSlices } }),
  },
};
