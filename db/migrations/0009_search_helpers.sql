CREATE TYPE "public"."alert_frequency" AS ENUM('instant', 'daily');--> statement-breakpoint
CREATE TABLE "saved_search_matches" (
	"saved_search_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"matched_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "saved_search_matches_saved_search_id_offer_id_pk" PRIMARY KEY("saved_search_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"frequency" "alert_frequency" NOT NULL,
	"place" text,
	"latitude" double precision,
	"longitude" double precision,
	"radius_km" smallint NOT NULL,
	"area" "box" NOT NULL,
	"sectors" text[] NOT NULL,
	"family_slug" text,
	"challenges" text[] NOT NULL,
	"periods" text[] NOT NULL,
	"words" text,
	"words_query" text,
	"created_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "saved_searches_place_check" CHECK (num_nulls("saved_searches"."place", "saved_searches"."latitude", "saved_searches"."longitude") in (0, 3)),
	CONSTRAINT "saved_searches_words_check" CHECK (num_nulls("saved_searches"."words", "saved_searches"."words_query") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "search_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"searched_at" timestamp with time zone NOT NULL,
	"insee_code" text,
	"radius_km" smallint,
	"sectors" text[] NOT NULL,
	"family_slug" text,
	"challenges" text[] NOT NULL,
	"periods" text[] NOT NULL,
	"words" text[] NOT NULL,
	"unknown_words" boolean NOT NULL,
	"total" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"words" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "search_synonyms_words_check" CHECK (cardinality("search_synonyms"."words") between 2 and 20)
);
--> statement-breakpoint
CREATE TABLE "viewed_offers" (
	"pupil_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"viewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "viewed_offers_pupil_id_offer_id_pk" PRIMARY KEY("pupil_id","offer_id")
);
--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_synonyms" ADD CONSTRAINT "search_synonyms_updated_by_persons_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewed_offers" ADD CONSTRAINT "viewed_offers_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewed_offers" ADD CONSTRAINT "viewed_offers_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_search_matches_untold_index" ON "saved_search_matches" USING btree ("saved_search_id","matched_at") WHERE "saved_search_matches"."told_at" is null;--> statement-breakpoint
CREATE INDEX "saved_search_matches_offer_index" ON "saved_search_matches" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "saved_searches_person_index" ON "saved_searches" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "saved_searches_area_index" ON "saved_searches" USING gist ("area") WHERE "saved_searches"."stopped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once_index" ON "saved_searches" USING btree ("person_id","campaign_id",coalesce("latitude", 0),coalesce("longitude", 0),"radius_km","sectors",coalesce("family_slug", ''),"challenges","periods",coalesce("words", ''));--> statement-breakpoint
CREATE INDEX "search_log_hour_index" ON "search_log" USING btree ("searched_at");--> statement-breakpoint
CREATE INDEX "viewed_offers_recent_index" ON "viewed_offers" USING btree ("pupil_id","viewed_at");--> statement-breakpoint
CREATE INDEX "viewed_offers_offer_index" ON "viewed_offers" USING btree ("offer_id");