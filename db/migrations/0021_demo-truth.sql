ALTER TYPE "public"."vat_rate" ADD VALUE 'unknown';--> statement-breakpoint
ALTER TYPE "public"."party_role" ADD VALUE 'partner';--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "as_of" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "price_basis" "vat_basis" DEFAULT 'ex' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "authorised_is_provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_as_of" CHECK (as_of ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$');--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_basis" CHECK (price_basis <> 'incl');