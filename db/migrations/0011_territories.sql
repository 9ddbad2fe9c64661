ALTER TABLE "saved_searches" DROP CONSTRAINT "saved_searches_place_check";--> statement-breakpoint
DROP INDEX "saved_searches_once_index";--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "department_code" text;--> statement-breakpoint
update offer_search s set department_code = left(t.insee_code, case when t.insee_code ~ '^9[78]' then 3 else 2 end)
  from offers o join host_sites t on t.id = o.site_id where o.id = s.offer_id;--> statement-breakpoint
ALTER TABLE "offer_search" ALTER COLUMN "department_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "departments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "offer_search_department_index" ON "offer_search" USING btree ("campaign_id","department_code");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once_index" ON "saved_searches" USING btree ("person_id","campaign_id",coalesce("latitude", 0),coalesce("longitude", 0),"departments","radius_km","sectors",coalesce("family_slug", ''),"challenges","periods",coalesce("words", ''));--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_place_check" CHECK (num_nulls("saved_searches"."latitude", "saved_searches"."longitude") in (0, 2)
        and ("saved_searches"."place" is null) = ("saved_searches"."latitude" is null and "saved_searches"."departments" = '{}'));