CREATE TABLE "pupil_referents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pupil_id" uuid NOT NULL,
	"teacher_id" uuid NOT NULL,
	"reason" text,
	"entrusted_by" uuid,
	"entrusted_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pupil_referents_reason_check" CHECK (char_length("pupil_referents"."reason") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "pupil_referents" ADD CONSTRAINT "pupil_referents_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_referents" ADD CONSTRAINT "pupil_referents_teacher_id_persons_id_fk" FOREIGN KEY ("teacher_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_referents" ADD CONSTRAINT "pupil_referents_entrusted_by_persons_id_fk" FOREIGN KEY ("entrusted_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_referents" ADD CONSTRAINT "pupil_referents_ended_by_persons_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pupil_referents_once_key" ON "pupil_referents" USING btree ("pupil_id","teacher_id") WHERE "pupil_referents"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "pupil_referents_teacher_index" ON "pupil_referents" USING btree ("teacher_id") WHERE "pupil_referents"."ended_at" is null;