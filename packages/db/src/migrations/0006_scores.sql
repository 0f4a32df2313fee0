CREATE TABLE "archived_boards" (
	"board" text PRIMARY KEY NOT NULL,
	"players" integer NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "archived_standings" (
	"board" text NOT NULL,
	"user_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"score" bigint NOT NULL,
	CONSTRAINT "archived_standings_board_user_id_pk" PRIMARY KEY("board","user_id")
);
--> statement-breakpoint
CREATE TABLE "league_players" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"tier" smallint DEFAULT 0 NOT NULL,
	"takes_part" boolean DEFAULT true NOT NULL,
	"shows_name" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "league_seats" (
	"week" text NOT NULL,
	"user_id" uuid NOT NULL,
	"league_id" uuid NOT NULL,
	"points" bigint,
	"rank" integer,
	"outcome" text,
	CONSTRAINT "league_seats_week_user_id_pk" PRIMARY KEY("week","user_id"),
	CONSTRAINT "league_seats_outcome_known" CHECK ("league_seats"."outcome" in ('up', 'stay', 'down'))
);
--> statement-breakpoint
CREATE TABLE "leagues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"week" text NOT NULL,
	"tier" smallint NOT NULL,
	"seats" smallint DEFAULT 0 NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "score_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"quiz_id" uuid,
	"delta" integer NOT NULL,
	"old_total" bigint NOT NULL,
	"new_total" bigint NOT NULL,
	"action" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"at" timestamp (3) with time zone NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "score_changes_source" UNIQUE("user_id","source","source_id"),
	CONSTRAINT "score_changes_sum" CHECK ("score_changes"."new_total" = "score_changes"."old_total" + "score_changes"."delta"),
	CONSTRAINT "score_changes_source_known" CHECK ("score_changes"."source" in ('game', 'attempt', 'correction'))
);
--> statement-breakpoint
CREATE TABLE "user_scores" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"total" bigint DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"untold" boolean DEFAULT false NOT NULL,
	"told_country" text
);
--> statement-breakpoint
ALTER TABLE "game_outcomes" ADD COLUMN "scored_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "archived_standings" ADD CONSTRAINT "archived_standings_board_archived_boards_board_fk" FOREIGN KEY ("board") REFERENCES "public"."archived_boards"("board") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archived_standings" ADD CONSTRAINT "archived_standings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "league_players" ADD CONSTRAINT "league_players_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "league_seats" ADD CONSTRAINT "league_seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "league_seats" ADD CONSTRAINT "league_seats_league_id_leagues_id_fk" FOREIGN KEY ("league_id") REFERENCES "public"."leagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_changes" ADD CONSTRAINT "score_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_scores" ADD CONSTRAINT "user_scores_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archived_standings_rank" ON "archived_standings" USING btree ("board","rank");--> statement-breakpoint
CREATE INDEX "archived_standings_user" ON "archived_standings" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "league_seats_league" ON "league_seats" USING btree ("league_id");--> statement-breakpoint
CREATE INDEX "league_seats_user" ON "league_seats" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "leagues_open" ON "leagues" USING btree ("week","tier") WHERE "leagues"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "score_changes_user_earned" ON "score_changes" USING btree ("user_id","earned_at");--> statement-breakpoint
CREATE INDEX "score_changes_earned" ON "score_changes" USING btree ("earned_at");--> statement-breakpoint
CREATE INDEX "score_changes_untold" ON "score_changes" USING btree ("at","id") WHERE "score_changes"."told_at" is null;--> statement-breakpoint
CREATE INDEX "user_scores_untold" ON "user_scores" USING btree ("user_id") WHERE "user_scores"."untold";--> statement-breakpoint
CREATE INDEX "game_outcomes_unscored" ON "game_outcomes" USING btree ("ended_at") WHERE "game_outcomes"."verified" and "game_outcomes"."scored_at" is null;--> statement-breakpoint
-- Another country or a closed account moves a user between boards, whoever changes it: the boards hear of it like of points.
CREATE FUNCTION "tell_boards_of_user"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE "user_scores" SET "revision" = "revision" + 1, "untold" = true WHERE "user_id" = NEW."id";
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "users_tell_boards" AFTER UPDATE OF "country", "disabled_at" ON "users" FOR EACH ROW
	WHEN (OLD."country" IS DISTINCT FROM NEW."country" OR (OLD."disabled_at" IS NULL) <> (NEW."disabled_at" IS NULL))
	EXECUTE FUNCTION "tell_boards_of_user"();
