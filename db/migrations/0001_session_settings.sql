ALTER TABLE "sessions" ADD COLUMN "minimum_notice_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "cancellation_deadline_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "places_per_business" integer DEFAULT 1;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "has_waitlist" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_deadlines" CHECK (minimum_notice_minutes >= 0 and cancellation_deadline_minutes >= 0);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_places_per_business" CHECK (places_per_business >= 1);--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_sequence" CHECK (sequence >= 0);