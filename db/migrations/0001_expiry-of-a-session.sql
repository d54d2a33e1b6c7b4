DROP INDEX "registrations_expiry";--> statement-breakpoint
CREATE INDEX "registrations_expiry" ON "registrations" USING btree ("session_id","expires_at") WHERE status in ('held', 'offered');