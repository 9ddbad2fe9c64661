DROP TABLE "planned_visits" CASCADE;--> statement-breakpoint
DROP TABLE "visit_feeds" CASCADE;