import type { GameId, UserId } from "@quickfire/engine";
import type { WebServices } from "./context";
import { refuse } from "./errors";

type Services = Pick<WebServices, "store" | "games" | "gameHosts">;
type Asked = { gameId: GameId; userId: UserId };

/**
 * Whether somebody hosts a game, alone or together with who opened it. Asked of Redis first while the game lives there, so that who
 * opened it steers it while Postgres is away.
 */
export async function isHostOfGame({ store, games, gameHosts }: Services, asked: Asked): Promise<boolean> {
  const state = await store.state(asked.gameId);
  if (state?.facts.hostUserId === asked.userId) return true;
  if (state) return gameHosts.isCoHost(asked);
  return (await games.byId({ gameId: asked.gameId, hostUserId: asked.userId })) !== null;
}

/** Who opened a game that the asker hosts. */
export async function ownerOfGame({ store, games }: Pick<Services, "store" | "games">, asked: Asked): Promise<UserId> {
  const state = await store.state(asked.gameId);
  if (state) return state.facts.hostUserId;
  const record = await games.byId({ gameId: asked.gameId, hostUserId: asked.userId });
  return record?.hostUserId ?? refuse("NOT_FOUND");
}
