CREATE TABLE "planned_visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" text NOT NULL,
	"planned_by" uuid,
	"planned_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "planned_visits_hour_check" CHECK ("planned_visits"."starts_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "presence_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"reported_by" uuid,
	"reported_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "presence_reports_kind_check" CHECK ("presence_reports"."kind" in ('arrived', 'absent', 'accident')),
	CONSTRAINT "presence_reports_side_check" CHECK ("presence_reports"."side" in ('host', 'school'))
);
--> statement-breakpoint
CREATE TABLE "visit_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "visit_feeds_label_check" CHECK (char_length("visit_feeds"."label") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "host_opinions" (
	"agreement_id" uuid PRIMARY KEY NOT NULL,
	"went" smallint NOT NULL,
	"again" smallint NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "host_opinions_went_check" CHECK ("host_opinions"."went" between 1 and 4),
	CONSTRAINT "host_opinions_again_check" CHECK ("host_opinions"."again" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"agreement_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "journal_entries_agreement_id_on_day_pk" PRIMARY KEY("agreement_id","on_day"),
	CONSTRAINT "journal_entries_body_check" CHECK (char_length("journal_entries"."body") between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "skill_marks" (
	"agreement_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"skill" text NOT NULL,
	"side" text NOT NULL,
	"level" text NOT NULL,
	"marked_by" uuid,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "skill_marks_agreement_id_side_skill_pk" PRIMARY KEY("agreement_id","side","skill"),
	CONSTRAINT "skill_marks_skill_check" CHECK ("skill_marks"."skill" in ('watches', 'spots_roles', 'takes_notes', 'introduces', 'asks', 'listens', 'tells_activity', 'knows_rules', 'links_studies', 'keeps_hours', 'respects', 'offers_help')),
	CONSTRAINT "skill_marks_side_check" CHECK ("skill_marks"."side" in ('pupil', 'supervisor', 'teacher')),
	CONSTRAINT "skill_marks_level_check" CHECK ("skill_marks"."level" in ('no_occasion', 'begun', 'seen'))
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_pupil_reference_key" UNIQUE("id","pupil_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "supervisor_link_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "planned_visits" ADD CONSTRAINT "planned_visits_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_visits" ADD CONSTRAINT "planned_visits_planned_by_persons_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_visits" ADD CONSTRAINT "planned_visits_agreement_fkey" FOREIGN KEY ("agreement_id","pupil_id") REFERENCES "public"."agreements"("id","pupil_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_reports" ADD CONSTRAINT "presence_reports_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_reports" ADD CONSTRAINT "presence_reports_reported_by_persons_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_reports" ADD CONSTRAINT "presence_reports_agreement_fkey" FOREIGN KEY ("agreement_id","pupil_id") REFERENCES "public"."agreements"("id","pupil_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_feeds" ADD CONSTRAINT "visit_feeds_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_opinions" ADD CONSTRAINT "host_opinions_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_agreement_fkey" FOREIGN KEY ("agreement_id","pupil_id") REFERENCES "public"."agreements"("id","pupil_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_marks" ADD CONSTRAINT "skill_marks_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_marks" ADD CONSTRAINT "skill_marks_marked_by_persons_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_marks" ADD CONSTRAINT "skill_marks_agreement_fkey" FOREIGN KEY ("agreement_id","pupil_id") REFERENCES "public"."agreements"("id","pupil_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "planned_visits_once_key" ON "planned_visits" USING btree ("agreement_id","on_day","starts_at") WHERE "planned_visits"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "planned_visits_pupil_index" ON "planned_visits" USING btree ("pupil_id");--> statement-breakpoint
CREATE UNIQUE INDEX "presence_reports_once_key" ON "presence_reports" USING btree ("agreement_id","on_day","kind") WHERE "presence_reports"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "presence_reports_pupil_index" ON "presence_reports" USING btree ("pupil_id","on_day");--> statement-breakpoint
CREATE INDEX "visit_feeds_owner_index" ON "visit_feeds" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "journal_entries_pupil_index" ON "journal_entries" USING btree ("pupil_id");--> statement-breakpoint
CREATE INDEX "skill_marks_pupil_index" ON "skill_marks" USING btree ("pupil_id");
