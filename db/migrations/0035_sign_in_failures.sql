CREATE TABLE "sign_in_failures" (
	"day" date NOT NULL,
	"door" text NOT NULL,
	"reason" text NOT NULL,
	"school_uai" text,
	"count" integer NOT NULL,
	CONSTRAINT "sign_in_failures_key" UNIQUE NULLS NOT DISTINCT("day","door","reason","school_uai"),
	CONSTRAINT "sign_in_failures_count_check" CHECK ("sign_in_failures"."count" > 0),
	CONSTRAINT "sign_in_failures_words_check" CHECK ("sign_in_failures"."door" ~ '^[a-z_]{1,20}$' and "sign_in_failures"."reason" ~ '^[a-z_]{1,30}$'
        and "sign_in_failures"."school_uai" ~ '^[0-9]{7}[A-Z]$')
);
--> statement-breakpoint
CREATE INDEX "sign_in_failures_school_index" ON "sign_in_failures" USING btree ("school_uai","day");