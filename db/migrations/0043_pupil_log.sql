CREATE TABLE "pupil_log_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pupil_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"way" text,
	"party" text,
	"state" text,
	"on_day" date,
	"at_time" text,
	"body" text NOT NULL,
	"author_id" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "pupil_log_entries_kind_check" CHECK ("pupil_log_entries"."kind" in ('contact', 'note')),
	CONSTRAINT "pupil_log_entries_way_check" CHECK ("pupil_log_entries"."way" in ('call', 'video', 'visit', 'message')),
	CONSTRAINT "pupil_log_entries_party_check" CHECK ("pupil_log_entries"."party" in ('pupil', 'family', 'host')),
	CONSTRAINT "pupil_log_entries_state_check" CHECK ("pupil_log_entries"."state" in ('held', 'planned', 'missed')),
	CONSTRAINT "pupil_log_entries_contact_check" CHECK (num_nonnulls("pupil_log_entries"."way", "pupil_log_entries"."party", "pupil_log_entries"."state", "pupil_log_entries"."on_day") = (case "pupil_log_entries"."kind" when 'contact' then 4 else 0 end)),
	CONSTRAINT "pupil_log_entries_time_check" CHECK (("pupil_log_entries"."at_time" is null or ("pupil_log_entries"."kind" = 'contact' and "pupil_log_entries"."at_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'))
        and ("pupil_log_entries"."state" is distinct from 'planned' or "pupil_log_entries"."at_time" is not null)),
	CONSTRAINT "pupil_log_entries_body_check" CHECK (char_length("pupil_log_entries"."body") <= 1000 and ("pupil_log_entries"."kind" <> 'note' or char_length("pupil_log_entries"."body") > 0))
);
--> statement-breakpoint
ALTER TABLE "pupil_log_entries" ADD CONSTRAINT "pupil_log_entries_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_log_entries" ADD CONSTRAINT "pupil_log_entries_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pupil_log_entries_pupil_index" ON "pupil_log_entries" USING btree ("pupil_id","written_at");--> statement-breakpoint
CREATE INDEX "pupil_log_entries_author_index" ON "pupil_log_entries" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "pupil_log_entries_removed_index" ON "pupil_log_entries" USING btree ("removed_at") WHERE "pupil_log_entries"."removed_at" is not null;