CREATE TYPE "public"."roster_status" AS ENUM('checking', 'to_map', 'checked', 'waiting', 'running', 'done', 'refused', 'abandoned');--> statement-breakpoint
CREATE TABLE "roster_columns" (
	"school_uai" text NOT NULL,
	"column_name" text NOT NULL,
	"field" text,
	CONSTRAINT "roster_columns_school_uai_column_name_pk" PRIMARY KEY("school_uai","column_name")
);
--> statement-breakpoint
CREATE TABLE "roster_files" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"status" "roster_status" NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"pupils" integer DEFAULT 0 NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"columns" jsonb,
	"review" jsonb,
	"choices" jsonb,
	"report" jsonb,
	"problem" text,
	CONSTRAINT "roster_imports_report_check" CHECK (("roster_imports"."status" = 'done') = ("roster_imports"."report" is not null)),
	CONSTRAINT "roster_imports_problem_check" CHECK (("roster_imports"."status" = 'refused') = ("roster_imports"."problem" is not null)),
	CONSTRAINT "roster_imports_names_check" CHECK ("roster_imports"."status" in ('checking', 'to_map', 'checked', 'waiting', 'running') or ("roster_imports"."columns" is null and "roster_imports"."review" is null and "roster_imports"."choices" is null))
);
--> statement-breakpoint
CREATE TABLE "roster_keys" (
	"person_id" uuid NOT NULL,
	"school_uai" text NOT NULL,
	"key_hash" text NOT NULL,
	CONSTRAINT "roster_keys_person_id_school_uai_pk" PRIMARY KEY("person_id","school_uai"),
	CONSTRAINT "roster_keys_hash_key" UNIQUE("school_uai","key_hash")
);
--> statement-breakpoint
ALTER TABLE "roster_columns" ADD CONSTRAINT "roster_columns_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_files" ADD CONSTRAINT "roster_files_import_id_roster_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."roster_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_requested_by_persons_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_keys" ADD CONSTRAINT "roster_keys_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_keys" ADD CONSTRAINT "roster_keys_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "roster_imports_one_at_a_time_key" ON "roster_imports" USING btree ("school_uai") WHERE "roster_imports"."status" in ('checking', 'to_map', 'checked', 'waiting', 'running');--> statement-breakpoint
CREATE INDEX "roster_imports_school_index" ON "roster_imports" USING btree ("school_uai","requested_at");--> statement-breakpoint
CREATE INDEX "roster_imports_requested_index" ON "roster_imports" USING btree ("requested_at");