CREATE TABLE "help_request_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"done_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_request_steps_kind_check" CHECK ("help_request_steps"."kind" in ('read', 'handled', 'reopened'))
);
--> statement-breakpoint
ALTER TABLE "agreement_remarks" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "help_request_steps" ADD CONSTRAINT "help_request_steps_request_id_help_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."help_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_request_steps" ADD CONSTRAINT "help_request_steps_actor_id_persons_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_request_steps_request_index" ON "help_request_steps" USING btree ("request_id","done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "help_request_steps_read_once_index" ON "help_request_steps" USING btree ("request_id","actor_id") WHERE "help_request_steps"."kind" = 'read';--> statement-breakpoint
ALTER TABLE "agreement_remarks" ADD CONSTRAINT "agreement_remarks_resolved_by_persons_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
insert into help_request_steps (id, request_id, kind, actor_id, done_at)
  select gen_random_uuid(), id, 'handled', handled_by, handled_at from help_requests where handled_at is not null;
