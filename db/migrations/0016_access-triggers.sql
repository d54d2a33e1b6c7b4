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
$$;--> statement-breakpoint
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
end $$;--> statement-breakpoint
CREATE TRIGGER "sessions_access_inserted" AFTER INSERT ON "sessions" FOR EACH ROW EXECUTE FUNCTION "keep_access_change"();--> statement-breakpoint
CREATE TRIGGER "sessions_access_changed" AFTER UPDATE OF "status", "open_to_non_members", "member_contribution_cents",
  "member_booking_opens_at", "booking_opens_at", "booking_code", "booking_url", "listed"
  ON "sessions" FOR EACH ROW EXECUTE FUNCTION "keep_access_change"();--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;--> statement-breakpoint
CREATE TRIGGER "session_access_changes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "session_access_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "access_checks_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_checks"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
-- What was there before anyone kept changes counts from when it was made.
INSERT INTO "session_access_changes" ("session_id", "at", "actor_kind", "after")
SELECT "id", "created_at", 'direct', access_of("sessions") FROM "sessions" WHERE "status" <> 'draft';
