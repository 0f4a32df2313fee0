import { cp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shardKeys } from "@quickfire/realtime";
import type { Drill } from "../drill";
import { drainLog } from "../ledger/read-books";
import { type GameOptions, openGame, type Stage } from "../stage/open-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** What is done to Redis between the answers of one half and those of the other. */
type Loss = (scene: Scene) => Promise<void>;

const fileFolder = (scene: Scene) => join(scene.stack.redis.dir, "appendonlydir");

/**
 * Half the players have answered the second question, and all that is in Postgres, when Redis loses what it had. The others answer
 * afterwards, and those of before send theirs again, as clients may.
 */
async function loseInMidGame(scene: Scene, { before, loss, ...options }: GameOptions & { before?: (stage: Stage) => Promise<void>; loss: Loss }): Promise<void> {
  const game = await openGame(scene, { rounds: 3, ...options });
  const first = await game.openRound();
  await game.answer(first, { spreadMs: 500 });
  await game.reveal(first);
  await game.moveOn(first);
  const stage = await game.openRound();
  await before?.(stage);
  const half = game.players.filter((_, index) => index % 2 === 0);
  await game.answer(stage, { who: half, spreadMs: 500 });
  await drainLog(scene.stack, 10_000);
  await loss(scene);
  const lostAt = performance.now();
  await game.answer(stage, { who: game.players.filter((player) => !half.includes(player)), spreadMs: 500 });
  scene.say(`everybody has answered ${((performance.now() - lostAt) / 1_000).toFixed(1)} s after the loss`);
  await game.reveal(stage);
  await game.moveOn(stage);
  const last = await game.openRound();
  await game.answer(last, { spreadMs: 500 });
  await game.reveal(last);
  await game.moveOn(last);
  await game.finish();
}

const emptyRedis: Loss = async ({ stack, say }) => {
  await stack.redisClient.flushall();
  say("Redis was emptied (FLUSHALL)");
};

const startWithoutFile: Loss = async (scene) => {
  await scene.stack.redis.kill();
  await rm(fileFolder(scene), { recursive: true, force: true });
  await scene.stack.redis.restart();
  scene.say("Redis was killed and came back without its file");
};

/** Redis as it was when the question opened is put in the place of Redis as it is. */
function rollBack(): { before: (stage: Stage) => Promise<void>; loss: Loss } {
  const copyOf = (scene: Scene) => join(scene.stack.redis.dir, "copied-by-the-drill");
  return {
    before: async ({ scene }) => {
      await seconds(1.2);
      await cp(fileFolder(scene), copyOf(scene), { recursive: true });
      scene.onEnd(() => rm(copyOf(scene), { recursive: true, force: true }));
    },
    loss: async (scene) => {
      await scene.stack.redis.kill();
      await rm(fileFolder(scene), { recursive: true });
      await cp(copyOf(scene), fileFolder(scene), { recursive: true });
      await scene.stack.redis.restart();
      scene.say("Redis was killed and came back as it was when the question opened");
    },
  };
}

async function newestFile(scene: Scene): Promise<string> {
  const names = (await readdir(fileFolder(scene))).filter((name) => name.endsWith(".incr.aof"));
  return join(fileFolder(scene), names.sort().at(-1) ?? "");
}

/** The file ends in the middle of a write, as after a crash of the machine; Redis starts without a word about it. */
const cutTail: Loss = async (scene) => {
  await scene.stack.redis.kill();
  const path = await newestFile(scene);
  const { size } = await stat(path);
  const file = await open(path, "r+");
  const cutBytes = Math.min(size, scene.players * 700 + 37);
  await file.truncate(size - cutBytes);
  await file.close();
  await scene.stack.redis.restart();
  scene.say(`the last ${cutBytes} bytes of Redis's file were cut off`);
};

/** Seven bytes in the middle of the file are others than Redis wrote; then what the runbook says: the file is put aside, and Redis starts without it. */
const damageMiddle: Loss = async (scene) => {
  await scene.stack.redis.kill();
  const path = await newestFile(scene);
  const bytes = await readFile(path);
  const command = bytes.indexOf("\r\n*", Math.floor(bytes.length / 2)) + 2;
  bytes.fill(0xff, command, command + 7);
  await writeFile(path, bytes);
  const refusal = await scene.stack.redis.restart().then(() => "it started", String);
  scene.say(refusal);
  scene.expect(refusal.includes("append-only file is damaged") && refusal.includes(fileFolder(scene)), "Redis does not start on a file that is damaged in the middle, and one line says what to do");
  const aside = `${fileFolder(scene)}-damaged`;
  await rename(fileFolder(scene), aside);
  scene.onEnd(() => rm(aside, { recursive: true }));
  await scene.stack.redis.restart();
  scene.say("the damaged file was put aside, and Redis started without it");
};

/** The mark of a Redis with which nothing is compared. */
async function trustBlindly(scene: Scene): Promise<void> {
  const { redisClient, shards } = scene.stack;
  const marks = Array.from({ length: shards }, (_, shard) => shardKeys(shard).trusted);
  scene.onEnd(() => redisClient.del(...marks));
  for (const mark of marks) await redisClient.set(mark, "always");
}

/** A worker compares when it starts, and open shards again only half a minute later: not in the middle of a control. */
const compareBefore = ({ scene }: Stage): Promise<void> => scene.stack.worker.restart();

const impatient = { limitSeconds: 15, showsWithinMs: 3_000, drainWithinMs: 5_000 };
const control: Drill["control"] = {
  without: "comparing with Postgres: Redis is believed as it is",
  players: 20,
  run: async (scene) => {
    const { before, loss } = rollBack();
    await loseInMidGame(scene, { ...impatient, loss, before: async (stage) => {
      await compareBefore(stage);
      await trustBlindly(scene);
      await before(stage);
    } });
  },
};

export const redisEmptied: Drill = {
  name: "redis-emptied",
  fault: "Redis is emptied in mid-question (FLUSHALL), and in a second game comes back without its file",
  rows: [10, 21],
  players: 150,
  pauseLimitS: 10,
  run: async (scene) => {
    await loseInMidGame(scene, { loss: emptyRedis });
    await loseInMidGame(scene, { loss: startWithoutFile });
  },
  control: {
    ...control,
    run: (scene) => loseInMidGame(scene, { ...impatient, before: compareBefore, loss: async () => {
      await emptyRedis(scene);
      await trustBlindly(scene);
    } }),
  },
};

export const redisRolledBack: Drill = {
  name: "redis-rolled-back",
  fault: "Redis is killed in mid-question and comes back as it was when the question opened",
  rows: [21],
  players: 150,
  pauseLimitS: 10,
  run: (scene) => loseInMidGame(scene, rollBack()),
  control,
};

export const aofTailCut: Drill = {
  name: "aof-tail-cut",
  fault: "Redis is killed and the end of its append-only file is cut off, in the middle of a write",
  rows: [21],
  players: 150,
  pauseLimitS: 10,
  run: (scene) => loseInMidGame(scene, { loss: cutTail }),
  control: {
    ...control,
    run: (scene) => loseInMidGame(scene, { ...impatient, loss: cutTail, before: async (stage) => {
      await compareBefore(stage);
      await trustBlindly(scene);
    } }),
  },
};

export const aofDamaged: Drill = {
  name: "aof-damaged",
  fault: "Redis is killed, its append-only file is damaged in the middle, and put aside as the runbook says",
  rows: [21],
  players: 150,
  pauseLimitS: 10,
  run: (scene) => loseInMidGame(scene, { loss: damageMiddle }),
  control: {
    ...control,
    run: (scene) => loseInMidGame(scene, { ...impatient, before: compareBefore, loss: async () => {
      await damageMiddle(scene);
      await trustBlindly(scene);
    } }),
  },
};
