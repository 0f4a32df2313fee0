ALTER TABLE "dead_letters" DROP CONSTRAINT "dead_letters_shard_entry_id_pk";--> statement-breakpoint
ALTER TABLE "dead_letters" ADD COLUMN "index" integer DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE "dead_letters" ADD COLUMN "content" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dead_letters" DROP COLUMN "fields";--> statement-breakpoint
ALTER TABLE "dead_letters" ADD CONSTRAINT "dead_letters_shard_entry_id_index_pk" PRIMARY KEY("shard","entry_id","index");--> statement-breakpoint
CREATE INDEX "game_outcomes_unverified" ON "game_outcomes" USING btree ("ended_at") WHERE "game_outcomes"."verified" is null;
