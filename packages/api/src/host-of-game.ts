import type { GameId, UserId } from "@quickfire/engine";
import type { WebServices } from "./context";

/** Who hosts a game: asked of Redis while it lives there, of Postgres afterwards. Null for a game that the user does not host. */
export async function hostOfGame(services: Pick<WebServices, "store" | "games">, asked: { gameId: GameId; userId: UserId }): Promise<UserId | null> {
  const state = await services.store.state(asked.gameId);
  if (state) return state.facts.hostUserId;
  const record = await services.games.byId({ gameId: asked.gameId, hostUserId: asked.userId });
  return record?.hostUserId ?? null;
}
