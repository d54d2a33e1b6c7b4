CREATE TYPE "public"."de_minimis" AS ENUM('applicable', 'not', 'under-investigation');--> statement-breakpoint
CREATE TABLE "de_minimis_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"entrepreneur_id" uuid NOT NULL,
	"kvk_number" text,
	"cents" integer NOT NULL,
	"granted_on" date NOT NULL,
	"register_before" date NOT NULL,
	"registered_on" date,
	"register_reference" text,
	"withdrawn_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "de_minimis_grants_amount" CHECK (cents > 0),
	CONSTRAINT "de_minimis_grants_registered" CHECK ((registered_on is null) = (register_reference is null) and registered_on >= granted_on),
	CONSTRAINT "de_minimis_grants_withdrawn" CHECK (withdrawn_on >= granted_on),
	CONSTRAINT "de_minimis_grants_kvk_number" CHECK (kvk_number ~ '^[0-9]{8}$')
);
--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "de_minimis" "de_minimis" DEFAULT 'under-investigation' NOT NULL;--> statement-breakpoint
ALTER TABLE "de_minimis_grants" ADD CONSTRAINT "de_minimis_grants_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "de_minimis_grants" ADD CONSTRAINT "de_minimis_grants_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "de_minimis_grants" ADD CONSTRAINT "de_minimis_grants_entrepreneur_id_entrepreneurs_id_fk" FOREIGN KEY ("entrepreneur_id") REFERENCES "public"."entrepreneurs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "de_minimis_grants_live" ON "de_minimis_grants" USING btree ("registration_id") WHERE withdrawn_on is null;--> statement-breakpoint
CREATE INDEX "de_minimis_grants_programme" ON "de_minimis_grants" USING btree ("programme_id","register_before");--> statement-breakpoint
CREATE INDEX "de_minimis_grants_entrepreneur" ON "de_minimis_grants" USING btree ("entrepreneur_id","granted_on");--> statement-breakpoint
CREATE INDEX "de_minimis_grants_kvk_number" ON "de_minimis_grants" USING btree ("kvk_number","granted_on");