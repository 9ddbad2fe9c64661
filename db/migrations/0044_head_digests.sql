CREATE TABLE "head_digests" (
	"school_uai" text PRIMARY KEY NOT NULL,
	"planned_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "head_digests" ADD CONSTRAINT "head_digests_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE cascade ON UPDATE no action;