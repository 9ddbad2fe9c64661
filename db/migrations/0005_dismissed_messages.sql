DROP INDEX "messages_failed_index";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "dismissed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "dismissed_by" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_dismissed_by_persons_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_failed_index" ON "messages" USING btree ("created_at") WHERE "messages"."status" = 'failed' and "messages"."dismissed_at" is null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_dismissed_check" CHECK ("messages"."dismissed_at" is null or "messages"."status" = 'failed');