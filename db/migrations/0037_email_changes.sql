ALTER TYPE "public"."link_purpose" ADD VALUE 'email_change_old';--> statement-breakpoint
ALTER TYPE "public"."link_purpose" ADD VALUE 'email_change_new';--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"old_email" "citext",
	"new_email" "citext" NOT NULL,
	"old_is_lost" boolean NOT NULL,
	"old_link_id" uuid,
	"new_link_id" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"old_proven_at" timestamp with time zone,
	"new_proven_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "email_changes_end_check" CHECK ("email_changes"."completed_at" is null or "email_changes"."stopped_at" is null),
	CONSTRAINT "email_changes_proof_check" CHECK ("email_changes"."completed_at" is null or ("email_changes"."new_proven_at" is not null
        and ("email_changes"."old_proven_at" is not null or "email_changes"."old_email" is null or "email_changes"."old_is_lost")))
);
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_old_link_id_one_time_links_id_fk" FOREIGN KEY ("old_link_id") REFERENCES "public"."one_time_links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_new_link_id_one_time_links_id_fk" FOREIGN KEY ("new_link_id") REFERENCES "public"."one_time_links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_open_key" ON "email_changes" USING btree ("person_id") WHERE "email_changes"."completed_at" is null and "email_changes"."stopped_at" is null;--> statement-breakpoint
CREATE INDEX "email_changes_person_index" ON "email_changes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "email_changes_old_link_index" ON "email_changes" USING btree ("old_link_id");--> statement-breakpoint
CREATE INDEX "email_changes_new_link_index" ON "email_changes" USING btree ("new_link_id");--> statement-breakpoint
CREATE INDEX "email_changes_age_index" ON "email_changes" USING btree ("requested_at");