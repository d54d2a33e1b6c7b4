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
--> statement-breakpoint
-- What of a session decides who may book it, from when, for how much and where.
CREATE FUNCTION "access_of"("session" "sessions") RETURNS jsonb LANGUAGE sql STABLE AS $$
  select jsonb_build_object(
    'status', session.status,
    'openToNonMembers', session.open_to_non_members,
    'memberContributionCents', session.member_contribution_cents,
    'memberBookingOpensAt', session.member_booking_opens_at,
    'bookingOpensAt', session.booking_opens_at,
    'hasBookingCode', session.booking_code is not null,
    'hasBookingUrl', session.booking_url is not null,
    'listed', session.listed)
$$;
--> statement-breakpoint
-- Whoever writes: the portal says who and when by its own clock, anyone else is 'direct'.
CREATE FUNCTION "keep_access_change"() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  was jsonb;
  said_at timestamptz := nullif(current_setting('opkoers.at', true), '')::timestamptz;
  said_by uuid := nullif(current_setting('opkoers.account', true), '')::uuid;
begin
  if tg_op = 'UPDATE' then
    if old.status <> 'draft' then was := access_of(old); end if;
    if was is not distinct from access_of(new) then return null; end if;
  end if;
  if new.status = 'draft' and was is null then return null; end if;
  insert into session_access_changes (session_id, at, actor_kind, account_id, before, after)
  values (
    new.id,
    coalesce(said_at, case when tg_op = 'INSERT' then new.created_at else clock_timestamp() end),
    case when said_at is null then 'direct' when said_by is null then 'system' else 'account' end,
    said_by, was, access_of(new));
  return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER "sessions_access_inserted" AFTER INSERT ON "sessions" FOR EACH ROW EXECUTE FUNCTION "keep_access_change"();
--> statement-breakpoint
CREATE TRIGGER "sessions_access_changed" AFTER UPDATE OF "status", "open_to_non_members", "member_contribution_cents",
  "member_booking_opens_at", "booking_opens_at", "booking_code", "booking_url", "listed"
  ON "sessions" FOR EACH ROW EXECUTE FUNCTION "keep_access_change"();
--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
CREATE TRIGGER "session_access_changes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "session_access_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "access_checks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_checks"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- What was there before anyone kept changes counts from when it was made.
INSERT INTO "session_access_changes" ("session_id", "at", "actor_kind", "after")
SELECT "id", "created_at", 'direct', access_of("sessions") FROM "sessions" WHERE "status" <> 'draft';
