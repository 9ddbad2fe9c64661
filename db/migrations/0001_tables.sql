CREATE TYPE "public"."role" AS ENUM('pupil', 'employer', 'teacher', 'schoolOffice', 'schoolHead', 'academyReferent', 'admin');--> statement-breakpoint
CREATE TYPE "public"."agreement_status" AS ENUM('draft', 'completed', 'changes_requested', 'teacher_validated', 'signing', 'signed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."application_status" AS ENUM('draft', 'submitted', 'seen', 'accepted', 'confirmed', 'declined', 'withdrawn', 'cancelled', 'expired', 'lapsed', 'released', 'transferred');--> statement-breakpoint
CREATE TYPE "public"."application_week_state" AS ENUM('asked', 'reserved', 'taken', 'given_back');--> statement-breakpoint
CREATE TYPE "public"."campaign_status" AS ENUM('official', 'provisional');--> statement-breakpoint
CREATE TYPE "public"."message_class" AS ENUM('at_once', 'good_hour');--> statement-breakpoint
CREATE TYPE "public"."offer_status" AS ENUM('draft', 'submitted', 'published', 'paused', 'rejected', 'archived');--> statement-breakpoint
CREATE TYPE "public"."class_role" AS ENUM('pupil', 'form_teacher', 'referent_teacher');--> statement-breakpoint
CREATE TABLE "affiliations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"school_uai" text,
	"organisation_id" uuid,
	"academy_code" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "affiliations_once_key" UNIQUE NULLS NOT DISTINCT("person_id","role","school_uai","organisation_id","academy_code","valid_from"),
	CONSTRAINT "affiliations_target_check" CHECK (case "affiliations"."role"
        when 'employer' then "affiliations"."organisation_id" is not null and "affiliations"."school_uai" is null and "affiliations"."academy_code" is null
        when 'academyReferent' then "affiliations"."academy_code" is not null and "affiliations"."school_uai" is null and "affiliations"."organisation_id" is null
        when 'admin' then "affiliations"."school_uai" is null and "affiliations"."organisation_id" is null and "affiliations"."academy_code" is null
        else "affiliations"."school_uai" is not null and "affiliations"."organisation_id" is null and "affiliations"."academy_code" is null
      end),
	CONSTRAINT "affiliations_validity_check" CHECK ("affiliations"."valid_to" is null or "affiliations"."valid_to" >= "affiliations"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" "citext" NOT NULL,
	"password_hash" text,
	"totp_secret" text,
	"totp_last_step" bigint,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "identities_issuer_subject_key" UNIQUE("issuer","subject"),
	CONSTRAINT "identities_password_check" CHECK (("identities"."issuer" = 'password') = ("identities"."password_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "agreement_documents" (
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"sha256" text NOT NULL,
	"pages" smallint,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_documents_agreement_id_version_stage_pk" PRIMARY KEY("agreement_id","version","stage"),
	CONSTRAINT "agreement_documents_stage_check" CHECK ("agreement_documents"."stage" in ('draft', 'validated'))
);
--> statement-breakpoint
CREATE TABLE "agreement_remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"field" text,
	"addressee" text NOT NULL,
	"comment" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "agreement_remarks_addressee_check" CHECK ("agreement_remarks"."addressee" in ('host', 'school'))
);
--> statement-breakpoint
CREATE TABLE "agreement_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"body_hash" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_texts_body_hash_unique" UNIQUE("body_hash"),
	CONSTRAINT "agreement_texts_kind_check" CHECK ("agreement_texts"."kind" in ('demonstration', 'official', 'voted'))
);
--> statement-breakpoint
CREATE TABLE "agreement_versions" (
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_versions_agreement_id_version_pk" PRIMARY KEY("agreement_id","version")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"application_id" uuid,
	"pupil_id" uuid NOT NULL,
	"school_uai" text NOT NULL,
	"class_group_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" "agreement_status" NOT NULL,
	"current_version" integer NOT NULL,
	"host_completed_at" timestamp with time zone,
	"school_completed_at" timestamp with time zone,
	"validated_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreements_completed_check" CHECK ("agreements"."status" in ('draft', 'changes_requested', 'cancelled') or ("agreements"."host_completed_at" is not null and "agreements"."school_completed_at" is not null)),
	CONSTRAINT "agreements_validated_check" CHECK ("agreements"."status" not in ('teacher_validated', 'signing', 'signed') or "agreements"."validated_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "application_weeks" (
	"application_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"week" smallint NOT NULL,
	"state" "application_week_state" NOT NULL,
	CONSTRAINT "application_weeks_application_id_week_pk" PRIMARY KEY("application_id","week")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"status" "application_status" NOT NULL,
	"motivation" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"deadline_at" timestamp with time zone,
	"restored_at" timestamp with time zone,
	"transferred_from" uuid,
	"letter_notes" jsonb,
	CONSTRAINT "applications_weeks_reference_key" UNIQUE("id","offer_id","pupil_id","campaign_id"),
	CONSTRAINT "applications_transferred_once_key" UNIQUE("transferred_from"),
	CONSTRAINT "applications_letter_notes_check" CHECK ("applications"."status" = 'draft' or "applications"."letter_notes" is null),
	CONSTRAINT "applications_deadline_check" CHECK (("applications"."status" in ('submitted', 'seen', 'accepted')) = ("applications"."deadline_at" is not null)),
	CONSTRAINT "applications_motivation_check" CHECK ("applications"."status" = 'draft' or char_length("applications"."motivation") between 30 and 1500)
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"pupil_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"wants_alert" boolean NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "favourites_pupil_id_offer_id_pk" PRIMARY KEY("pupil_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "help_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pupil_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"body" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	"handled_by" uuid,
	CONSTRAINT "help_requests_body_check" CHECK (char_length("help_requests"."body") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_year" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"status" "campaign_status" NOT NULL,
	"source" text NOT NULL,
	"hosts_open_on" date NOT NULL,
	"pupils_open_on" date NOT NULL,
	"host_answer_days" smallint NOT NULL,
	"pupil_confirm_days" smallint NOT NULL,
	"max_live_applications" smallint NOT NULL,
	CONSTRAINT "campaigns_school_year_unique" UNIQUE("school_year"),
	CONSTRAINT "campaigns_window_check" CHECK ("campaigns"."starts_on" <= "campaigns"."ends_on"),
	CONSTRAINT "campaigns_settings_check" CHECK ("campaigns"."host_answer_days" > 0 and "campaigns"."pupil_confirm_days" > 0 and "campaigns"."max_live_applications" > 0)
);
--> statement-breakpoint
CREATE TABLE "internship_weeks" (
	"campaign_id" uuid NOT NULL,
	"week" smallint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "internship_weeks_campaign_id_week_pk" PRIMARY KEY("campaign_id","week"),
	CONSTRAINT "internship_weeks_number_check" CHECK ("internship_weeks"."week" in (1, 2)),
	CONSTRAINT "internship_weeks_order_check" CHECK ("internship_weeks"."starts_on" <= "internship_weeks"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "stand_in_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idempotency_key" text,
	"body_hash" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stand_in_mails_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "state_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid,
	"application_id" uuid,
	"agreement_id" uuid,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"reason" text,
	"event_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "state_changes_subject_check" CHECK (num_nonnulls("state_changes"."offer_id", "state_changes"."application_id", "state_changes"."agreement_id") = 1),
	CONSTRAINT "state_changes_told_check" CHECK ("state_changes"."application_id" is null or "state_changes"."event_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "host_organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"siret" text NOT NULL,
	"is_public" boolean NOT NULL,
	"address_line" text NOT NULL,
	"postcode" text NOT NULL,
	"town" text NOT NULL,
	"signatory_name" text,
	"signatory_quality" text,
	"prevention_contact" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "host_organisations_siret_unique" UNIQUE("siret"),
	CONSTRAINT "host_organisations_siret_check" CHECK ("host_organisations"."siret" ~ '^[0-9]{14}$')
);
--> statement-breakpoint
CREATE TABLE "host_sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"address_line" text NOT NULL,
	"postcode" text NOT NULL,
	"town" text NOT NULL,
	"insee_code" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"approximate" boolean NOT NULL,
	CONSTRAINT "host_sites_point_check" CHECK ("host_sites"."latitude" between -90 and 90 and "host_sites"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"pool_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_opt_outs" (
	"address" "citext" NOT NULL,
	"topic" text NOT NULL,
	"opted_out_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_opt_outs_address_topic_pk" PRIMARY KEY("address","topic")
);
--> statement-breakpoint
CREATE TABLE "message_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "message_batches_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "message_batches_status_check" CHECK ("message_batches"."status" in ('pending', 'sent', 'dissolved')),
	CONSTRAINT "message_batches_closed_check" CHECK (("message_batches"."status" = 'pending') = ("message_batches"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid,
	"template" text NOT NULL,
	"message_class" "message_class" NOT NULL,
	"topic" text,
	"priority" smallint NOT NULL,
	"person_id" uuid,
	"channel" text NOT NULL,
	"recipient" text,
	"time_zone" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"summary" text NOT NULL,
	"action_label" text,
	"action_url" text,
	"status" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"good_day" date,
	"digest_id" uuid,
	"batch_id" uuid,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"first_attempt_at" timestamp with time zone,
	"provider_id" text,
	"provider_status" text,
	"provider_status_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "messages_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "messages_provider_id_unique" UNIQUE("provider_id"),
	CONSTRAINT "messages_status_check" CHECK ("messages"."status" in ('waiting', 'pending', 'sent', 'failed', 'grouped', 'suppressed', 'declined', 'shown')),
	CONSTRAINT "messages_sent_check" CHECK (("messages"."status" = 'sent') = ("messages"."sent_at" is not null)),
	CONSTRAINT "messages_grouped_check" CHECK (("messages"."status" = 'grouped') = ("messages"."digest_id" is not null)),
	CONSTRAINT "messages_channel_check" CHECK ("messages"."channel" in ('email', 'sms', 'none')),
	CONSTRAINT "messages_recipient_check" CHECK (("messages"."channel" = 'none') = ("messages"."recipient" is null) and ("messages"."channel" <> 'none' or "messages"."status" = 'shown'))
);
--> statement-breakpoint
CREATE TABLE "notice_marks" (
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_marks_subject_id_kind_pk" PRIMARY KEY("subject_id","kind")
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"message_class" "message_class" NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dispatched_at" timestamp with time zone,
	"silence" text,
	CONSTRAINT "outbox_events_silence_check" CHECK ("outbox_events"."silence" is null or "outbox_events"."dispatched_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "provider_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"provider_id" text,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressed_addresses" (
	"address" "citext" PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"suppressed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressed_addresses_reason_check" CHECK ("suppressed_addresses"."reason" in ('bounced', 'complained'))
);
--> statement-breakpoint
CREATE TABLE "offer_search" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"band" smallint NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"sector_code" text NOT NULL,
	"family_slug" text NOT NULL,
	"challenges" text[] NOT NULL,
	"free_week_1" smallint NOT NULL,
	"free_week_2" smallint NOT NULL,
	"accepts_both_weeks" boolean NOT NULL,
	"accepts_single_week" boolean NOT NULL,
	"reserved_to" text,
	"reserved_schools" text[] NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "offer_search_free_check" CHECK ("offer_search"."free_week_1" > 0 or "offer_search"."free_week_2" > 0)
);
--> statement-breakpoint
CREATE TABLE "offer_seats" (
	"offer_id" uuid NOT NULL,
	"week" smallint NOT NULL,
	"capacity" smallint NOT NULL,
	"reserved" smallint DEFAULT 0 NOT NULL,
	"taken" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "offer_seats_offer_id_week_pk" PRIMARY KEY("offer_id","week"),
	CONSTRAINT "offer_seats_week_check" CHECK ("offer_seats"."week" in (1, 2)),
	CONSTRAINT "offer_seats_within_capacity_check" CHECK ("offer_seats"."reserved" >= 0 and "offer_seats"."taken" >= 0 and "offer_seats"."capacity" between 0 and 500 and "offer_seats"."reserved" + "offer_seats"."taken" <= "offer_seats"."capacity")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid,
	"site_id" uuid,
	"created_by" uuid,
	"status" "offer_status" NOT NULL,
	"title" text,
	"description" text,
	"activities" text,
	"sector_code" text,
	"challenges" text[] DEFAULT '{}' NOT NULL,
	"accepts_both_weeks" boolean DEFAULT true NOT NULL,
	"accepts_single_week" boolean DEFAULT true NOT NULL,
	"hours_grid" jsonb,
	"lunch" text,
	"access_note" text,
	"max_open_applications" smallint,
	"supervisor_name" text,
	"supervisor_contact" text,
	"reserved_to" text,
	"reserved_schools" text[] DEFAULT '{}' NOT NULL,
	"draft" jsonb,
	"external_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "offers_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "offers_complete_check" CHECK ("offers"."status" = 'draft' or ("offers"."organisation_id" is not null and "offers"."site_id" is not null and "offers"."title" is not null
        and "offers"."description" is not null and "offers"."sector_code" is not null and "offers"."published_at" is not null)),
	CONSTRAINT "offers_lengths_check" CHECK ("offers"."accepts_both_weeks" or "offers"."accepts_single_week"),
	CONSTRAINT "offers_max_open_check" CHECK ("offers"."max_open_applications" between 1 and 200),
	CONSTRAINT "offers_reserved_check" CHECK ("offers"."reserved_to" in ('rep', 'qpv', 'schools'))
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" "citext",
	"phone" text,
	"birth_date" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "persons_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "academies" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"email_domain" text
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"academy_code" text
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"insee_code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"department_code" text NOT NULL,
	"type" text NOT NULL,
	"postcodes" text[] NOT NULL,
	"population" integer NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"approximate" boolean NOT NULL,
	CONSTRAINT "municipalities_type_check" CHECK ("municipalities"."type" in ('commune', 'arrondissement'))
);
--> statement-breakpoint
CREATE TABLE "sector_families" (
	"slug" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "sector_families_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"code" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"family_slug" text NOT NULL,
	CONSTRAINT "sectors_label_unique" UNIQUE("label")
);
--> statement-breakpoint
CREATE TABLE "board_deliberations" (
	"school_uai" text NOT NULL,
	"school_year" text NOT NULL,
	"deliberated_on" date NOT NULL,
	CONSTRAINT "board_deliberations_school_uai_school_year_pk" PRIMARY KEY("school_uai","school_year")
);
--> statement-breakpoint
CREATE TABLE "class_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_uai" text NOT NULL,
	"school_year" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "class_groups_name_key" UNIQUE("school_uai","school_year","name")
);
--> statement-breakpoint
CREATE TABLE "class_members" (
	"class_group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "class_role" NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "class_members_class_group_id_person_id_role_pk" PRIMARY KEY("class_group_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "guardian_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"guardian_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	"access_hash" text,
	"access_expires_at" timestamp with time zone,
	CONSTRAINT "guardian_codes_access_hash_unique" UNIQUE("access_hash"),
	CONSTRAINT "guardian_codes_access_check" CHECK (("guardian_codes"."used_at" is null) = ("guardian_codes"."access_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "guardians" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pupil_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"link_version" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "guardians_once_key" UNIQUE("pupil_id","name")
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"uai" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"is_public" boolean NOT NULL,
	"under_contract" boolean NOT NULL,
	"address_line" text,
	"postcode" text,
	"town" text NOT NULL,
	"insee_code" text,
	"department_code" text,
	"academy_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"approximate" boolean DEFAULT false NOT NULL,
	"has_seconde" boolean NOT NULL,
	"email" text,
	"phone" text,
	"status" text NOT NULL,
	"priority_education" boolean DEFAULT false NOT NULL,
	"priority_district" boolean DEFAULT false NOT NULL,
	"informs_guardians" boolean DEFAULT false NOT NULL,
	"seconde_enrolment" integer,
	"enrolment_source" text,
	CONSTRAINT "schools_uai_check" CHECK ("schools"."uai" ~ '^[0-9]{7}[A-Z]$'),
	CONSTRAINT "schools_status_check" CHECK ("schools"."status" in ('open', 'closing', 'closed')),
	CONSTRAINT "schools_enrolment_check" CHECK ("schools"."seconde_enrolment" >= 0)
);
--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_organisation_id_host_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."host_organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_academy_code_academies_code_fk" FOREIGN KEY ("academy_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_documents" ADD CONSTRAINT "agreement_documents_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_remarks" ADD CONSTRAINT "agreement_remarks_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_remarks" ADD CONSTRAINT "agreement_remarks_author_id_persons_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_text_id_agreement_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."agreement_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_class_group_id_class_groups_id_fk" FOREIGN KEY ("class_group_id") REFERENCES "public"."class_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_organisation_id_host_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."host_organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_application_fkey" FOREIGN KEY ("application_id","offer_id","pupil_id","campaign_id") REFERENCES "public"."applications"("id","offer_id","pupil_id","campaign_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_weeks" ADD CONSTRAINT "application_weeks_seat_fkey" FOREIGN KEY ("offer_id","week") REFERENCES "public"."offer_seats"("offer_id","week") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_transferred_from_applications_id_fk" FOREIGN KEY ("transferred_from") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_handled_by_persons_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internship_weeks" ADD CONSTRAINT "internship_weeks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_actor_id_persons_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_event_id_outbox_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."outbox_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_sites" ADD CONSTRAINT "host_sites_organisation_id_host_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."host_organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_event_id_outbox_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."outbox_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_digest_id_messages_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_batch_id_message_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."message_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_search" ADD CONSTRAINT "offer_search_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_seats" ADD CONSTRAINT "offer_seats_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_organisation_id_host_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."host_organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_site_id_host_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."host_sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_sector_code_sectors_code_fk" FOREIGN KEY ("sector_code") REFERENCES "public"."sectors"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_academy_code_academies_code_fk" FOREIGN KEY ("academy_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sectors" ADD CONSTRAINT "sectors_family_slug_sector_families_slug_fk" FOREIGN KEY ("family_slug") REFERENCES "public"."sector_families"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_deliberations" ADD CONSTRAINT "board_deliberations_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_school_uai_schools_uai_fk" FOREIGN KEY ("school_uai") REFERENCES "public"."schools"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_members" ADD CONSTRAINT "class_members_class_group_id_class_groups_id_fk" FOREIGN KEY ("class_group_id") REFERENCES "public"."class_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_members" ADD CONSTRAINT "class_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_codes" ADD CONSTRAINT "guardian_codes_guardian_id_guardians_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."guardians"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_pupil_id_persons_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_department_code_departments_code_fk" FOREIGN KEY ("department_code") REFERENCES "public"."departments"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_academy_code_academies_code_fk" FOREIGN KEY ("academy_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "affiliations_person_index" ON "affiliations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "affiliations_school_index" ON "affiliations" USING btree ("school_uai","role");--> statement-breakpoint
CREATE INDEX "affiliations_organisation_index" ON "affiliations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "identities_person_index" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry_index" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "agreement_remarks_agreement_index" ON "agreement_remarks" USING btree ("agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_one_per_application_key" ON "agreements" USING btree ("application_id") WHERE "agreements"."status" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "agreements_class_index" ON "agreements" USING btree ("class_group_id","status");--> statement-breakpoint
CREATE INDEX "agreements_school_index" ON "agreements" USING btree ("school_uai","status","updated_at");--> statement-breakpoint
CREATE INDEX "agreements_organisation_index" ON "agreements" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE INDEX "agreements_pupil_index" ON "agreements" USING btree ("pupil_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_weeks_one_place_key" ON "application_weeks" USING btree ("pupil_id","campaign_id","week") WHERE "application_weeks"."state" = 'taken';--> statement-breakpoint
CREATE INDEX "application_weeks_seat_index" ON "application_weeks" USING btree ("offer_id","week");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live_per_offer_key" ON "applications" USING btree ("pupil_id","offer_id") WHERE "applications"."status" in ('draft', 'submitted', 'seen', 'accepted', 'confirmed');--> statement-breakpoint
CREATE INDEX "applications_offer_index" ON "applications" USING btree ("offer_id","status","submitted_at");--> statement-breakpoint
CREATE INDEX "applications_pupil_index" ON "applications" USING btree ("pupil_id","updated_at");--> statement-breakpoint
CREATE INDEX "applications_deadline_index" ON "applications" USING btree ("deadline_at") WHERE "applications"."status" in ('submitted', 'seen', 'accepted');--> statement-breakpoint
CREATE INDEX "favourites_alert_index" ON "favourites" USING btree ("offer_id") WHERE "favourites"."wants_alert";--> statement-breakpoint
CREATE INDEX "help_requests_pupil_index" ON "help_requests" USING btree ("pupil_id","asked_at");--> statement-breakpoint
CREATE INDEX "stand_in_mails_recipient_index" ON "stand_in_mails" USING btree ("recipient","received_at");--> statement-breakpoint
CREATE INDEX "state_changes_offer_index" ON "state_changes" USING btree ("offer_id","changed_at");--> statement-breakpoint
CREATE INDEX "state_changes_application_index" ON "state_changes" USING btree ("application_id","changed_at");--> statement-breakpoint
CREATE INDEX "state_changes_agreement_index" ON "state_changes" USING btree ("agreement_id","changed_at");--> statement-breakpoint
CREATE INDEX "state_changes_event_index" ON "state_changes" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "host_sites_organisation_index" ON "host_sites" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "messages_event_index" ON "messages" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "messages_person_index" ON "messages" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_recipient_index" ON "messages" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "messages_created_index" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_digest_index" ON "messages" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "messages_batch_index" ON "messages" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "messages_to_send_index" ON "messages" USING btree ("priority","created_at","id") WHERE "messages"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "messages_waiting_index" ON "messages" USING btree ("not_before") WHERE "messages"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "messages_failed_index" ON "messages" USING btree ("created_at") WHERE "messages"."status" = 'failed';--> statement-breakpoint
CREATE UNIQUE INDEX "messages_one_a_day_key" ON "messages" USING btree (lower("recipient"),"good_day") WHERE "messages"."good_day" is not null;--> statement-breakpoint
CREATE INDEX "outbox_events_pending_index" ON "outbox_events" USING btree ("occurred_at") WHERE "outbox_events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "offer_search_place_index" ON "offer_search" USING btree ("campaign_id","band","longitude");--> statement-breakpoint
CREATE INDEX "offer_search_recent_index" ON "offer_search" USING btree ("campaign_id","published_at" DESC NULLS LAST,"offer_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "offer_search_sector_index" ON "offer_search" USING btree ("sector_code","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "offer_search_words_index" ON "offer_search" USING gin ("words");--> statement-breakpoint
CREATE INDEX "offers_organisation_index" ON "offers" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE INDEX "offers_campaign_index" ON "offers" USING btree ("campaign_id","status");--> statement-breakpoint
CREATE INDEX "municipalities_postcodes_index" ON "municipalities" USING gin ("postcodes");--> statement-breakpoint
CREATE INDEX "class_members_person_index" ON "class_members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "guardian_codes_guardian_index" ON "guardian_codes" USING btree ("guardian_id","created_at");--> statement-breakpoint
CREATE INDEX "schools_academy_index" ON "schools" USING btree ("academy_code");