CREATE TYPE "public"."evaluation_decision" AS ENUM('continue', 'scaleDown', 'stop');--> statement-breakpoint
CREATE TYPE "public"."measure_kind" AS ENUM('reduceContribution', 'pause', 'coSteer', 'scaleDown', 'stop');--> statement-breakpoint
CREATE TYPE "public"."measure_trigger" AS ENUM('lowInterest', 'onlyMembers', 'targetOutOfReach', 'budget', 'evaluation', 'other');--> statement-breakpoint
CREATE TYPE "public"."phase_change_kind" AS ENUM('release', 'pay', 'reduce', 'pause', 'resume');--> statement-breakpoint
CREATE TABLE "phase_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"phase_id" uuid NOT NULL,
	"kind" "phase_change_kind" NOT NULL,
	"ceiling_cents" integer,
	"effective_on" date NOT NULL,
	"motivation" text,
	"measure_id" uuid,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "phase_changes_amount" CHECK ((kind = 'reduce') = (ceiling_cents is not null) and coalesce(ceiling_cents, 0) >= 0),
	CONSTRAINT "phase_changes_motivation" CHECK (kind in ('release', 'pay') or motivation is not null)
);
--> statement-breakpoint
CREATE TABLE "quarter_evaluations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"quarter_id" uuid NOT NULL,
	"decision" "evaluation_decision" NOT NULL,
	"text" text NOT NULL,
	"figures" jsonb NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steering_measures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"quarter_id" uuid NOT NULL,
	"trigger" "measure_trigger" NOT NULL,
	"kind" "measure_kind" NOT NULL,
	"motivation" text NOT NULL,
	"effective_on" date NOT NULL,
	"ceiling_cents" integer,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "steering_measures_amount" CHECK ((kind = 'reduceContribution') = (ceiling_cents is not null) and coalesce(ceiling_cents, 0) >= 0)
);
--> statement-breakpoint
ALTER TABLE "phase_changes" ADD CONSTRAINT "phase_changes_phase_id_budget_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."budget_phases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_changes" ADD CONSTRAINT "phase_changes_measure_id_steering_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."steering_measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_changes" ADD CONSTRAINT "phase_changes_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_evaluations" ADD CONSTRAINT "quarter_evaluations_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_evaluations" ADD CONSTRAINT "quarter_evaluations_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steering_measures" ADD CONSTRAINT "steering_measures_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steering_measures" ADD CONSTRAINT "steering_measures_quarter_id_programme_quarters_id_fk" FOREIGN KEY ("quarter_id") REFERENCES "public"."programme_quarters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steering_measures" ADD CONSTRAINT "steering_measures_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phase_changes_phase" ON "phase_changes" USING btree ("phase_id","effective_on");--> statement-breakpoint
CREATE INDEX "quarter_evaluations_quarter" ON "quarter_evaluations" USING btree ("quarter_id","decided_at");--> statement-breakpoint
CREATE INDEX "steering_measures_programme" ON "steering_measures" USING btree ("programme_id","decided_at");