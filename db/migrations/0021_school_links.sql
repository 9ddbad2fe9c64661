ALTER TYPE "public"."link_purpose" ADD VALUE 'school_claim';--> statement-breakpoint
ALTER TYPE "public"."link_purpose" ADD VALUE 'school_invitation';--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "school_uai" text;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "role" "role";--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_links_school_index" ON "one_time_links" USING btree ("school_uai");--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_role_check" CHECK ("one_time_links"."role" is null or "one_time_links"."school_uai" is not null);