import { setTimeout as pause } from "node:timers/promises";
import { gameIdSchema } from "@quickfire/engine";
import { gameKeys } from "@quickfire/realtime";
import { startFaultProxy, type FaultProxy } from "@quickfire/testing/network";
import type { WireMessage } from "@quickfire/testing/players";
import { Redis } from "ioredis";
import type { Drill } from "../drill";
import { openGame } from "../stage/open-game";
import { playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";

/** Before Redis, touching nothing but subscriptions: their connections say by their name what they are. */
async function standBeforeSubscriptions({ stack, seed, onEnd }: Scene): Promise<FaultProxy> {
  const proxy = await startFaultProxy({ target: { port: stack.redis.port }, seed, affects: (opening) => opening.includes("quickfire-subscriber") });
  onEnd(() => proxy.close());
  return proxy;
}

/** The reveal is published while one node hears nothing. Returns how long its players took to see it nevertheless. */
async function revealUnheard(scene: Scene, proxy: FaultProxy): Promise<void> {
  const game = await openGame(scene, { rounds: 2, trpcShare: 0 });
  const stage = await game.openRound();
  await game.answer(stage, { spreadMs: 500 });
  proxy.set("down", { swallow: true });
  const healing = pause(3_000).then(() => proxy.heal());
  scene.say(`for 3 s nothing that is published reaches ws-1, with ${game.crowd.on("ws-1").length} players on it`);
  const startedAt = performance.now();
  await game.reveal(stage);
  const tookMs = performance.now() - startedAt;
  scene.say(`all saw the reveal after ${(tookMs / 1_000).toFixed(1)} s`);
  scene.expect(tookMs < 3_000, "who was not told notices within 2 s, and reads what was missed");
  await healing;
  await game.moveOn(stage);
  const next = await game.openRound();
  await game.answer(next, { spreadMs: 500 });
  await game.reveal(next);
  await game.moveOn(next);
  await game.finish();
}

/** A listener of the drill's own that trusts its subscription. */
async function listenWithoutLooking(scene: Scene): Promise<void> {
  const proxy = await standBeforeSubscriptions(scene);
  const trusting = new Redis(proxy.port, "127.0.0.1", { connectionName: "quickfire-subscriber", disableClientInfo: true });
  scene.onEnd(() => trusting.disconnect());
  const game = await openGame(scene, { rounds: 1, trpcShare: 0 });
  const heard: string[] = [];
  trusting.on("message", (_channel, text: string) => void heard.push(text));
  await trusting.subscribe(gameKeys(gameIdSchema.parse(game.host.gameId), scene.stack.shards).channel);
  const stage = await game.openRound();
  await game.answer(stage, { spreadMs: 300 });
  proxy.set("down", { swallow: true });
  await game.reveal(stage);
  proxy.heal();
  await game.moveOn(stage);
  scene.expect(heard.some((text) => text.includes('"question_closed"')), "a listener that trusts its subscription hears of the reveal");
  await game.finish();
}

export const pubsubLost: Drill = {
  name: "pubsub-lost",
  fault: "what Redis publishes does not reach one node for 3 s, over a reveal",
  rows: [25],
  players: 100,
  pauseLimitS: 5,
  run: async (scene) => {
    const proxy = await standBeforeSubscriptions(scene);
    await scene.stack.nodes[0]?.restartWith({ REDIS_URL: `redis://127.0.0.1:${proxy.port}` });
    await revealUnheard(scene, proxy);
  },
  control: { without: "comparing numbers: a listener that trusts its subscription", players: 10, run: listenWithoutLooking },
};

type Deliver = (message: WireMessage, take: (message: WireMessage) => void) => void;

/** Everything twice, and a third of it late: behind what came after it. */
function disturb({ random }: Scene): Deliver {
  return (message, take) => {
    take(message);
    const again = () => take(message);
    if (random.next() < 0.3) setTimeout(again, random.integer(1, 1_500));
    else again();
  };
}

/** Without its position an event can't be told from a newer one. */
const withoutPositions = (deliver: Deliver): Deliver => (message, take) => deliver(message, ({ type, payload }) => take({ type, payload }));

/** What was published is published again: to the nodes it looks like news. */
async function publishAgain(scene: Scene, gameId: string): Promise<void> {
  const { redisClient, shards } = scene.stack;
  const { events, channel } = gameKeys(gameIdSchema.parse(gameId), shards);
  const entries = await redisClient.xrange(events, "-", "+");
  const texts = entries.map(([, fields]) => fields[1] ?? "");
  for (let times = 0; times < texts.length * 2; times += 1) await redisClient.publish(channel, scene.random.pick(texts));
  scene.say(`${texts.length * 2} old events were published once more, in any order`);
}

export const duplicatedAndReordered: Drill = {
  name: "duplicated-and-reordered",
  fault: "events reach players twice and late, and nodes hear old ones again",
  rows: [26],
  players: 40,
  pauseLimitS: 5,
  run: async (scene) => {
    const again = async ({ host }: { host: { gameId: string } }) => publishAgain(scene, host.gameId);
    await playGame(scene, { rounds: 3, deliver: disturb(scene), faults: { 2: again, 3: again }, beforeEnd: async ({ players, looks }) => {
      await pause(2_000);
      const phases = new Set(players.map(({ shown }) => `${shown.phase} ${shown.round}`));
      scene.expect(phases.size === 1, `every screen shows the same moment (${[...phases].join(", ")})`);
      looks.stale += players.filter(({ shown }) => shown.stale === 0).length;
    } });
  },
  control: {
    without: "positions: the same events with their ids taken away",
    players: 20,
    run: async (scene) => {
      await playGame(scene, { rounds: 3, showsWithinMs: 3_000, deliver: withoutPositions(disturb(scene)), beforeEnd: async ({ players }) => {
        await pause(2_000);
        const phases = new Set(players.map(({ shown }) => `${shown.phase} ${shown.round}`));
        scene.expect(phases.size === 1, `every screen shows the same moment (${[...phases].join(", ")})`);
      } });
    },
  },
};
