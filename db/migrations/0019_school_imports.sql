CREATE TYPE "public"."school_import_status" AS ENUM('receiving', 'waiting', 'running', 'done', 'refused', 'abandoned');--> statement-breakpoint
CREATE TABLE "school_import_pieces" (
	"import_id" uuid NOT NULL,
	"file" text NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "school_import_pieces_import_id_file_position_pk" PRIMARY KEY("import_id","file","position")
);
--> statement-breakpoint
CREATE TABLE "school_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" "school_import_status" NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"lines" integer DEFAULT 0 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"problem" jsonb,
	CONSTRAINT "school_imports_report_check" CHECK (("school_imports"."status" = 'done') = ("school_imports"."report" is not null)),
	CONSTRAINT "school_imports_problem_check" CHECK (("school_imports"."status" = 'refused') = ("school_imports"."problem" is not null))
);
--> statement-breakpoint
ALTER TABLE "school_import_pieces" ADD CONSTRAINT "school_import_pieces_import_id_school_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."school_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_imports" ADD CONSTRAINT "school_imports_requested_by_persons_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "school_imports_one_at_a_time_key" ON "school_imports" USING btree ((true)) WHERE "school_imports"."status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "school_imports_requested_index" ON "school_imports" USING btree ("requested_at");