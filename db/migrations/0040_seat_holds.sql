CREATE TABLE "seat_holds" (
	"id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"week" smallint NOT NULL,
	"pupil_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"held_by" uuid,
	"held_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end" text,
	CONSTRAINT "seat_holds_id_week_pk" PRIMARY KEY("id","week"),
	CONSTRAINT "seat_holds_end_check" CHECK (("seat_holds"."ended_at" is null) = ("seat_holds"."end" is null)),
	CONSTRAINT "seat_holds_ends_check" CHECK ("seat_holds"."end" in ('used', 'placed', 'refused', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "seat_holds" ADD CONSTRAINT "seat_holds_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holds" ADD CONSTRAINT "seat_holds_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holds" ADD CONSTRAINT "seat_holds_held_by_persons_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holds" ADD CONSTRAINT "seat_holds_seat_fkey" FOREIGN KEY ("offer_id","week") REFERENCES "public"."offer_seats"("offer_id","week") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "seat_holds_once_key" ON "seat_holds" USING btree ("pupil_id","offer_id","week") WHERE "seat_holds"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "seat_holds_seat_index" ON "seat_holds" USING btree ("offer_id","week");--> statement-breakpoint
CREATE INDEX "seat_holds_due_index" ON "seat_holds" USING btree ("expires_at") WHERE "seat_holds"."ended_at" is null;