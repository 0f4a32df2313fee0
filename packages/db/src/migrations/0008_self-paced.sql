CREATE TABLE "assignment_participants" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"skeleton" text,
	"key_hash" text,
	"taken_up_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assignment_participants_user" UNIQUE("assignment_id","user_id"),
	CONSTRAINT "assignment_participants_name" UNIQUE("assignment_id","skeleton")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"host_user_id" uuid NOT NULL,
	"quiz_id" uuid NOT NULL,
	"quiz_version_id" uuid NOT NULL,
	"game_id" text,
	"title" text NOT NULL,
	"question_ids" uuid[] NOT NULL,
	"settings" jsonb NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "assignments_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "attempt_questions" (
	"attempt_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"question_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"answer" jsonb,
	"correct" boolean,
	"points" integer DEFAULT 0 NOT NULL,
	"time_ms" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "attempt_questions_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid,
	"participant_id" uuid,
	"user_id" uuid,
	"quiz_id" uuid NOT NULL,
	"quiz_version_id" uuid NOT NULL,
	"number" smallint,
	"question_order" uuid[] NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"score" integer DEFAULT 0 NOT NULL,
	"right_answers" smallint DEFAULT 0 NOT NULL,
	"score_delta" integer DEFAULT 0 NOT NULL,
	"action_id" text,
	"body_hash" text,
	"claimed_at" timestamp (3) with time zone,
	"outcome" json,
	CONSTRAINT "attempts_number" UNIQUE("participant_id","number"),
	CONSTRAINT "attempts_action" UNIQUE("user_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "practice_answers" (
	"user_id" uuid NOT NULL,
	"action_id" text NOT NULL,
	"question_id" uuid NOT NULL,
	"quiz_version_id" uuid NOT NULL,
	"answer" jsonb,
	"correct" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_answers_user_id_action_id_pk" PRIMARY KEY("user_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "question_bests" (
	"user_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "question_bests_user_id_question_id_pk" PRIMARY KEY("user_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assignment_participants" ADD CONSTRAINT "assignment_participants_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_participants" ADD CONSTRAINT "assignment_participants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_host_user_id_users_id_fk" FOREIGN KEY ("host_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_quiz_version_id_quiz_versions_id_fk" FOREIGN KEY ("quiz_version_id") REFERENCES "public"."quiz_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_questions" ADD CONSTRAINT "attempt_questions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_participant_id_assignment_participants_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."assignment_participants"("participant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_quiz_id_quizzes_id_fk" FOREIGN KEY ("quiz_id") REFERENCES "public"."quizzes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_quiz_version_id_quiz_versions_id_fk" FOREIGN KEY ("quiz_version_id") REFERENCES "public"."quiz_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_answers" ADD CONSTRAINT "practice_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_answers" ADD CONSTRAINT "practice_answers_quiz_version_id_quiz_versions_id_fk" FOREIGN KEY ("quiz_version_id") REFERENCES "public"."quiz_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_bests" ADD CONSTRAINT "question_bests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_participants_of_user" ON "assignment_participants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "assignments_host_created" ON "assignments" USING btree ("host_user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "assignments_quiz" ON "assignments" USING btree ("quiz_id");--> statement-breakpoint
CREATE INDEX "attempts_user_started" ON "attempts" USING btree ("user_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "attempts_assignment" ON "attempts" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "practice_answers_user_at" ON "practice_answers" USING btree ("user_id","at" DESC NULLS LAST);