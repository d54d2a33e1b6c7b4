CREATE TABLE "pictures" (
	"name" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pictures_name" CHECK (name ~ '^[0-9a-f]{64}-[0-9]+x[0-9]+[.](png|jpg)$')
);
--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "picture" text;--> statement-breakpoint
ALTER TABLE "modules" ADD COLUMN "picture_alt" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "colour_on_light" text;--> statement-breakpoint
ALTER TABLE "municipalities" ADD COLUMN "colour_on_dark" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_picture_pictures_name_fk" FOREIGN KEY ("picture") REFERENCES "public"."pictures"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_pictures_name_fk" FOREIGN KEY ("logo") REFERENCES "public"."pictures"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_picture" CHECK ((picture is null) = (picture_alt is null));--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_colours" CHECK (case when colour_on_light is null then colour_on_dark is null
        else colour_on_light ~ '^#[0-9a-f]{6}$' and coalesce(colour_on_dark ~ '^#[0-9a-f]{6}$', false) end);--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo" CHECK ((logo is null) = (logo_alt is null));