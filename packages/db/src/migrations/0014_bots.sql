ALTER TABLE "game_participants" ADD COLUMN "bot" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "game_participants_bots" ON "game_participants" USING btree ("game_id") WHERE bot;--> statement-breakpoint
CREATE VIEW "public"."rehearsals" AS (
  select bot.game_id from game_participants bot join game_outcomes outcome on outcome.game_id = bot.game_id
  where bot.bot and outcome.started_at is not null and (bot.removed_at is null or bot.removed_at >= outcome.started_at));