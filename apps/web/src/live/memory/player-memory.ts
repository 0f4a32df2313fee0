import { forget, isRecord, keysOf, recall, remember } from "./browser-memory";

/** Who this browser is in a game. The token is what proves it, so that a reload or a second tab is the same player. */
export type RememberedPlayer = { gameId: string; participantId: string; token: string; name: string; pin: string };

const prefix = "quickfire.player.";
/** As long as the token is good for. */
const keptMs = 7 * 24 * 60 * 60_000;

export function rememberPlayer({ gameId, ...player }: RememberedPlayer, now: number): void {
  forgetOldGames(now);
  remember(prefix + gameId, { ...player, joinedAt: now });
}

export function recallPlayer(gameId: string): RememberedPlayer | null {
  const kept = recall(prefix + gameId);
  if (!isRecord(kept)) return null;
  const { participantId, token, name, pin } = kept;
  if (typeof participantId !== "string" || typeof token !== "string" || typeof name !== "string" || typeof pin !== "string") return null;
  return { gameId, participantId, token, name, pin };
}

/** A class shares its devices: what nobody can use any more does not stay on them. */
function forgetOldGames(now: number): void {
  for (const key of keysOf(prefix)) {
    const kept = recall(key);
    const joinedAt = isRecord(kept) && typeof kept.joinedAt === "number" ? kept.joinedAt : 0;
    if (now - joinedAt < keptMs) continue;
    forget(key);
    forget(`quickfire.rounds.${key.slice(prefix.length)}`);
  }
}
