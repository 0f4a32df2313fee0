import { startFaultProxy, type FaultProxy } from "@quickfire/testing/network";
import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Between the players and the balancer. */
async function standBeforeSockets(scene: Scene): Promise<FaultProxy> {
  const proxy = await startFaultProxy({ target: { port: Number(new URL(scene.stack.wsUrl).port) }, seed: scene.seed });
  scene.onEnd(() => proxy.close());
  return proxy;
}

/** A bad mobile network: slow, in small pieces, and broken off every now and then. */
const losses = { delayMs: 300, jitterMs: 100, lossRate: 0.02 };

async function playOverLossyNetwork(scene: Scene, options: { habits?: { retries: boolean }; rounds: number }): Promise<void> {
  const proxy = await standBeforeSockets(scene);
  const beginLosses: Fault = async () => {
    proxy.set("up", { ...losses, sliceBytes: 7 });
    proxy.set("down", { ...losses, sliceBytes: 300 });
    scene.say("from now on every piece takes 300 to 400 ms, and 2 of 100 are lost with their connection");
  };
  await playGame(scene, { ...options, reach: proxy.through, trpcShare: 0.2, showsWithinMs: 15_000, limitSeconds: options.habits ? 10 : 40, faults: { 1: beginLosses }, beforeEnd: async () => proxy.heal() });
}

export const lossyNetwork: Drill = {
  name: "lossy-network",
  fault: "players' network is slow (300 to 400 ms), sliced and lossy for a whole game",
  rows: [22, 23],
  players: 80,
  pauseLimitS: 15,
  run: (scene) => playOverLossyNetwork(scene, { rounds: scene.full ? 20 : 3 }),
  control: {
    without: "sending an answer again whose receipt did not come",
    players: 80,
    run: (scene) => playOverLossyNetwork(scene, { rounds: 2, habits: { retries: false } }),
  },
};

/** The answer arrives and counts, and its receipt never does: the worst moment for a connection to break. */
const loseReceipts = (proxy: FaultProxy, count: number): Fault => async ({ scene }) => {
  let lost = 0;
  for (; lost < count; lost += 1) await proxy.loseNext("down", (bytes) => bytes.includes('"answer_result"') || bytes.includes('"accepted":true'));
  scene.say(`${lost} receipts were lost after the answer had counted`);
};

export const receiptsLost: Drill = {
  name: "receipts-lost",
  fault: "a third of all answers count, but their receipts are lost with the connection",
  rows: [3, 22],
  players: 60,
  pauseLimitS: 5,
  run: async (scene) => {
    const proxy = await standBeforeSockets(scene);
    const third = Math.floor(scene.players / 3);
    await playGame(scene, { rounds: 2, reach: proxy.through, faults: { 1: loseReceipts(proxy, third), 2: loseReceipts(proxy, third) } });
  },
  control: {
    without: "keeping one's identity: the answer is sent again under a new name",
    players: 30,
    run: async (scene) => {
      const proxy = await standBeforeSockets(scene);
      await playGame(scene, { rounds: 1, reach: proxy.through, habits: { keepsIdentity: false }, faults: { 1: loseReceipts(proxy, 10) } });
    },
  },
};

/** The line is dead and nobody was told; the players find out by the silence that follows their answer. */
const pullCables = (proxy: FaultProxy): Fault => async ({ scene, players }) => {
  proxy.halfOpen();
  scene.say(`${players.length} sockets are half-open: nothing passes, and no end is told`);
};

async function countOpenSockets({ stack }: Scene): Promise<number> {
  let open = 0;
  for (const { opsUrl } of stack.nodes) {
    const text = await (await fetch(`${opsUrl}/metrics`)).text();
    for (const line of text.split("\n")) if (line.startsWith("quickfire_connected_clients{")) open += Number(line.split(" ").at(-1));
  }
  return open;
}

export const halfOpenPeers: Drill = {
  name: "half-open-peers",
  fault: "every player's connection goes dead without a word, in mid-question",
  rows: [28],
  players: 60,
  // Three seconds of silence, and the way back.
  pauseLimitS: 6,
  run: async (scene) => {
    const proxy = await standBeforeSockets(scene);
    const before = await countOpenSockets(scene);
    await playGame(scene, {
      rounds: 2, reach: proxy.through, trpcShare: 0,
      faults: {
        1: async (stage) => {
          await pullCables(proxy)(stage);
          const startedAt = performance.now();
          // A node pings every 15 s and gives up after 35 s of silence; who came back took their place long before.
          while ((await countOpenSockets(scene)) > before + stage.players.length && performance.now() - startedAt < 45_000) await seconds(0.5);
          scene.expect((await countOpenSockets(scene)) <= before + stage.players.length, "no node holds on to the dead sockets");
        },
      },
    });
  },
  control: {
    without: "a way back: players who do not reconnect",
    players: 20,
    run: async (scene) => {
      const proxy = await standBeforeSockets(scene);
      await playGame(scene, { rounds: 1, limitSeconds: 8, showsWithinMs: 2_000, reach: proxy.through, trpcShare: 0, habits: { reconnects: false }, faults: { 1: pullCables(proxy) } });
    },
  },
};
