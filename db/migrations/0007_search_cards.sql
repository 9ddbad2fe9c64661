ALTER TABLE "offer_search" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "organisation" text;--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "town" text;--> statement-breakpoint
ALTER TABLE "offer_search" ADD COLUMN "approximate" boolean;--> statement-breakpoint
update offer_search s set title = o.title, organisation = h.name, town = t.town, approximate = t.approximate
  from offers o join host_organisations h on h.id = o.organisation_id join host_sites t on t.id = o.site_id
  where o.id = s.offer_id;--> statement-breakpoint
ALTER TABLE "offer_search" ALTER COLUMN "title" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_search" ALTER COLUMN "organisation" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_search" ALTER COLUMN "town" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_search" ALTER COLUMN "approximate" SET NOT NULL;
