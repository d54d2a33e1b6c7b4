CREATE TABLE "phase_change_undos" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"change_id" uuid NOT NULL,
	"motivation" text NOT NULL,
	"undone_by" uuid NOT NULL,
	"undone_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "phase_change_undos_change_id_unique" UNIQUE("change_id")
);
--> statement-breakpoint
ALTER TABLE "phase_change_undos" ADD CONSTRAINT "phase_change_undos_change_id_phase_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."phase_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_change_undos" ADD CONSTRAINT "phase_change_undos_undone_by_accounts_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER "phase_change_undos_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "phase_change_undos"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
