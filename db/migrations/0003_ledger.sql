CREATE TYPE "public"."money_state" AS ENUM('free', 'reserved', 'committed', 'realised');--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"phase_id" uuid,
	"session_id" uuid NOT NULL,
	"registration_id" uuid,
	"from_state" "money_state" NOT NULL,
	"to_state" "money_state" NOT NULL,
	"cents" integer NOT NULL,
	"vat_cents" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_entries_states" CHECK (from_state <> to_state),
	CONSTRAINT "ledger_entries_amounts" CHECK (cents > 0 and vat_cents >= 0)
);
--> statement-breakpoint
ALTER TABLE "budget_phases" DROP CONSTRAINT "budget_phases_ceiling";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "contribution_cents" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "contribution_vat_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "budget_phases" ADD COLUMN "reserved_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "budget_phases" ADD COLUMN "realised_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "budget_phases" ADD COLUMN "paused_from" date;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "pays_no_show" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_phase_id_budget_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."budget_phases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_registration" ON "ledger_entries" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_session" ON "ledger_entries" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_programme" ON "ledger_entries" USING btree ("programme_id","at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_contribution" CHECK (contribution_cents >= 0 and contribution_vat_cents >= 0);--> statement-breakpoint
ALTER TABLE "budget_phases" ADD CONSTRAINT "budget_phases_ceiling" CHECK (reserved_cents >= 0 and committed_cents >= 0 and realised_cents >= 0
        and reserved_cents + committed_cents + realised_cents <= ceiling_cents);