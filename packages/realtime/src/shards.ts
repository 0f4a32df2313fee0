import type { GameId } from "@quickfire/engine";

/** FNV-1a, 32 bits: the same on every machine and in every version, since it decides where a game's keys are. */
export function shardOf(gameId: GameId, shards: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(gameId)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
}
