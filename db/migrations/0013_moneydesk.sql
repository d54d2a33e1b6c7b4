CREATE TABLE "organisation_billing" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"kvk_number" text,
	"vat_number" text,
	"iban" text,
	"street" text,
	"postcode" text,
	"city" text,
	CONSTRAINT "organisation_billing_kvk_number" CHECK (kvk_number ~ '^[0-9]{8}$')
);
--> statement-breakpoint
CREATE TABLE "settlement_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"settlement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"phase_id" uuid,
	"unit" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_cents" integer NOT NULL,
	"unit_vat_cents" integer NOT NULL,
	"vat_rate" "vat_rate" NOT NULL,
	CONSTRAINT "settlement_lines_amounts" CHECK (quantity <> 0 and unit in ('place', 'session') and unit_cents > 0 and unit_vat_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"quarter_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"closed_by" uuid NOT NULL,
	CONSTRAINT "settlements_number" UNIQUE("quarter_id","number"),
	CONSTRAINT "settlements_first" CHECK (number >= 1)
);
--> statement-breakpoint
ALTER TABLE "organisation_billing" ADD CONSTRAINT "organisation_billing_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_lines" ADD CONSTRAINT "settlement_lines_settlement_id_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_lines" ADD CONSTRAINT "settlement_lines_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_lines" ADD CONSTRAINT "settlement_lines_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_lines" ADD CONSTRAINT "settlement_lines_phase_id_budget_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."budget_phases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "settlement_lines_settlement" ON "settlement_lines" USING btree ("settlement_id");
--> statement-breakpoint
CREATE FUNCTION "settlements_are_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was settled is only added to: % is refused', lower(TG_OP) USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "settlements_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "settlements"
  FOR EACH STATEMENT EXECUTE FUNCTION "settlements_are_final"();
--> statement-breakpoint
CREATE TRIGGER "settlement_lines_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "settlement_lines"
  FOR EACH STATEMENT EXECUTE FUNCTION "settlements_are_final"();
