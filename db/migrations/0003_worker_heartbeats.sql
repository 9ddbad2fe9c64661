CREATE TABLE "worker_heartbeats" (
	"pool_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "offer_search_place_index";--> statement-breakpoint
DROP INDEX "offer_search_recent_index";--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "campaign_id" uuid NOT NULL;--> statement-breakpoint
CREATE INDEX "offer_search_place_index" ON "offer_search" USING btree ("campaign_id","band","longitude");--> statement-breakpoint
CREATE INDEX "offer_search_recent_index" ON "offer_search" USING btree ("campaign_id","published_at" DESC NULLS LAST,"offer_id" DESC NULLS LAST);