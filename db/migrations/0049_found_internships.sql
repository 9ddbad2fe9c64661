CREATE TABLE "found_internships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"class_group_id" uuid NOT NULL,
	"host_name" text NOT NULL,
	"host_email" text NOT NULL,
	"state" text NOT NULL,
	"link_version" smallint NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "found_internships_weeks_reference_key" UNIQUE("id","pupil_id","campaign_id"),
	CONSTRAINT "found_internships_state_check" CHECK ("found_internships"."state" in ('awaiting_host', 'confirmed', 'refused', 'expired', 'taken_back')),
	CONSTRAINT "found_internships_end_check" CHECK (("found_internships"."state" in ('awaiting_host', 'confirmed')) = ("found_internships"."ended_at" is null)),
	CONSTRAINT "found_internships_refusal_check" CHECK (("found_internships"."state" = 'refused') = ("found_internships"."refusal" is not null) and "found_internships"."refusal" in ('not_these_dates', 'no_place', 'wrong_address'))
);
--> statement-breakpoint
CREATE TABLE "host_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"siret" text NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "host_notes_siret_check" CHECK ("host_notes"."siret" ~ '^[0-9]{14}$'),
	CONSTRAINT "host_notes_body_check" CHECK (char_length("host_notes"."body") between 1 and 1000)
);
--> statement-breakpoint
DROP INDEX "host_organisations_siret_unique";--> statement-breakpoint
ALTER TABLE "application_weeks" DROP CONSTRAINT "application_weeks_application_id_week_pk";--> statement-breakpoint
ALTER TABLE "application_weeks" ALTER COLUMN "application_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "application_weeks" ALTER COLUMN "offer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "found_id" uuid;--> statement-breakpoint
ALTER TABLE "application_weeks" ADD COLUMN "found_id" uuid;--> statement-breakpoint
ALTER TABLE "host_organisations" ADD COLUMN "found_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "found_internships" ADD CONSTRAINT "found_internships_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found_internships" ADD CONSTRAINT "found_internships_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found_internships" ADD CONSTRAINT "found_internships_class_group_id_class_groups_id_fk" FOREIGN KEY ("class_group_id") REFERENCES "public"."class_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "found_internships" ADD CONSTRAINT "found_internships_entered_by_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_notes" ADD CONSTRAINT "host_notes_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_notes" ADD CONSTRAINT "host_notes_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "found_internships_pupil_index" ON "found_internships" USING btree ("pupil_id","entered_at");--> statement-breakpoint
CREATE INDEX "found_internships_class_index" ON "found_internships" USING btree ("class_group_id");--> statement-breakpoint
CREATE INDEX "found_internships_due_index" ON "found_internships" USING btree ("expires_at") WHERE "found_internships"."state" = 'awaiting_host';--> statement-breakpoint
CREATE INDEX "host_notes_host_index" ON "host_notes" USING btree ("school_uai","siret","written_at");--> statement-breakpoint
CREATE INDEX "host_notes_author_index" ON "host_notes" USING btree ("author_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_found_id_found_internships_id_fk" FOREIGN KEY ("found_id") REFERENCES "public"."found_internships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_found_fkey" FOREIGN KEY ("found_id","pupil_id","campaign_id") REFERENCES "public"."found_internships"("id","pupil_id","campaign_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_per_found_key" ON "agreements" USING btree ("found_id") WHERE "agreements"."status" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX "application_weeks_one_asked_key" ON "application_weeks" USING btree ("pupil_id","campaign_id","week") WHERE "application_weeks"."state" = 'asked' and "application_weeks"."found_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "host_organisations_siret_unique" ON "host_organisations" USING btree ("siret") WHERE "host_organisations"."detached_at" is null and "host_organisations"."found_at" is null;--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_application_key" UNIQUE("application_id","week");--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_found_key" UNIQUE("found_id","week");--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_of_one_check" CHECK (("application_weeks"."application_id" is null) = ("application_weeks"."offer_id" is null) and ("application_weeks"."application_id" is null) = ("application_weeks"."found_id" is not null));