ALTER TABLE "modules" ADD COLUMN "stages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "industries" text[] DEFAULT '{}' NOT NULL;