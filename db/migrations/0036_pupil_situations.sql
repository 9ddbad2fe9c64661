CREATE TABLE "pupil_situations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pupil_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text,
	"programme" text,
	"declared_at" timestamp with time zone NOT NULL,
	"declared_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	CONSTRAINT "pupil_situations_order_check" CHECK ("pupil_situations"."starts_on" <= "pupil_situations"."ends_on"),
	CONSTRAINT "pupil_situations_kind_check" CHECK ("pupil_situations"."kind" in ('exempt', 'at_school')),
	CONSTRAINT "pupil_situations_reason_check" CHECK (("pupil_situations"."kind" = 'exempt') = ("pupil_situations"."reason" is not null)
        and "pupil_situations"."reason" in ('abroad', 'service', 'other_training', 'personal')),
	CONSTRAINT "pupil_situations_programme_check" CHECK (("pupil_situations"."kind" = 'at_school') = ("pupil_situations"."programme" is not null) and char_length("pupil_situations"."programme") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "pupil_situations" ADD CONSTRAINT "pupil_situations_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_situations" ADD CONSTRAINT "pupil_situations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_situations" ADD CONSTRAINT "pupil_situations_declared_by_persons_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_situations" ADD CONSTRAINT "pupil_situations_cancelled_by_persons_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pupil_situations_pupil_index" ON "pupil_situations" USING btree ("pupil_id","campaign_id");--> statement-breakpoint
-- Those that count never share a day.
alter table pupil_situations
  add constraint pupil_situations_apart_excl
  exclude using gist (pupil_id with =, campaign_id with =, daterange(starts_on, ends_on, '[]') with &&) where (cancelled_at is null);
