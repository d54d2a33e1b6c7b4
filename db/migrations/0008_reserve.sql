CREATE TABLE "roster_entries" (
	"organisation_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "roster_entries_organisation_id_hash_pk" PRIMARY KEY("organisation_id","hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "reserved_places" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "reserved_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "waits" ADD COLUMN "passed_by" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_entries" ADD CONSTRAINT "roster_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_reserved" CHECK (0 <= reserved_places and reserved_places <= capacity and reserved_days >= 0);