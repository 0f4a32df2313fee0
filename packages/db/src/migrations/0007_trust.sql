CREATE TABLE "anomaly_flags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule" text NOT NULL,
	"game_id" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"user_id" uuid,
	"strength" smallint NOT NULL,
	"evidence" jsonb NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"found_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "anomaly_flags_finding" UNIQUE("game_id","rule","participant_id"),
	CONSTRAINT "anomaly_flags_status_known" CHECK ("anomaly_flags"."status" in ('open', 'confirmed', 'cleared'))
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"game_id" text NOT NULL,
	"part" smallint NOT NULL,
	"events" integer NOT NULL,
	"head" text NOT NULL,
	"links" "bytea" NOT NULL,
	"origin_links" "bytea",
	"event_ids" uuid[],
	"sealed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_game_id_part_pk" PRIMARY KEY("game_id","part")
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid,
	"game_id" text,
	"participant_id" uuid,
	"flag_id" uuid,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"blocked_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	CONSTRAINT "blocks_one_subject" CHECK (("blocks"."user_id" is null) <> ("blocks"."participant_id" is null))
);
--> statement-breakpoint
CREATE TABLE "review_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"action" text NOT NULL,
	"flag_id" uuid,
	"admin_user_id" uuid,
	"user_id" uuid,
	"game_id" text,
	"participant_id" uuid,
	"details" jsonb NOT NULL,
	"ip" text,
	"user_agent" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taken_back_points" (
	"game_id" text NOT NULL,
	"participant_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"points" integer NOT NULL,
	"flag_id" uuid NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taken_back_points_game_id_participant_id_round_pk" PRIMARY KEY("game_id","participant_id","round")
);
--> statement-breakpoint
ALTER TABLE "game_outcomes" ADD COLUMN "sealed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "game_outcomes" ADD COLUMN "examined_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "anomaly_flags_found" ON "anomaly_flags" USING btree ("status","found_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "blocks_user" ON "blocks" USING btree ("user_id") WHERE "blocks"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "blocks_participant" ON "blocks" USING btree ("participant_id") WHERE "blocks"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "review_actions_flag" ON "review_actions" USING btree ("flag_id","at");--> statement-breakpoint
CREATE INDEX "game_outcomes_unexamined" ON "game_outcomes" USING btree ("started_at") WHERE "game_outcomes"."examined_at" is null;--> statement-breakpoint
CREATE INDEX "game_outcomes_unsealed" ON "game_outcomes" USING btree ("ended_at") WHERE "game_outcomes"."sealed_at" is null;--> statement-breakpoint
-- A seal says what was; nobody makes it say something else. Only the links of addresses may go, as the addresses do.
CREATE FUNCTION "keep_audit_seal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW."game_id", NEW."part", NEW."events", NEW."head", NEW."links", NEW."event_ids", NEW."sealed_at")
		IS DISTINCT FROM (OLD."game_id", OLD."part", OLD."events", OLD."head", OLD."links", OLD."event_ids", OLD."sealed_at")
		OR NEW."origin_links" IS NOT NULL AND NEW."origin_links" IS DISTINCT FROM OLD."origin_links"
	THEN
		RAISE EXCEPTION 'a seal is never changed' USING ERRCODE = 'integrity_constraint_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_seals_kept" BEFORE UPDATE ON "audit_seals" FOR EACH ROW EXECUTE FUNCTION "keep_audit_seal"();
