CREATE TABLE "siret_detachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"detached_at" timestamp with time zone NOT NULL,
	"detached_by" uuid,
	"reattached_at" timestamp with time zone,
	"reattached_by" uuid
);
--> statement-breakpoint
ALTER TABLE "host_organisations" DROP CONSTRAINT "host_organisations_siret_unique";--> statement-breakpoint
ALTER TABLE "host_organisations" ADD COLUMN "detached_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "siret_detachments" ADD CONSTRAINT "siret_detachments_organisation_id_host_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."host_organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "siret_detachments" ADD CONSTRAINT "siret_detachments_detached_by_persons_id_fk" FOREIGN KEY ("detached_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "siret_detachments" ADD CONSTRAINT "siret_detachments_reattached_by_persons_id_fk" FOREIGN KEY ("reattached_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "siret_detachments_open_index" ON "siret_detachments" USING btree ("organisation_id") WHERE "siret_detachments"."reattached_at" is null;--> statement-breakpoint
CREATE INDEX "siret_detachments_recent_index" ON "siret_detachments" USING btree ("detached_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "host_organisations_siret_unique" ON "host_organisations" USING btree ("siret") WHERE "host_organisations"."detached_at" is null;--> statement-breakpoint
CREATE INDEX "host_organisations_siret_index" ON "host_organisations" USING btree ("siret");