CREATE TYPE "public"."locale" AS ENUM('nl', 'en');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('organisation', 'municipality');--> statement-breakpoint
CREATE TYPE "public"."delivery_mode" AS ENUM('onLocation', 'online', 'hybrid');--> statement-breakpoint
CREATE TYPE "public"."session_kind" AS ENUM('coaching', 'knowledge', 'workshop', 'inspiration', 'network', 'oneOnOne');--> statement-breakpoint
CREATE TYPE "public"."session_status" AS ENUM('draft', 'scheduled', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."topic" AS ENUM('financing', 'marketing', 'socialMedia', 'sales', 'networking', 'recovery');--> statement-breakpoint
CREATE TYPE "public"."vat_rate" AS ENUM('21', '9', '0', 'exempt');--> statement-breakpoint
CREATE TYPE "public"."challenge_purpose" AS ENUM('signIn', 'confirmRegistration');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('municipality', 'association', 'provider');--> statement-breakpoint
CREATE TYPE "public"."funding" AS ENUM('perParticipant', 'perSession');--> statement-breakpoint
CREATE TYPE "public"."party_role" AS ENUM('funder', 'executor');--> statement-breakpoint
CREATE TYPE "public"."phase_state" AS ENUM('planned', 'approved', 'paid', 'reduced', 'paused');--> statement-breakpoint
CREATE TYPE "public"."programme_status" AS ENUM('draft', 'running', 'archived');--> statement-breakpoint
CREATE TYPE "public"."target_group" AS ENUM('knowledgeAndCoaching', 'inspiration', 'network');--> statement-breakpoint
CREATE TYPE "public"."vat_basis" AS ENUM('ex', 'incl', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."vat_compensable" AS ENUM('yes', 'no', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."attendance_status" AS ENUM('present', 'absent', 'excused');--> statement-breakpoint
CREATE TYPE "public"."cancelled_by" AS ENUM('participant', 'organiser');--> statement-breakpoint
CREATE TYPE "public"."decision_outcome" AS ENUM('eligible', 'not-eligible', 'needs-review');--> statement-breakpoint
CREATE TYPE "public"."membership" AS ENUM('member', 'not-member', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."payer" AS ENUM('municipality', 'entrepreneur');--> statement-breakpoint
CREATE TYPE "public"."registration_source" AS ENUM('booking', 'walkIn');--> statement-breakpoint
CREATE TYPE "public"."registration_status" AS ENUM('held', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'expired');--> statement-breakpoint
CREATE TABLE "account_roles" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "staff_role" NOT NULL,
	"organisation_id" uuid,
	"municipality_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_roles_scope" CHECK ((role = 'organisation' and organisation_id is not null and municipality_id is null)
        or (role = 'municipality' and municipality_id is not null and organisation_id is null))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" "locale" DEFAULT 'nl' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_email_lower" CHECK (email = lower(email))
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "modules" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid,
	"slug" text NOT NULL,
	"kind" "session_kind" NOT NULL,
	"topic" "topic" NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"price_ex_vat_cents" integer DEFAULT 0 NOT NULL,
	"vat_rate" "vat_rate" DEFAULT '21' NOT NULL,
	"own_contribution_cents" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "modules_slug_unique" UNIQUE("slug"),
	CONSTRAINT "modules_amounts" CHECK (price_ex_vat_cents >= 0 and own_contribution_cents >= 0 and duration_minutes > 0)
);
--> statement-breakpoint
CREATE TABLE "session_organisers" (
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "session_organisers_session_id_organisation_id_pk" PRIMARY KEY("session_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"module_id" uuid NOT NULL,
	"status" "session_status" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"previous_starts_at" timestamp (3) with time zone,
	"delivery_mode" "delivery_mode" NOT NULL,
	"venue_id" uuid,
	"online_url" text,
	"original_delivery_mode" "delivery_mode",
	"original_venue_id" uuid,
	"original_online_url" text,
	"leader" text,
	"capacity" integer NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"booking_opens_at" timestamp (3) with time zone NOT NULL,
	"booking_closes_at" timestamp (3) with time zone NOT NULL,
	"open_to_non_members" boolean DEFAULT true NOT NULL,
	"minimum_notice_minutes" integer DEFAULT 0 NOT NULL,
	"cancellation_deadline_minutes" integer DEFAULT 0 NOT NULL,
	"places_per_business" integer DEFAULT 1,
	"has_waitlist" boolean DEFAULT true NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_times" CHECK (starts_at < ends_at),
	CONSTRAINT "sessions_window" CHECK (booking_opens_at < booking_closes_at),
	CONSTRAINT "sessions_deadlines" CHECK (minimum_notice_minutes >= 0 and cancellation_deadline_minutes >= 0),
	CONSTRAINT "sessions_places_per_business" CHECK (places_per_business >= 1),
	CONSTRAINT "sessions_seats" CHECK (0 <= seats_taken and seats_taken <= capacity),
	CONSTRAINT "sessions_place" CHECK (delivery_mode = 'online' or venue_id is not null),
	CONSTRAINT "sessions_original" CHECK (case when original_delivery_mode is null then original_venue_id is null and original_online_url is null
        else delivery_mode = 'online' and original_delivery_mode <> 'online' and original_venue_id is not null end),
	CONSTRAINT "sessions_cancelled" CHECK ((status = 'cancelled') = (cancelled_at is not null))
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"accessibility" text,
	"latitude" double precision,
	"longitude" double precision
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"purpose" "challenge_purpose" NOT NULL,
	"email" text NOT NULL,
	"registration_id" uuid,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenges_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "challenges_purpose" CHECK ((purpose = 'confirmRegistration') = (registration_id is not null))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"answer" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_answer" CHECK ((status is null) = (answer is null))
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"idempotency_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailbox_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"cbs_code" text NOT NULL,
	"phone" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "municipalities_slug_unique" UNIQUE("slug"),
	CONSTRAINT "municipalities_cbs_code_unique" UNIQUE("cbs_code"),
	CONSTRAINT "municipalities_cbs_code" CHECK (cbs_code ~ '^[0-9]{4}$')
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"municipality_id" uuid NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"website" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "budget_phases" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"quarter_id" uuid NOT NULL,
	"ceiling_cents" integer NOT NULL,
	"committed_cents" integer DEFAULT 0 NOT NULL,
	"basis" "vat_basis" DEFAULT 'ex' NOT NULL,
	"state" "phase_state" NOT NULL,
	CONSTRAINT "budget_phases_quarter_id_unique" UNIQUE("quarter_id"),
	CONSTRAINT "budget_phases_ceiling" CHECK (0 <= committed_cents and committed_cents <= ceiling_cents)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"minutes" integer,
	"price_cents" integer NOT NULL,
	"in_package" boolean NOT NULL,
	"cap" integer,
	"position" integer NOT NULL,
	CONSTRAINT "products_code" UNIQUE("programme_id","code"),
	CONSTRAINT "products_amounts" CHECK (price_cents >= 0 and coalesce(minutes, 1) > 0 and coalesce(cap, 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "programme_parties" (
	"programme_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" "party_role" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "programme_parties_programme_id_organisation_id_pk" PRIMARY KEY("programme_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "programme_quarters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "programme_quarters_ordinal" UNIQUE("programme_id","ordinal"),
	CONSTRAINT "programme_quarters_dates" CHECK (starts_on < ends_on)
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"municipality_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" "programme_status" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"credit_line" text NOT NULL,
	"requires_open_access" boolean DEFAULT false NOT NULL,
	"funding" "funding" NOT NULL,
	"authorised_cents" integer,
	"authorised_basis" "vat_basis" DEFAULT 'unknown' NOT NULL,
	"reserved_cents" integer,
	"reserved_basis" "vat_basis" DEFAULT 'unknown' NOT NULL,
	"vat_compensable" "vat_compensable" DEFAULT 'unknown' NOT NULL,
	"max_entrepreneurs" integer,
	"source" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programmes_slug_unique" UNIQUE("slug"),
	CONSTRAINT "programmes_dates" CHECK (starts_on < ends_on),
	CONSTRAINT "programmes_amounts" CHECK (coalesce(authorised_cents, 0) >= 0 and coalesce(reserved_cents, 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "quarter_targets" (
	"quarter_id" uuid NOT NULL,
	"target_group" "target_group" NOT NULL,
	"min_sessions" integer NOT NULL,
	"max_sessions" integer NOT NULL,
	CONSTRAINT "quarter_targets_quarter_id_target_group_pk" PRIMARY KEY("quarter_id","target_group"),
	CONSTRAINT "quarter_targets_range" CHECK (0 <= min_sessions and min_sessions <= max_sessions)
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_sets_version" UNIQUE("programme_id","version")
);
--> statement-breakpoint
CREATE TABLE "businesses" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kvk_number" text,
	"name" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "businesses_kvk_number_unique" UNIQUE("kvk_number"),
	CONSTRAINT "businesses_kvk_number" CHECK (kvk_number ~ '^[0-9]{8}$')
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"registration_id" uuid NOT NULL,
	"rule_set_id" uuid NOT NULL,
	"outcome" "decision_outcome" NOT NULL,
	"payer" "payer" NOT NULL,
	"ex_vat_cents" integer NOT NULL,
	"vat_cents" integer NOT NULL,
	"own_contribution_cents" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"decided_on" date NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decisions_amounts" CHECK (ex_vat_cents >= 0 and vat_cents >= 0 and own_contribution_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "entrepreneurs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid,
	"business_id" uuid,
	"name" text NOT NULL,
	"birth_year" integer,
	"district" text,
	"industry" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entrepreneurs_account_id_unique" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"session_id" uuid NOT NULL,
	"entrepreneur_id" uuid NOT NULL,
	"status" "registration_status" NOT NULL,
	"source" "registration_source" DEFAULT 'booking' NOT NULL,
	"name" text NOT NULL,
	"kvk_number" text,
	"locale" "locale" DEFAULT 'nl' NOT NULL,
	"membership" "membership" DEFAULT 'unknown' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"waitlisted_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" "cancelled_by",
	"sequence" integer DEFAULT 0 NOT NULL,
	"attendance" "attendance_status",
	"attendance_marked_at" timestamp (3) with time zone,
	"attendance_marked_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registrations_expires" CHECK ((status in ('held', 'offered')) = (expires_at is not null)),
	CONSTRAINT "registrations_confirmed" CHECK (status <> 'confirmed' or confirmed_at is not null),
	CONSTRAINT "registrations_waitlisted" CHECK (status not in ('waitlisted', 'offered') or waitlisted_at is not null),
	CONSTRAINT "registrations_cancelled" CHECK ((status = 'cancelled') = (cancelled_at is not null) and (status = 'cancelled') = (cancelled_by is not null)),
	CONSTRAINT "registrations_attendance" CHECK (attendance is null or status = 'confirmed'),
	CONSTRAINT "registrations_sequence" CHECK (sequence >= 0),
	CONSTRAINT "registrations_marked" CHECK ((attendance is null) = (attendance_marked_at is null)),
	CONSTRAINT "registrations_kvk_number" CHECK (kvk_number ~ '^[0-9]{8}$')
);
--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_organisers" ADD CONSTRAINT "session_organisers_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_organisers" ADD CONSTRAINT "session_organisers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_module_id_modules_id_fk" FOREIGN KEY ("module_id") REFERENCES "public"."modules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_original_venue_id_venues_id_fk" FOREIGN KEY ("original_venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_phases" ADD CONSTRAINT "budget_phases_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_parties" ADD CONSTRAINT "programme_parties_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_parties" ADD CONSTRAINT "programme_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_quarters" ADD CONSTRAINT "programme_quarters_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_targets" ADD CONSTRAINT "quarter_targets_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD CONSTRAINT "entrepreneurs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD CONSTRAINT "entrepreneurs_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_entrepreneur_id_entrepreneurs_id_fk" FOREIGN KEY ("entrepreneur_id") REFERENCES "public"."entrepreneurs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_attendance_marked_by_accounts_id_fk" FOREIGN KEY ("attendance_marked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_roles_organisation" ON "account_roles" USING btree ("account_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_roles_municipality" ON "account_roles" USING btree ("account_id","municipality_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_account" ON "auth_sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "modules_programme" ON "modules" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "session_organisers_organisation" ON "session_organisers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sessions_agenda" ON "sessions" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "sessions_module" ON "sessions" USING btree ("module_id","starts_at");--> statement-breakpoint
CREATE INDEX "challenges_registration" ON "challenges" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "challenges_email" ON "challenges" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mailbox_recipient" ON "mailbox" USING btree ("recipient","created_at");--> statement-breakpoint
CREATE INDEX "rule_sets_in_force" ON "rule_sets" USING btree ("programme_id","valid_from");--> statement-breakpoint
CREATE INDEX "decisions_registration" ON "decisions" USING btree ("registration_id","decided_at");--> statement-breakpoint
CREATE INDEX "entrepreneurs_business" ON "entrepreneurs" USING btree ("business_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_live" ON "registrations" USING btree ("session_id","entrepreneur_id") WHERE status in ('held', 'confirmed', 'waitlisted', 'offered');--> statement-breakpoint
CREATE INDEX "registrations_session" ON "registrations" USING btree ("session_id","status");--> statement-breakpoint
CREATE INDEX "registrations_entrepreneur" ON "registrations" USING btree ("entrepreneur_id");--> statement-breakpoint
CREATE INDEX "registrations_waitlist" ON "registrations" USING btree ("session_id","waitlisted_at","id") WHERE status = 'waitlisted';--> statement-breakpoint
CREATE INDEX "registrations_expiry" ON "registrations" USING btree ("expires_at") WHERE status in ('held', 'offered');