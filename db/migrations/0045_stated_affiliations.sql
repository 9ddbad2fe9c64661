ALTER TABLE "affiliations" ADD COLUMN "stated_by" text;--> statement-breakpoint
ALTER TABLE "affiliations" ADD COLUMN "is_unstated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_unstated_check" CHECK (not "affiliations"."is_unstated" or ("affiliations"."stated_by" is not null and "affiliations"."valid_to" is not null));