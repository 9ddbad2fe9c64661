CREATE TABLE "school_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "school_images_once_key" UNIQUE("school_uai","kind","sha256"),
	CONSTRAINT "school_images_kind_check" CHECK ("school_images"."kind" in ('header', 'stamp')),
	CONSTRAINT "school_images_size_check" CHECK (octet_length("school_images"."bytes") <= 400000)
);
--> statement-breakpoint
CREATE TABLE "school_profile_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"fields" text[] NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "school_profiles" (
	"school_uai" text PRIMARY KEY NOT NULL,
	"phone" text,
	"email" text,
	"week_contact" text,
	"week_phone" text,
	"meeting_place" text,
	"announcement" text,
	"instructions" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "school_profiles_lengths_check" CHECK (char_length("school_profiles"."announcement") <= 600 and char_length("school_profiles"."instructions") <= 1500)
);
--> statement-breakpoint
ALTER TABLE "school_images" ADD CONSTRAINT "school_images_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_profile_changes" ADD CONSTRAINT "school_profile_changes_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_profile_changes" ADD CONSTRAINT "school_profile_changes_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_profiles" ADD CONSTRAINT "school_profiles_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "school_profile_changes_school_index" ON "school_profile_changes" USING btree ("school_uai","changed_at");