import { changesOfGame, gameIsScored, type ScoreRepository, unscoredGames } from "@quickfire/db";
import type { Logger } from "@quickfire/telemetry";
import type { Sql } from "postgres";

const gamesAtOnce = 20;

/**
 * Gives the signed-in players of ended games their points, game by game; those of a game count once, however often it is begun. Only
 * games whose standings follow from their answers give points.
 */
export function createGameScorer({ sql, scores, logger }: { sql: Sql; scores: Pick<ScoreRepository, "addAll">; logger: Logger }) {
  return async (): Promise<void> => {
    for (const gameId of await unscoredGames(sql, gamesAtOnce)) {
      const changes = await changesOfGame(sql, gameId);
      await scores.addAll(changes);
      await gameIsScored(sql, gameId);
      if (changes.length > 0) logger.info({ gameId, players: changes.length }, "the points of a game count for the long-term boards");
    }
  };
}
