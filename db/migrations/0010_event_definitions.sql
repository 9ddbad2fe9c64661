ALTER TYPE "public"."message_class" RENAME TO "urgency";--> statement-breakpoint
ALTER TYPE "public"."urgency" RENAME VALUE 'at_once' TO 'immediate';--> statement-breakpoint
ALTER TYPE "public"."urgency" RENAME VALUE 'good_hour' TO 'deferrable';--> statement-breakpoint
ALTER TABLE "outbox_events" RENAME COLUMN "message_class" TO "urgency";--> statement-breakpoint
ALTER TABLE "outbox_events" RENAME COLUMN "silence" TO "skip_reason";--> statement-breakpoint
ALTER TABLE "outbox_events" RENAME CONSTRAINT "outbox_events_silence_check" TO "outbox_events_skipped_check";--> statement-breakpoint
ALTER INDEX "outbox_events_silence_index" RENAME TO "outbox_events_skipped_index";--> statement-breakpoint
ALTER TABLE "outbox_events" ADD COLUMN "version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
UPDATE "outbox_events" SET "skip_reason" = 'before_opening' WHERE "skip_reason" = 'told_before';--> statement-breakpoint
ALTER TABLE "messages" RENAME COLUMN "message_class" TO "urgency";--> statement-breakpoint
ALTER TABLE "messages" RENAME COLUMN "good_day" TO "daily_slot_on";--> statement-breakpoint
ALTER TABLE "provider_notices" RENAME TO "provider_webhook_events";--> statement-breakpoint
ALTER INDEX "provider_notices_pkey" RENAME TO "provider_webhook_events_pkey";--> statement-breakpoint
ALTER TABLE "notice_marks" RENAME TO "reminder_marks";--> statement-breakpoint
ALTER TABLE "reminder_marks" RENAME CONSTRAINT "notice_marks_subject_id_kind_pk" TO "reminder_marks_subject_id_kind_pk";--> statement-breakpoint
ALTER TABLE "saved_search_matches" RENAME COLUMN "told_at" TO "announced_at";--> statement-breakpoint
ALTER INDEX "saved_search_matches_untold_index" RENAME TO "saved_search_matches_unannounced_index";
