CREATE TABLE "districts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"municipality_id" uuid NOT NULL,
	"area" text NOT NULL,
	"district" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "industry_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"industry" text NOT NULL,
	CONSTRAINT "industry_codes_code" CHECK (code ~ '^[0-9]{1,5}$')
);
--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "sbi_code" text;--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "establishments" jsonb;--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD COLUMN "age_from" integer;--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD COLUMN "home_postcode" text;--> statement-breakpoint
ALTER TABLE "districts" ADD CONSTRAINT "districts_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "districts_municipality" ON "districts" USING btree ("municipality_id");--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD CONSTRAINT "entrepreneurs_age_from" CHECK (age_from between 18 and 68);--> statement-breakpoint
ALTER TABLE "entrepreneurs" ADD CONSTRAINT "entrepreneurs_home_postcode" CHECK (home_postcode ~ '^[1-9][0-9]{3}$');