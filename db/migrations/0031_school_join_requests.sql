ALTER TYPE "public"."link_purpose" ADD VALUE 'school_request';--> statement-breakpoint
CREATE TABLE "school_join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"email" "citext" NOT NULL,
	"role" "role" NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"accepted" boolean,
	CONSTRAINT "school_join_requests_role_check" CHECK ("school_join_requests"."role" in ('teacher', 'schoolOffice', 'schoolHead')),
	CONSTRAINT "school_join_requests_answer_check" CHECK (("school_join_requests"."answered_at" is null) = ("school_join_requests"."accepted" is null))
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "school_join_requests" ADD CONSTRAINT "school_join_requests_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_join_requests" ADD CONSTRAINT "school_join_requests_answered_by_persons_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "school_join_requests_open_key" ON "school_join_requests" USING btree ("school_uai","email") WHERE "school_join_requests"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "school_join_requests_age_index" ON "school_join_requests" USING btree ("requested_at");