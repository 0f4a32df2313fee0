import { randomInt } from "node:crypto";
import { gameIdSchema, type GameId, type Pin } from "@quickfire/engine";
import { createFunctionCaller } from "../call-function";
import type { RedisClient } from "../connect-redis";
import { asked, InfrastructureError } from "../errors";
import { assembleLibrary, type Library } from "../functions/library";
import { clearGame, distrustShard, finishRestore, readTrust, restorePart, trustShard } from "../functions/recovery-definitions";
import { toDelivery, type LogDelivery } from "../log/log-delivery";
import { parseEntries } from "../log/stream-replies";
import { createPins } from "../game-store/pins";
import { gameKeys, hostGamesKey, shardKeys } from "../keys";
import type { RedisClock } from "../redis-clock";
import { shardOf } from "../shards";
import type { PastGame } from "./past-game";
import { keysBesideHash, partsOf } from "./restoring";

/** An ended game's live state stays for a day, as after an ordinary end. */
const keepEndedMs = 24 * 3_600_000;
const recordsACall = 500;
const entriesAPage = 500;

export type ShardTrust = { shard: number; trusted: boolean; doubted: GameId[] };
/** How far Redis has got with a game: null where it does not have it. */
export type GamePosition = { gameId: GameId; shard: number; position: { epoch: string; logNumber: number; ended: boolean } | null };
/** The right to rebuild a shard: each lease has a higher fence than all before it, and an earlier one can't write any more. */
export type ShardLease = { shard: number; fence: number };

export type RecoveryOptions = { redis: RedisClient; clock: RedisClock; shards: number; library?: Library };

/** A later lease has taken this one's place: whoever has it goes on. */
export class FencedError extends InfrastructureError {
  constructor({ shard }: ShardLease) {
    super(`shard ${shard} is being rebuilt under a later lease`, { retryable: true });
  }
}

/** What the worker needs to compare Redis with Postgres, and to put back what is missing, while nothing else is let in. */
export function createRecovery({ redis, clock, shards, library = assembleLibrary() }: RecoveryOptions) {
  const call = createFunctionCaller({ redis, library });
  const keysOf = (gameId: GameId) => gameKeys(gameId, shards);
  const pins = createPins({ redis, call, keysOf, randomInt: (limit) => randomInt(limit) });

  const parseIds = (ids: readonly string[]): GameId[] => ids.flatMap((id) => gameIdSchema.safeParse(id).data ?? []);

  async function underLease<Value>(lease: ShardLease, work: Promise<{ ok: true; value: Value } | { ok: false; error: "FENCED" }>): Promise<Value> {
    const done = await work;
    if (!done.ok) throw new FencedError(lease);
    return done.value;
  }

  async function clear(gameId: GameId, rounds: number, lease: ShardLease): Promise<void> {
    const keys = keysOf(gameId);
    await underLease(lease, call(clearGame, { keys, moreKeys: keysBesideHash(keys, rounds), args: { gameId, fence: lease.fence } }));
  }

  async function write(past: PastGame, lease: ShardLease): Promise<void> {
    for (const { target, kind, records } of partsOf(keysOf(past.state.facts.gameId), past, clock.now())) {
      for (let from = 0; from < records.length; from += recordsACall) {
        const each = records.slice(from, from + recordsACall);
        await underLease(lease, call(restorePart, { keys: { target, fence: shardKeys(lease.shard).fence }, args: { fence: lease.fence, kind }, each }));
      }
    }
  }

  async function finish({ state, openedRound, people, settled, storedEvents }: PastGame, lease: ShardLease): Promise<void> {
    const { facts, ...rest } = state;
    const keys = keysOf(facts.gameId);
    const ended = state.position.phase === "ended";
    // Standings of which some were lost are logged once more, all of them: Postgres keeps the first of each.
    // Somebody looks at once at a game with bots: it is not only its own time that they wait for.
    const looksNow = ended ? !settled : people.some(({ participant }) => participant.bot);
    const dueAt = looksNow ? clock.now() : state.dueAt;
    const args = { gameId: facts.gameId, fence: lease.fence, dueAt, keepMs: ended ? keepEndedMs : null, body: JSON.stringify({ state: rest, openedRound, storedEvents }) };
    await underLease(lease, call(finishRestore, { keys, moreKeys: keysBesideHash(keys, facts.rounds), args }));
    if (!ended) await asked("noting a host's game", redis.zadd(hostGamesKey(facts.hostUserId), facts.createdAt, facts.gameId));
  }

  return {
    shardOf: (gameId: GameId): number => shardOf(gameId, shards),

    now: clock.now,

    readTrust: (): Promise<ShardTrust[]> =>
      Promise.all(
        Array.from({ length: shards }, async (_, shard) => {
          const read = await call(readTrust, { keys: shardKeys(shard), args: {} });
          return { shard, trusted: read.ok && read.value.trusted, doubted: read.ok ? parseIds(read.value.doubted) : [] };
        }),
      ),

    /** Lets nobody in until `open`. What is answered tells this life of Redis from the next one. */
    async close(lease: ShardLease): Promise<string> {
      const { life } = await underLease(lease, call(distrustShard, { keys: shardKeys(lease.shard), args: { fence: lease.fence } }));
      return life;
    },

    /** Whether the shard is trusted now: not where Redis was started again meanwhile. */
    async open(lease: ShardLease, life: string): Promise<boolean> {
      const { trusted } = await underLease(lease, call(trustShard, { keys: shardKeys(lease.shard), args: { fence: lease.fence, life } }));
      return trusted;
    },

    /** The games of a shard that Redis takes for running. */
    running: async (shard: number): Promise<GameId[]> => parseIds(await asked("reading a shard's games", redis.zrange(shardKeys(shard).due, "0", "-1"))),

    /** What the log still holds of these games, a page after another; stored or not. */
    async *logOf(shard: number, gameIds: ReadonlySet<GameId>): AsyncGenerator<LogDelivery[]> {
      for (let from = "-"; ; ) {
        const entries = parseEntries(await asked("reading a shard's log", redis.xrange(shardKeys(shard).log, from, "+", "COUNT", entriesAPage)));
        const deliveries = entries.map((entry) => toDelivery(shard, entry));
        yield deliveries.filter((delivery) => "entry" in delivery && gameIds.has(delivery.entry.gameId));
        const last = entries.at(-1);
        if (!last || entries.length < entriesAPage) return;
        from = `(${last[0]}`;
      }
    },

    position: async (gameId: GameId): Promise<GamePosition> => {
      const [epoch, logNumber, phase] = await asked("reading a game's position", redis.hmget(keysOf(gameId).game, "epoch", "logNumber", "phase"));
      return { gameId, shard: shardOf(gameId, shards), position: epoch ? { epoch, logNumber: Number(logNumber ?? 0), ended: phase === "ended" } : null };
    },

    /** The PIN under which a game goes on. */
    reclaimPin: (pin: Pin, gameId: GameId): Promise<Pin> => pins.reclaim(pin, gameId),

    /** Puts a game back in place of whatever Redis has of it. Safe to repeat, under a later lease too. */
    async restore(past: PastGame, lease: ShardLease): Promise<void> {
      await clear(past.state.facts.gameId, past.state.facts.rounds, lease);
      await write(past, lease);
      await finish(past, lease);
    },

    /** Takes away what is left of a game that can't be rebuilt. */
    giveUp: clear,
  };
}

export type Recovery = ReturnType<typeof createRecovery>;
