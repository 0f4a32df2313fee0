CREATE TABLE "forgotten_links" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"game_id" text NOT NULL,
	"link" "bytea" NOT NULL,
	"remains" "bytea" NOT NULL,
	"forgotten_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "game_outcomes" ADD COLUMN "origins_forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "game_outcomes" ADD COLUMN "guests_forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "forgotten_links_game" ON "forgotten_links" USING btree ("game_id");--> statement-breakpoint
CREATE INDEX "game_outcomes_origins" ON "game_outcomes" USING btree ("ended_at") WHERE "game_outcomes"."origins_forgotten_at" is null;--> statement-breakpoint
CREATE INDEX "game_outcomes_guests" ON "game_outcomes" USING btree ("ended_at") WHERE "game_outcomes"."guests_forgotten_at" is null;--> statement-breakpoint
CREATE INDEX "users_erased" ON "users" USING btree ("erased_at") WHERE "users"."erased_at" is not null;--> statement-breakpoint
CREATE INDEX "score_changes_origins" ON "score_changes" USING btree ("at") WHERE "score_changes"."ip" is not null or "score_changes"."user_agent" is not null;