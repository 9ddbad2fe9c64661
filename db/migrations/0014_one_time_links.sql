CREATE TYPE "public"."link_purpose" AS ENUM('sign_in', 'password_reset', 'admin_invitation');--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" "link_purpose" NOT NULL,
	"person_id" uuid,
	"email" "citext",
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	CONSTRAINT "one_time_links_invitation_check" CHECK ("one_time_links"."purpose" <> 'admin_invitation' or "one_time_links"."email" is not null),
	CONSTRAINT "one_time_links_completed_check" CHECK ("one_time_links"."completed_at" is null or "one_time_links"."used_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_links_person_index" ON "one_time_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_links_expiry_index" ON "one_time_links" USING btree ("expires_at");