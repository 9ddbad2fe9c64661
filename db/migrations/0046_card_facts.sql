ALTER TABLE "offer_search" ADD COLUMN "glimpse" text;--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "reply_days" smallint;
--> statement-breakpoint
