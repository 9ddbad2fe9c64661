CREATE TABLE "federation_arrivals" (
	"browser_hash" text NOT NULL,
	"provider" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "federation_arrivals_browser_hash_provider_pk" PRIMARY KEY("browser_hash","provider"),
	CONSTRAINT "federation_arrivals_provider_check" CHECK ("provider" in ('educonnect', 'academie', 'proconnect'))
);
--> statement-breakpoint
CREATE TABLE "federation_flows" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"provider" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "federation_flows_provider_check" CHECK ("provider" in ('educonnect', 'academie', 'proconnect'))
);
--> statement-breakpoint
CREATE TABLE "guardian_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"guardian_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"link_version" smallint,
	CONSTRAINT "guardian_identities_once_key" UNIQUE("issuer","subject","guardian_id")
);
--> statement-breakpoint
CREATE TABLE "provider_sessions" (
	"browser_hash" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed_id_token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"signed_out_at" timestamp with time zone,
	CONSTRAINT "provider_sessions_provider_check" CHECK ("provider" in ('educonnect', 'academie', 'proconnect'))
);
--> statement-breakpoint
CREATE TABLE "pupil_numbers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"number_hash" text NOT NULL,
	CONSTRAINT "pupil_numbers_number_hash_unique" UNIQUE("number_hash")
);
--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "email_at_link" "citext";--> statement-breakpoint
ALTER TABLE "guardian_identities" ADD CONSTRAINT "guardian_identities_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_numbers" ADD CONSTRAINT "pupil_numbers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "federation_arrivals_expiry_index" ON "federation_arrivals" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "federation_flows_expiry_index" ON "federation_flows" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "guardian_identities_guardian_index" ON "guardian_identities" USING btree ("guardian_id");--> statement-breakpoint
CREATE INDEX "provider_sessions_person_index" ON "provider_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "provider_sessions_expiry_index" ON "provider_sessions" USING btree ("expires_at");