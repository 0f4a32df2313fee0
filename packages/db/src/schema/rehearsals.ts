import type { GameId } from "@quickfire/engine";
import { sql } from "drizzle-orm";
import { pgView, text } from "drizzle-orm/pg-core";

/**
 * Games that began with a bot in them: nothing of them counts for anything that outlasts the game. Bots that were taken out of the lobby
 * leave a game like any other; one that was removed later has already been among those who were played against.
 */
export const rehearsals = pgView("rehearsals", { gameId: text("game_id").notNull().$type<GameId>() }).as(sql`
  select bot.game_id from game_participants bot join game_outcomes outcome on outcome.game_id = bot.game_id
  where bot.bot and outcome.started_at is not null and (bot.removed_at is null or bot.removed_at >= outcome.started_at)`);
