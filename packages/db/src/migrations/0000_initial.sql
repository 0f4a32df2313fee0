CREATE TABLE "audit_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"game_id" text NOT NULL,
	"epoch" text NOT NULL,
	"seq" integer NOT NULL,
	"index" integer NOT NULL,
	"type" text NOT NULL,
	"participant_id" uuid,
	"user_id" uuid,
	"question_id" uuid,
	"old_score" integer,
	"new_score" integer,
	"action" text,
	"ip" text,
	"user_agent" text,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "audit_events_position" UNIQUE("game_id","epoch","seq","index")
);
--> statement-breakpoint
CREATE TABLE "dead_letters" (
	"shard" text NOT NULL,
	"entry_id" text NOT NULL,
	"game_id" text,
	"reason" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dead_letters_shard_entry_id_pk" PRIMARY KEY("shard","entry_id")
);
--> statement-breakpoint
CREATE TABLE "game_answers" (
	"game_id" text NOT NULL,
	"round" integer NOT NULL,
	"participant_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"answer" jsonb NOT NULL,
	"correct" boolean,
	"points" integer NOT NULL,
	"time_ms" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action_id" text,
	CONSTRAINT "game_answers_game_id_round_participant_id_pk" PRIMARY KEY("game_id","round","participant_id")
);
--> statement-breakpoint
CREATE TABLE "game_outcomes" (
	"game_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"interrupted" boolean DEFAULT false NOT NULL,
	"verified" boolean
);
--> statement-breakpoint
CREATE TABLE "game_participants" (
	"game_id" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"avatar" smallint DEFAULT 0 NOT NULL,
	"team" smallint,
	"user_id" uuid,
	"joined_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "game_participants_game_id_participant_id_pk" PRIMARY KEY("game_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "game_rounds" (
	"game_id" text NOT NULL,
	"round" integer NOT NULL,
	"question_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"skipped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "game_rounds_game_id_round_pk" PRIMARY KEY("game_id","round")
);
--> statement-breakpoint
CREATE TABLE "game_standings" (
	"game_id" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"score" integer NOT NULL,
	"total_time_ms" integer NOT NULL,
	CONSTRAINT "game_standings_game_id_participant_id_pk" PRIMARY KEY("game_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "games" (
	"id" text PRIMARY KEY NOT NULL,
	"quiz_id" uuid NOT NULL,
	"quiz_version_id" uuid NOT NULL,
	"host_user_id" uuid NOT NULL,
	"title" text NOT NULL,
	"pin" text NOT NULL,
	"settings" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quiz_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quiz_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quiz_versions_number" UNIQUE("quiz_id","number")
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"level" text,
	"tags" text[] NOT NULL,
	"content" jsonb NOT NULL,
	"question_count" integer NOT NULL,
	"problem_count" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"family" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"roles" text[] NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_roles_known" CHECK ("users"."roles" <@ array['learner', 'author', 'admin'])
);
--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_quiz_version_id_quiz_versions_id_fk" FOREIGN KEY ("quiz_version_id") REFERENCES "public"."quiz_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "games" ADD CONSTRAINT "games_host_user_id_users_id_fk" FOREIGN KEY ("host_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_versions" ADD CONSTRAINT "quiz_versions_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "game_participants_user" ON "game_participants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "games_host_created" ON "games" USING btree ("host_user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "quizzes_owner_updated" ON "quizzes" USING btree ("owner_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("family");--> statement-breakpoint
CREATE INDEX "refresh_tokens_user" ON "refresh_tokens" USING btree ("user_id");