CREATE TYPE "public"."signal_kind" AS ENUM('low-interest', 'members-only', 'few-non-members', 'membership-little-known', 'target-not-planned', 'target-unreachable', 'target-exceeded', 'attendance-unmarked', 'budget-ahead', 'budget-behind');--> statement-breakpoint
CREATE TYPE "public"."signal_level" AS ENUM('attention', 'action');--> statement-breakpoint
CREATE TABLE "figure_batches" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"name" text NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "figure_batches_withdrawn" CHECK ((withdrawn_at is null) = (withdrawn_reason is null))
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"dataset" text NOT NULL,
	"code" text NOT NULL,
	"label" text NOT NULL,
	"value" numeric(16, 4),
	"unit" text NOT NULL,
	"as_of" date NOT NULL,
	"period" text,
	"breakdown" text,
	"part_of" text,
	"source" text NOT NULL,
	"page" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "programme_desks" (
	"programme_id" uuid PRIMARY KEY NOT NULL,
	"lead_name" text,
	"lead_unit" text,
	"agreement_signed_on" date,
	"agreement_signatory" text,
	"agreement_mandate" text,
	"agreement_source" text,
	"interest_percent" integer,
	"non_member_percent" integer,
	"known_visits" integer,
	"notice_days" integer,
	"sessions_per_week" integer,
	"ahead_points" integer,
	"behind_points" integer,
	"association_days" integer,
	CONSTRAINT "programme_desks_percentages" CHECK (coalesce(interest_percent, 0) between 0 and 100 and coalesce(non_member_percent, 0) between 0 and 100
        and coalesce(ahead_points, 1) between 1 and 100 and coalesce(behind_points, 1) between 1 and 100),
	CONSTRAINT "programme_desks_numbers" CHECK (coalesce(known_visits, 1) >= 1 and coalesce(notice_days, 0) >= 0 and coalesce(sessions_per_week, 1) >= 1
        and coalesce(association_days, 0) between 0 and 90)
);
--> statement-breakpoint
CREATE TABLE "programme_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"motivation" text,
	"account_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "programme_versions_version" UNIQUE("programme_id","version")
);
--> statement-breakpoint
CREATE TABLE "signal_notices" (
	"signal_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signal_notices_signal_id_account_id_pk" PRIMARY KEY("signal_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "signal_readings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"signal_id" uuid NOT NULL,
	"level" "signal_level" NOT NULL,
	"figures" jsonb NOT NULL,
	"threshold" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signal_responses" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"signal_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signal_runs" (
	"programme_id" uuid NOT NULL,
	"run_on" date NOT NULL,
	CONSTRAINT "signal_runs_programme_id_run_on_pk" PRIMARY KEY("programme_id","run_on")
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"quarter_id" uuid NOT NULL,
	"kind" "signal_kind" NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"municipality_from" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "signals_closed" CHECK (closed_at >= opened_at)
);
--> statement-breakpoint
ALTER TABLE "figure_batches" ADD CONSTRAINT "figure_batches_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_batches" ADD CONSTRAINT "figure_batches_imported_by_accounts_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_batches" ADD CONSTRAINT "figure_batches_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_batch_id_figure_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."figure_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_desks" ADD CONSTRAINT "programme_desks_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_notices" ADD CONSTRAINT "signal_notices_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_notices" ADD CONSTRAINT "signal_notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_readings" ADD CONSTRAINT "signal_readings_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_responses" ADD CONSTRAINT "signal_responses_signal_id_signals_id_fk" FOREIGN KEY ("signal_id") REFERENCES "public"."signals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_responses" ADD CONSTRAINT "signal_responses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_responses" ADD CONSTRAINT "signal_responses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_runs" ADD CONSTRAINT "signal_runs_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_batches_programme" ON "figure_batches" USING btree ("programme_id","imported_at");--> statement-breakpoint
CREATE INDEX "figures_batch" ON "figures" USING btree ("batch_id","position");--> statement-breakpoint
CREATE INDEX "signal_readings_signal" ON "signal_readings" USING btree ("signal_id","at");--> statement-breakpoint
CREATE INDEX "signal_responses_signal" ON "signal_responses" USING btree ("signal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "signals_open" ON "signals" USING btree ("quarter_id","kind","subject") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "signals_programme" ON "signals" USING btree ("programme_id","opened_at");