CREATE TABLE "pupil_reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"sent_by" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pupil_reminders_kind_check" CHECK ("pupil_reminders"."kind" in ('first_letter', 'after_refusals', 'go_on')),
	CONSTRAINT "pupil_reminders_words_check" CHECK (char_length("pupil_reminders"."words") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "pupil_reminders" ADD CONSTRAINT "pupil_reminders_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_reminders" ADD CONSTRAINT "pupil_reminders_sent_by_persons_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pupil_reminders_pupil_index" ON "pupil_reminders" USING btree ("pupil_id","sent_at");--> statement-breakpoint
CREATE INDEX "pupil_reminders_batch_index" ON "pupil_reminders" USING btree ("batch_id");