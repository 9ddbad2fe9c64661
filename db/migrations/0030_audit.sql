CREATE TYPE "public"."opening_reason" AS ENUM('asked_by_owner', 'report', 'incident');--> statement-breakpoint
CREATE TABLE "account_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"opened_by" uuid,
	"reason" "opening_reason" NOT NULL,
	"explanation" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_openings_term_check" CHECK ("account_openings"."ends_at" > "account_openings"."opened_at")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"capacity" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"reason" text,
	"request_id" text,
	"network" text,
	"seal" bigint,
	CONSTRAINT "audit_entries_subject_check" CHECK (("audit_entries"."subject_kind" is null) = ("audit_entries"."subject_id" is null)),
	CONSTRAINT "audit_entries_words_check" CHECK ("audit_entries"."action" ~ '^[a-z_]{1,30}[.][a-z_]{1,30}$' and "audit_entries"."capacity" ~ '^[a-zA-Z]{1,30}$'
        and "audit_entries"."subject_kind" ~ '^[a-z_]{1,30}$' and "audit_entries"."subject_id" ~ '^[0-9A-Za-z-]{1,40}$'
        and "audit_entries"."reason" ~ '^[a-z_]{1,40}$')
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"number" bigint PRIMARY KEY NOT NULL,
	"previous_hash" text NOT NULL,
	"entries" integer NOT NULL,
	"entries_hash" text NOT NULL,
	"youngest_at" timestamp with time zone NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_entries_check" CHECK ("audit_seals"."entries" > 0),
	CONSTRAINT "audit_seals_hash_check" CHECK (concat("audit_seals"."previous_hash", "audit_seals"."entries_hash", "audit_seals"."hash") ~ '^[0-9a-f]{192}$')
);
--> statement-breakpoint
ALTER TABLE "account_openings" ADD CONSTRAINT "account_openings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_openings" ADD CONSTRAINT "account_openings_opened_by_persons_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_seal_audit_seals_number_fk" FOREIGN KEY ("seal") REFERENCES "public"."audit_seals"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_openings_person_index" ON "account_openings" USING btree ("person_id","opened_at");--> statement-breakpoint
CREATE INDEX "account_openings_opener_index" ON "account_openings" USING btree ("opened_by","person_id");--> statement-breakpoint
CREATE INDEX "account_openings_opened_index" ON "account_openings" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "audit_entries_at_index" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_index" ON "audit_entries" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_index" ON "audit_entries" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action_index" ON "audit_entries" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_entries_seal_index" ON "audit_entries" USING btree ("seal");--> statement-breakpoint
CREATE INDEX "audit_entries_unsealed_index" ON "audit_entries" USING btree ("id") WHERE "audit_entries"."seal" is null;--> statement-breakpoint
CREATE INDEX "audit_seals_age_index" ON "audit_seals" USING btree ("youngest_at");--> statement-breakpoint
-- Entries are written once. A seal is set once, and only those past the term that the transaction names are deleted.
CREATE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if TG_OP = 'UPDATE' and OLD.seal is null and NEW.seal is not null
    and to_jsonb(NEW) - 'seal' = to_jsonb(OLD) - 'seal' then
    return NEW;
  end if;
  if TG_OP = 'DELETE' and OLD.seal is not null
    and OLD.at < nullif(current_setting('audit.forget_before', true), '')::timestamptz then
    return OLD;
  end if;
  raise exception 'The audit is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'The audit is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_keep BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entries();
--> statement-breakpoint
CREATE TRIGGER audit_entries_keep_all BEFORE TRUNCATE ON audit_entries EXECUTE FUNCTION keep_audit();
--> statement-breakpoint
CREATE TRIGGER audit_seals_keep BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION keep_audit();
--> statement-breakpoint
CREATE TRIGGER audit_seals_keep_all BEFORE TRUNCATE ON audit_seals EXECUTE FUNCTION keep_audit();
