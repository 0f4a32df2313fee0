CREATE TABLE "game_epochs" (
	"game_id" text NOT NULL,
	"fence" bigint NOT NULL,
	"epoch" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "game_epochs_game_id_fence_pk" PRIMARY KEY("game_id","fence")
);
--> statement-breakpoint
CREATE TABLE "shard_leases" (
	"region" text NOT NULL,
	"shard" integer NOT NULL,
	"fence" bigint NOT NULL,
	"holder" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shard_leases_region_shard_pk" PRIMARY KEY("region","shard")
);
