import type { GameRecord } from "@quickfire/db";
import type { GameId, UserId } from "@quickfire/engine";
import type { GameOverview, GameStore } from "@quickfire/realtime";
import type { WebServices } from "../context";
import { pageOrRefuse } from "../paging";

/** What Redis knows of the running games on a page: the asker's own at once, and each that they host together with somebody. */
async function readRunning(store: Pick<GameStore, "gamesOfHost" | "overview">, records: readonly GameRecord[], userId: UserId): Promise<Map<GameId, GameOverview>> {
  const together = records.filter(({ status, hostUserId }) => status === "running" && hostUserId !== userId);
  const [own, others] = await Promise.all([store.gamesOfHost(userId), Promise.all(together.map(({ gameId }) => store.overview(gameId)))]);
  return new Map([...own, ...others.filter((game) => game !== null)].map((game) => [game.gameId, game]));
}

/** The running games first, with where they stand; then the ended ones, newest first. */
export async function listGames({ games, store }: Pick<WebServices, "games" | "store">, asked: { hostUserId: UserId; cursor?: string; limit?: number }) {
  const page = pageOrRefuse(await games.ofHost(asked));
  const live = await readRunning(store, page.items, asked.hostUserId);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((record) => {
      const now = live.get(record.gameId);
      const { gameId, quizId, pin, title, status, interrupted, createdAt, startedAt, endedAt, rehearsal } = record;
      return {
        gameId, quizId, pin, title, status, interrupted, createdAt, startedAt, endedAt, rehearsal,
        isOwner: record.hostUserId === asked.hostUserId,
        phase: now?.phase ?? null,
        round: now?.round ?? null,
        rounds: now?.rounds ?? null,
        participants: now?.participants ?? record.participants,
      };
    }),
  };
}
