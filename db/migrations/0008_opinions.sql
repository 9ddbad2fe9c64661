CREATE TABLE "opinions" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"welcomed" smallint NOT NULL,
	"useful" smallint NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "opinions_welcomed_check" CHECK ("opinions"."welcomed" between 1 and 4),
	CONSTRAINT "opinions_useful_check" CHECK ("opinions"."useful" between 1 and 4)
);
--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;