import { isRecord, recall, remember } from "./browser-memory";

/** Who this browser is in a game. The token is what proves it, so that a reload or a second tab is the same player. */
export type RememberedPlayer = { gameId: string; participantId: string; token: string; name: string; pin: string };

const keyOf = (gameId: string): string => `quickfire.player.${gameId}`;

export const rememberPlayer = (player: RememberedPlayer): void => remember(keyOf(player.gameId), player);

export function recallPlayer(gameId: string): RememberedPlayer | null {
  const kept = recall(keyOf(gameId));
  if (!isRecord(kept)) return null;
  const { participantId, token, name, pin } = kept;
  if (typeof participantId !== "string" || typeof token !== "string" || typeof name !== "string" || typeof pin !== "string") return null;
  return { gameId, participantId, token, name, pin };
}
