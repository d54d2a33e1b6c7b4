CREATE TYPE "public"."delivery_status" AS ENUM('accepted', 'delivered', 'bounced', 'complained');--> statement-breakpoint
CREATE TYPE "public"."notice_kind" AS ENUM('week', 'day', 'hours', 'thanks', 'offerExpired');--> statement-breakpoint
ALTER TYPE "public"."staff_role" ADD VALUE 'operator';--> statement-breakpoint
CREATE TABLE "digests" (
	"account_id" uuid NOT NULL,
	"week_starts_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_account_id_week_starts_on_pk" PRIMARY KEY("account_id","week_starts_on")
);
--> statement-breakpoint
CREATE TABLE "mail_deliveries" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"registration_id" uuid,
	"provider_id" text,
	"status" "delivery_status" NOT NULL,
	"reason" text,
	"status_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"registration_id" uuid NOT NULL,
	"kind" "notice_kind" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_registration_id_kind_starts_at_pk" PRIMARY KEY("registration_id","kind","starts_at")
);
--> statement-breakpoint
CREATE TABLE "webhook_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_roles" DROP CONSTRAINT "account_roles_scope";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "digest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_deliveries_account" ON "mail_deliveries" USING btree ("account_id","sent_at");--> statement-breakpoint
CREATE INDEX "mail_deliveries_provider" ON "mail_deliveries" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "mail_deliveries_sent" ON "mail_deliveries" USING btree ("sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "account_roles_operator" ON "account_roles" USING btree ("account_id") WHERE organisation_id is null and municipality_id is null;--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_scope" CHECK ((role = 'organisation' and organisation_id is not null and municipality_id is null)
        or (role = 'municipality' and municipality_id is not null and organisation_id is null)
        or (role not in ('organisation', 'municipality') and organisation_id is null and municipality_id is null));