ALTER TYPE "public"."link_purpose" ADD VALUE 'email_proof';--> statement-breakpoint
CREATE TABLE "activation_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"printed_by" uuid,
	"printed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "activation_codes_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "activation_codes_end_check" CHECK ("activation_codes"."used_at" is null or "activation_codes"."revoked_at" is null)
);
--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_codes" ADD CONSTRAINT "activation_codes_printed_by_persons_id_fk" FOREIGN KEY ("printed_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activation_codes_live_key" ON "activation_codes" USING btree ("person_id") WHERE "activation_codes"."used_at" is null and "activation_codes"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "activation_codes_person_index" ON "activation_codes" USING btree ("person_id","printed_at");--> statement-breakpoint
CREATE INDEX "activation_codes_expiry_index" ON "activation_codes" USING btree ("expires_at");