-- What hangs on a row that is thrown away whole goes with it: only a direct change is refused.
CREATE TRIGGER "quarter_evaluations_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "quarter_evaluations"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "phase_changes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "phase_changes"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "steering_measures_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "steering_measures"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "programme_versions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "programme_versions"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "reviews_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reviews"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "declarations_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "declarations"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "report_snapshots_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_snapshots"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "signal_readings_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signal_readings"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "signal_responses_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "signal_responses"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "figures_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "figures"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- A batch of figures can be withdrawn, once.
CREATE TRIGGER "figure_batches_append_only" BEFORE DELETE OR TRUNCATE
  OR UPDATE OF "id", "programme_id", "name", "imported_by", "imported_at" ON "figure_batches"
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "figure_batches_withdrawn_once" BEFORE UPDATE ON "figure_batches"
  FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL) EXECUTE FUNCTION "refuse_change"();
