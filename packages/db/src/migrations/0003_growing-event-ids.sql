-- One pass over the table, with nothing but the primary key to keep: every event gets the id that a worker of this version gives it,
-- so that an entry which was stored before, and comes again, is known. The same rule as in realtime's event-uuid.ts.
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_position";--> statement-breakpoint
DROP INDEX "audit_events_at";--> statement-breakpoint
ALTER TABLE "audit_events"
	ALTER COLUMN "event_id" SET DATA TYPE uuid USING (
		left(overlay(encode(sha256(convert_to("game_id" || ' ' || "epoch", 'UTF8')), 'hex') placing '8' from 13 for 0), 16)
		|| to_hex(2048 | (('x' || substr(encode(sha256(convert_to("game_id" || ' ' || "epoch", 'UTF8')), 'hex'), 16, 3))::bit(12)::int & 1023))
		|| lpad(to_hex("seq"::bigint * 1048576 + "index"), 13, '0')
	)::uuid,
	ALTER COLUMN "payload" SET DATA TYPE json USING "payload"::json;--> statement-breakpoint
CREATE INDEX "audit_events_game_epoch_seq" ON "audit_events" USING btree ("game_id","epoch","seq");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING brin ("at");
