ALTER TABLE "registrations" DROP CONSTRAINT "registrations_expires";--> statement-breakpoint
DROP INDEX "registrations_live";--> statement-breakpoint
DROP INDEX "registrations_expiry";--> statement-breakpoint
ALTER TABLE "waits" ADD COLUMN "proved" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_live" ON "registrations" USING btree ("session_id","entrepreneur_id") WHERE status in ('confirmed', 'offered') or (status = 'waitlisted' and expires_at is null);--> statement-breakpoint
CREATE INDEX "registrations_expiry" ON "registrations" USING btree ("session_id","expires_at") WHERE expires_at is not null;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_expires" CHECK (status = 'waitlisted' or (status in ('held', 'offered')) = (expires_at is not null));