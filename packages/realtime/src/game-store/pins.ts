import { createPin, gameIdSchema, pinSchema, type GameId, type Pin } from "@quickfire/engine";
import { asked, InfrastructureError } from "../errors";
import { reservePin } from "../functions/definitions";
import { pinKey } from "../keys";
import type { StoreParts } from "./parts";

const tries = 50;
/** Long enough to create the game, short enough to leave nothing behind where that never happens. */
const reservedMs = 60_000;
/** An ended game's PIN is nobody's for a day. */
const quarantineMs = 24 * 3_600_000;

/** The join codes: each names one game, and none is used again within a day of its game's end. */
export function createPins({ redis, call, randomInt, keysOf }: Pick<StoreParts, "redis" | "call" | "randomInt" | "keysOf">) {
  /** The game that has the PIN and does not exist any more: its end was never noted, because a process died just then. */
  async function findOrphan(pin: Pin): Promise<GameId | null> {
    const [holder, expiresInMs] = await asked("looking a PIN up", Promise.all([redis.get(pinKey(pin)), redis.pttl(pinKey(pin))]));
    const gameId = gameIdSchema.safeParse(holder);
    if (!gameId.success || expiresInMs >= 0) return null;
    const exists = await asked("looking for a game", redis.exists(keysOf(gameId.data).game));
    return exists === 0 ? gameId.data : null;
  }

  async function tryReserve(pin: Pin, gameId: GameId, orphan: GameId | null): Promise<boolean> {
    const reserved = await call(reservePin, { keys: { pin: pinKey(pin) }, args: { gameId, orphan: orphan ?? "", ttlMs: reservedMs } });
    return reserved.ok;
  }

  async function reserve(gameId: GameId): Promise<Pin> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const pin = createPin(randomInt);
      if (await tryReserve(pin, gameId, null)) return pin;
      const orphan = await findOrphan(pin);
      if (orphan && (await tryReserve(pin, gameId, orphan))) return pin;
    }
    throw new InfrastructureError("no free PIN was found: too many games are running", { retryable: true });
  }

  const keep = async (pin: Pin): Promise<void> => void (await asked("keeping a PIN", redis.persist(pinKey(pin))));

  return {
    /** Drawn again while the PIN is another game's. */
    reserve,
    keep,

    /** The PIN of a game that is put back: its own, unless another game has it by now. */
    async reclaim(pin: Pin, gameId: GameId): Promise<Pin> {
      const holder = await asked("reclaiming a PIN", redis.set(pinKey(pin), gameId, "NX", "GET"));
      if (holder === null || holder === gameId) return pin;
      const other = await reserve(gameId);
      await keep(other);
      return other;
    },

    release: async (pin: Pin): Promise<void> => void (await asked("releasing a PIN", redis.pexpire(pinKey(pin), quarantineMs))),

    async holderOf(pin: Pin): Promise<GameId | null> {
      const gameId = gameIdSchema.safeParse(await asked("looking a PIN up", redis.get(pinKey(pin))));
      return gameId.success ? gameId.data : null;
    },
  };
}

export type Pins = ReturnType<typeof createPins>;

export const isPin = (text: string): text is Pin => pinSchema.safeParse(text).success;
