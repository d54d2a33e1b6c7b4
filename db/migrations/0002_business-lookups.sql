CREATE TABLE "business_lookups" (
	"kvk_number" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"profile" jsonb,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "business_lookups_kvk_number" CHECK (kvk_number ~ '^[0-9]{8}$'),
	CONSTRAINT "business_lookups_status" CHECK (status in ('found', 'not-found')),
	CONSTRAINT "business_lookups_profile" CHECK ((status = 'found') = (profile is not null))
);
--> statement-breakpoint
CREATE INDEX "business_lookups_fetched" ON "business_lookups" USING btree ("fetched_at");