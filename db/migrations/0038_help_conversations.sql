CREATE TABLE "help_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"author_id" uuid,
	"from_pupil" boolean NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_messages_body_check" CHECK (char_length("help_messages"."body") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "help_readers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_readers_once_key" UNIQUE("request_id","person_id"),
	CONSTRAINT "help_readers_reason_check" CHECK ("help_readers"."reason" in ('class', 'chosen', 'second'))
);
--> statement-breakpoint
ALTER TABLE "help_request_steps" DROP CONSTRAINT "help_request_steps_kind_check";--> statement-breakpoint
DROP INDEX "help_request_steps_read_once_index";--> statement-breakpoint
ALTER TABLE "help_request_steps" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "help_requests" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "help_requests" ADD COLUMN "waiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "help_requests" ADD COLUMN "second_told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "help_messages" ADD CONSTRAINT "help_messages_request_id_help_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."help_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_messages" ADD CONSTRAINT "help_messages_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_readers" ADD CONSTRAINT "help_readers_request_id_help_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."help_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_readers" ADD CONSTRAINT "help_readers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_messages_request_index" ON "help_messages" USING btree ("request_id","written_at");--> statement-breakpoint
CREATE INDEX "help_messages_author_index" ON "help_messages" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "help_readers_person_index" ON "help_readers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "help_requests_waiting_index" ON "help_requests" USING btree ("waiting_since") WHERE "help_requests"."second_told_at" is null;--> statement-breakpoint
ALTER TABLE "help_request_steps" ADD CONSTRAINT "help_request_steps_note_check" CHECK ("help_request_steps"."note" is null or ("help_request_steps"."kind" = 'handled' and char_length("help_request_steps"."note") between 1 and 1000));--> statement-breakpoint
ALTER TABLE "help_request_steps" ADD CONSTRAINT "help_request_steps_kind_check" CHECK ("help_request_steps"."kind" in ('read', 'handled', 'reopened', 'second_told'));--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_waiting_check" CHECK ("help_requests"."handled_at" is null or ("help_requests"."waiting_since" is null and "help_requests"."second_told_at" is null));--> statement-breakpoint
-- What nobody has read yet waits to be read, as if it had been asked today.
update help_requests set waiting_since = asked_at
  where handled_at is null and not exists (select 1 from help_request_steps step where step.request_id = help_requests.id and step.kind = 'read');
