ALTER TABLE "sessions" ADD COLUMN "original_delivery_mode" "delivery_mode";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "original_venue_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "original_online_url" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_original_venue_id_venues_id_fk" FOREIGN KEY ("original_venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_original" CHECK (case when original_delivery_mode is null then original_venue_id is null and original_online_url is null
        else delivery_mode = 'online' and original_delivery_mode <> 'online' and original_venue_id is not null end);