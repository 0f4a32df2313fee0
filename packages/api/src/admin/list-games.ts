import type { UserId } from "@quickfire/engine";
import type { WebServices } from "../context";
import { pageOrRefuse } from "../paging";

/** The running games first, with where they stand; then the ended ones, newest first. */
export async function listGames({ games, store }: Pick<WebServices, "games" | "store">, asked: { hostUserId: UserId; cursor?: string; limit?: number }) {
  const [page, running] = await Promise.all([games.ofHost(asked).then(pageOrRefuse), store.gamesOfHost(asked.hostUserId)]);
  const live = new Map(running.map((game) => [game.gameId, game]));
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((record) => {
      const now = live.get(record.gameId);
      const { gameId, quizId, pin, title, status, interrupted, createdAt, startedAt, endedAt } = record;
      return {
        gameId, quizId, pin, title, status, interrupted, createdAt, startedAt, endedAt,
        phase: now?.phase ?? null,
        round: now?.round ?? null,
        rounds: now?.rounds ?? null,
        participants: now?.participants ?? record.participants,
      };
    }),
  };
}
