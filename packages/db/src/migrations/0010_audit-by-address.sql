DROP INDEX "audit_events_at";--> statement-breakpoint
CREATE INDEX "audit_events_at_ip" ON "audit_events" USING brin ("at","ip" text_bloom_ops) WITH (autosummarize=true);--> statement-breakpoint
CREATE INDEX "review_actions_at" ON "review_actions" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "score_changes_at_ip" ON "score_changes" USING brin ("at","ip" text_bloom_ops) WITH (autosummarize=true);