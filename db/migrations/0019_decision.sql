ALTER TABLE "sessions" ADD COLUMN "changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "expired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "moved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
UPDATE "sessions" SET "changed_at" = greatest("created_at", "cancelled_at",
  (SELECT max("at") FROM "audit_log" WHERE "subject_id" = "sessions"."id"));--> statement-breakpoint
UPDATE "registrations" SET
  "expired_at" = CASE "status" WHEN 'expired' THEN coalesce((SELECT max("at") FROM "audit_log"
    WHERE "subject_id" = "registrations"."id" AND "action" = 'registration.expired'), "created_at") END,
  "moved_at" = (SELECT max("at") FROM "audit_log" WHERE "subject_id" = "registrations"."id"
    AND ("action" = 'registration.swapped' OR "action" = 'registration.offered' AND "details" ? 'to')),
  "decision_id" = (SELECT "id" FROM "decisions" WHERE "registration_id" = "registrations"."id"
    ORDER BY "decided_at" DESC, "id" DESC LIMIT 1);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_of_registration" UNIQUE("id","registration_id");--> statement-breakpoint
-- Both rows of a new registration point at each other, so this one looks when all is written.
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_decision" FOREIGN KEY ("decision_id","id") REFERENCES "public"."decisions"("id","registration_id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_expired" CHECK (status <> 'expired' or expired_at is not null);
