ALTER TYPE "public"."link_purpose" ADD VALUE 'host_sign_up';--> statement-breakpoint
CREATE TABLE "host_claims" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"siret" text NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"refused_at" timestamp with time zone,
	"refused_by" uuid,
	CONSTRAINT "host_claims_siret_check" CHECK ("host_claims"."siret" ~ '^[0-9]{14}$')
);
--> statement-breakpoint
CREATE TABLE "host_sign_ups" (
	"link_id" uuid PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"siret" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "affiliations" DROP CONSTRAINT "affiliations_target_check";--> statement-breakpoint
ALTER TABLE "host_claims" ADD CONSTRAINT "host_claims_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_claims" ADD CONSTRAINT "host_claims_refused_by_persons_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_sign_ups" ADD CONSTRAINT "host_sign_ups_link_id_one_time_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."one_time_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "host_claims_siret_index" ON "host_claims" USING btree ("siret");--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_target_check" CHECK (case "affiliations"."role"
        when 'employer' then "affiliations"."school_uai" is null and "affiliations"."academy_code" is null
        when 'academyReferent' then "affiliations"."academy_code" is not null and "affiliations"."school_uai" is null and "affiliations"."organisation_id" is null
        when 'admin' then "affiliations"."school_uai" is null and "affiliations"."organisation_id" is null and "affiliations"."academy_code" is null
        else "affiliations"."school_uai" is not null and "affiliations"."organisation_id" is null and "affiliations"."academy_code" is null
      end);