import { startFaultProxy } from "@quickfire/testing/network";
import { shardKeys } from "@quickfire/realtime";
import type { Drill } from "../drill";
import { type Fault, playGame } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Its acknowledgement never arrives, and it dies there: what is committed is delivered once more. */
const killBeforeAcknowledgement: Fault = async ({ scene }) => {
  const { stack } = scene;
  const proxy = await startFaultProxy({ target: { port: stack.redis.port }, seed: scene.seed });
  scene.onEnd(() => proxy.close());
  await stack.worker.restartWith({ REDIS_URL: stack.redis.url.replace(String(stack.redis.port), String(proxy.port)) });
  const lost = proxy.loseNext("up", (bytes) => bytes.toString("latin1").toLowerCase().includes("\r\nxack\r\n"));
  await lost;
  await stack.worker.kill();
  scene.say("the worker was killed after its commit in Postgres and before its acknowledgement in Redis");
  await stack.worker.asItWas();
};

const killAtRandom: Fault = async ({ scene }) => {
  for (let times = 0; times < 2; times += 1) {
    await seconds(0.2 + scene.random.next() * 0.5);
    await scene.stack.worker.kill();
    await scene.stack.worker.restart();
  }
  scene.say("the worker was killed twice at random moments");
};

/** A worker of the drill's own that acknowledges first and means to store afterwards, and dies in between. */
const acknowledgeBeforeCommit: Fault = async ({ scene }) => {
  await scene.stack.worker.kill();
  await seconds(2);
  const taken = await takeAndForget(scene);
  scene.say(`a worker that acknowledges before it commits took ${taken} entries and died`);
  await scene.stack.worker.restart();
};

async function takeAndForget({ stack }: Scene): Promise<number> {
  let taken = 0;
  for (let shard = 0; shard < stack.shards; shard += 1) {
    const { log } = shardKeys(shard);
    const streams = await stack.redisClient.xreadgroup("GROUP", "audit", "hasty", "COUNT", 1_000, "STREAMS", log, ">");
    const ids = (streams ?? []).flatMap((stream) => (Array.isArray(stream) && Array.isArray(stream[1]) ? stream[1].map((entry: unknown) => (Array.isArray(entry) ? String(entry[0]) : "")) : []));
    if (ids.length > 0) taken += await stack.redisClient.xack(log, "audit", ...ids);
  }
  return taken;
}

export const killWorker: Drill = {
  name: "kill-worker",
  fault: "the worker is killed (-9) between its commit and its acknowledgement, and at random",
  rows: [12],
  players: 200,
  pauseLimitS: 5,
  run: (scene) => playGame(scene, { rounds: 2, faults: { 1: killBeforeAcknowledgement, 2: killAtRandom } }),
  control: {
    without: "the order of things: a worker that acknowledges before it commits",
    run: (scene) => playGame(scene, { rounds: 1, spreadMs: 1_000, faults: { 1: acknowledgeBeforeCommit } }),
  },
};
