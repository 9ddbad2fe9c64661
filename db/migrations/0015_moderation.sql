CREATE TYPE "public"."hold_decision" AS ENUM('approved', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TABLE "offer_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"reasons" jsonb NOT NULL,
	"proposed_name" text,
	"held_at" timestamp with time zone NOT NULL,
	"decision" "hold_decision",
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"explanation" text,
	CONSTRAINT "offer_holds_decision_check" CHECK (("offer_holds"."decision" is null) = ("offer_holds"."decided_at" is null)),
	CONSTRAINT "offer_holds_explanation_check" CHECK (("offer_holds"."decision" is not distinct from 'rejected') = ("offer_holds"."explanation" is not null))
);
--> statement-breakpoint
ALTER TABLE "host_organisations" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "host_organisations" ADD COLUMN "proven_at" timestamp with time zone;--> statement-breakpoint
update "host_organisations" set "proof" = 'earlier', "proven_at" = "created_at";--> statement-breakpoint
ALTER TABLE "offer_holds" ADD CONSTRAINT "offer_holds_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_holds" ADD CONSTRAINT "offer_holds_decided_by_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offer_holds_open_index" ON "offer_holds" USING btree ("offer_id") WHERE "offer_holds"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "offer_holds_offer_index" ON "offer_holds" USING btree ("offer_id","held_at");--> statement-breakpoint
ALTER TABLE "host_organisations" ADD CONSTRAINT "host_organisations_proof_check" CHECK ("host_organisations"."proof" in ('directory', 'email_domain', 'moderation', 'earlier'));