CREATE TYPE "public"."access_check_reason" AS ENUM('change', 'daily', 'afterwards');--> statement-breakpoint
CREATE TYPE "public"."membership_source" AS ENUM('roster', 'self');--> statement-breakpoint
CREATE TABLE "access_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"session_id" uuid NOT NULL,
	"reason" "access_check_reason" NOT NULL,
	"open" boolean NOT NULL,
	"checks" jsonb NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_access_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"session_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"account_id" uuid,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_memberships" (
	"registration_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source" "membership_source" NOT NULL,
	"membership" "membership" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "registration_memberships_registration_id_organisation_id_source_pk" PRIMARY KEY("registration_id","organisation_id","source")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"emails" integer NOT NULL,
	"kvk_numbers" integer NOT NULL,
	"is_complete" boolean NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "member_contribution_cents" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "member_booking_opens_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "booking_code" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "booking_url" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_parties" ADD COLUMN "is_sender" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "access_checks" ADD CONSTRAINT "access_checks_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_access_changes" ADD CONSTRAINT "session_access_changes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_access_changes" ADD CONSTRAINT "session_access_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_memberships" ADD CONSTRAINT "registration_memberships_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_memberships" ADD CONSTRAINT "registration_memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_checks_session" ON "access_checks" USING btree ("session_id","checked_at");--> statement-breakpoint
CREATE INDEX "session_access_changes_session" ON "session_access_changes" USING btree ("session_id","at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_contribution" CHECK (member_contribution_cents >= 0);