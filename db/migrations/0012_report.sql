CREATE TYPE "public"."reference_dimension" AS ENUM('district', 'industry', 'age');--> statement-breakpoint
CREATE TYPE "public"."snapshot_reason" AS ENUM('weekly', 'period-end');--> statement-breakpoint
CREATE TABLE "reference_distributions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"dimension" "reference_dimension" NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"shares" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_snapshots" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"period" text NOT NULL,
	"reason" "snapshot_reason" NOT NULL,
	"moment" text NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"figures" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_snapshots_once" UNIQUE("programme_id","period","moment"),
	CONSTRAINT "report_snapshots_moment" CHECK ((reason = 'period-end') = (moment = 'end'))
);
--> statement-breakpoint
ALTER TABLE "reference_distributions" ADD CONSTRAINT "reference_distributions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_snapshots" ADD CONSTRAINT "report_snapshots_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reference_distributions_programme" ON "reference_distributions" USING btree ("programme_id","dimension","created_at");