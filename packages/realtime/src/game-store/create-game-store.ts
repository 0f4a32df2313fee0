import { randomInt, randomUUID } from "node:crypto";
import { gameIdSchema, type GameId } from "@quickfire/engine";
import { agreeOnShards } from "../agree-on-shards";
import { createFunctionCaller, type ObserveCall } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked } from "../errors";
import { assembleLibrary, loadLibrary, type Library } from "../functions/library";
import type { GameStore } from "../game-store.types";
import { gameKeys, type GameKeys } from "../keys";
import { createRecentValues } from "../recent-values";
import { readUnsaved, savingGroup } from "../log/read-unsaved";
import { createTrust, vouchForNothing, type Vouching } from "../recovery/trust";
import type { RedisClock } from "../redis-clock";
import { shareCalls } from "../share-calls";
import { createAnswering } from "./answering";
import { createArrivals } from "./arrivals";
import { createBoards } from "./boards";
import { createCommanding } from "./commanding";
import { createCreating } from "./creating";
import { createEarlierResults } from "./earlier-results";
import { createJoining } from "./joining";
import { createOverviews } from "./overviews";
import type { StoreParts } from "./parts";
import { createOwnTimes } from "./own-times";
import { createPins, isPin } from "./pins";
import { createPractising } from "./practising";
import { createPresence } from "./presence";
import { createPublishing } from "./publishing";
import { createGameReader } from "./reading-games";
import { createRevealing } from "./revealing";
import { createSnapshots } from "./snapshots";
import { createTeams } from "./teams";

export type GameStoreOptions = {
  redis: RedisClient;
  clock: RedisClock;
  shards: number;
  /** Who vouches that this Redis has lost nothing; `nobody` is for tests and benchmarks, which have no Postgres behind them. */
  vouching?: Vouching;
  /** For the metrics. */
  observe?: { call?: ObserveCall; quizCache?: (outcome: "hit" | "miss") => void };
  /** Chance, and the functions themselves, for tests. */
  newId?: () => string;
  randomInt?: (limit: number) => number;
  library?: Library;
};

const gamesWithKeysKept = 1_000;

function createKeysOf(shards: number): StoreParts["keysOf"] {
  const kept = createRecentValues<GameId, GameKeys>(gamesWithKeysKept);
  return (gameId) => {
    const keys = kept.get(gameId) ?? gameKeys(gameId, shards);
    kept.set(gameId, keys);
    return keys;
  };
}

/** Checks the number of shards, gives Redis its functions, and puts the store together. */
export async function createGameStore(options: GameStoreOptions): Promise<GameStore> {
  const { redis, clock, shards, observe, vouching = "nobody", library = assembleLibrary() } = options;
  await agreeOnShards(redis, shards);
  await asked("loading the functions", loadLibrary(redis, library));
  if (vouching === "nobody") await vouchForNothing(redis, shards);

  const listeners = new Set<(at: number) => void>();
  const keysOf = createKeysOf(shards);
  const call = createFunctionCaller({ redis, library, observe: observe?.call });
  const trust = createTrust({ call, shards });
  const reader = createGameReader({ redis, call, trust, keysOf, observeQuizCache: observe?.quizCache });
  const parts: StoreParts = {
    redis, clock, call, shards, keysOf, ...reader,
    newId: options.newId ?? randomUUID,
    randomInt: options.randomInt ?? ((limit) => randomInt(limit)),
    schedule: (at) => {
      if (at > 0) for (const listener of listeners) listener(at);
    },
  };
  const pins = createPins(parts);
  const { readOwnTimes, ...ownTimes } = createOwnTimes(parts);
  const answering = createAnswering(parts, readOwnTimes);
  const joining = createJoining(parts);
  const { playBots, ...practising } = createPractising(parts, { ...answering, ...joining });

  return {
    now: clock.now,
    onScheduled: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    // What is read here only says whether to go on: the function that lets somebody in looks for itself.
    find: shareCalls(async (pinOrGameId: string) => {
      const gameId = isPin(pinOrGameId) ? await pins.holderOf(pinOrGameId) : (gameIdSchema.safeParse(pinOrGameId).data ?? null);
      const game = gameId && (await reader.readGame(gameId));
      // A code that is not there may be lost with the rest.
      if (!gameId) await trust.assertEverywhere();
      if (!game || (isPin(pinOrGameId) && game.state.position.phase === "ended")) return null;
      return game.state;
    }),
    state: async (gameId) => (await reader.readGame(gameId))?.state ?? null,
    quiz: reader.readQuiz,
    trustedShards: trust.count,

    async unsavedForMs(gameId) {
      // Nobody saves what nobody vouches for.
      if (vouching === "nobody") return 0;
      const unsaved = readUnsaved(redis, { log: keysOf(gameId).log, group: savingGroup, now: clock.now() });
      return (await asked("reading what is not saved", unsaved)).oldestAgeMs;
    },

    ...createCreating(parts, pins),
    ...joining,
    ...practising,
    ...ownTimes,
    ...createTeams(parts),
    ...createCommanding(parts, { pins, playBots }),
    ...answering,
    ...createPresence(parts),
    ...createPublishing(parts),
    ...createBoards(parts),
    ...createRevealing(parts),
    ...createOverviews(parts),
    ...createEarlierResults(parts),
    ...createArrivals(parts),
    ...createSnapshots(parts),
  };
}
