CREATE TYPE "public"."inbound_outcome" AS ENUM('cancelled', 'ignored', 'kept');--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_id_unique" UNIQUE("id"),
	CONSTRAINT "calendar_feeds_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"message_hash" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"outcome" "inbound_outcome" NOT NULL,
	"reason" text,
	"registration_id" uuid,
	"content" text,
	CONSTRAINT "inbound_mails_message_hash_unique" UNIQUE("message_hash"),
	CONSTRAINT "inbound_mails_kept" CHECK ((outcome = 'kept') = (content is not null) and (outcome = 'kept') = (reason is not null))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" USING btree ("received_at");