CREATE TABLE "waits" (
	"registration_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"waitlisted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "waits_registration_id_session_id_pk" PRIMARY KEY("registration_id","session_id")
);
--> statement-breakpoint
DROP INDEX "registrations_waitlist";--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waits_queue" ON "waits" USING btree ("session_id","waitlisted_at","registration_id");--> statement-breakpoint
INSERT INTO "waits" ("registration_id", "session_id", "waitlisted_at") SELECT "id", "session_id", "waitlisted_at" FROM "registrations" WHERE "status" = 'waitlisted';