CREATE TYPE "public"."staff_duty" AS ENUM('administrator', 'programme', 'money', 'reader', 'editor', 'door');--> statement-breakpoint
CREATE TYPE "public"."module_status" AS ENUM('draft', 'submitted', 'published', 'archived');--> statement-breakpoint
CREATE TYPE "public"."organisation_status" AS ENUM('applied', 'approved', 'refused', 'ended');--> statement-breakpoint
CREATE TYPE "public"."signpost_topic" AS ENUM('money', 'mind', 'other');--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"role" "staff_role" NOT NULL,
	"organisation_id" uuid,
	"municipality_id" uuid,
	"duty" "staff_duty" NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_email_lower" CHECK (email = lower(email)),
	CONSTRAINT "invitations_scope" CHECK ((role = 'organisation' and organisation_id is not null and municipality_id is null)
  or (role = 'municipality' and municipality_id is not null and organisation_id is null)
  or (role not in ('organisation', 'municipality') and organisation_id is null and municipality_id is null)),
	CONSTRAINT "invitations_duty" CHECK ((role = 'municipality' and duty in ('administrator', 'programme', 'money', 'reader'))
  or (role = 'organisation' and duty in ('administrator', 'editor', 'door'))
  or (role = 'operator' and duty = 'administrator')),
	CONSTRAINT "invitations_staff" CHECK (role <> 'operator')
);
--> statement-breakpoint
CREATE TABLE "demo_data" (
	"filled_at" timestamp (3) with time zone PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signposts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"municipality_id" uuid NOT NULL,
	"topic" "signpost_topic" NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"phone" text,
	"url" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_roles" DROP CONSTRAINT "account_roles_scope";--> statement-breakpoint
ALTER TABLE "account_roles" ADD COLUMN "duty" "staff_duty" DEFAULT 'administrator' NOT NULL;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "status" "module_status" DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "bring" text;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "leader" text;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "languages" text[] DEFAULT '{"nl"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "review_note" text;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "room" text;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "opening_hours" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "help_email" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "places" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "privacy_contact" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "accessibility_contact" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "security_contact" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "profile" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "kvk_number" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "status" "organisation_status" DEFAULT 'approved' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "status_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "reviews_modules" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_organisation" ON "invitations" USING btree ("email","organisation_id") WHERE accepted_at is null and ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_municipality" ON "invitations" USING btree ("email","municipality_id") WHERE accepted_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "signposts_municipality" ON "signposts" USING btree ("municipality_id");--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_duty" CHECK ((role = 'municipality' and duty in ('administrator', 'programme', 'money', 'reader'))
  or (role = 'organisation' and duty in ('administrator', 'editor', 'door'))
  or (role = 'operator' and duty = 'administrator'));--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_scope" CHECK ((role = 'organisation' and organisation_id is not null and municipality_id is null)
  or (role = 'municipality' and municipality_id is not null and organisation_id is null)
  or (role not in ('organisation', 'municipality') and organisation_id is null and municipality_id is null));--> statement-breakpoint
-- What was filled before it was written down: nobody else has an operator at an address that no mail can reach.
INSERT INTO "demo_data" ("filled_at") SELECT a."created_at" FROM "accounts" a
  JOIN "account_roles" r ON r."account_id" = a."id"
  WHERE r."role" = 'operator' AND a."email" = 'beheer@opkoers.example';
