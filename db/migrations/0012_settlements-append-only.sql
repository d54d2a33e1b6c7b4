CREATE FUNCTION "settlements_are_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was settled is only added to: % is refused', lower(TG_OP) USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "settlements_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "settlements"
  FOR EACH STATEMENT EXECUTE FUNCTION "settlements_are_final"();
--> statement-breakpoint
CREATE TRIGGER "settlement_lines_final" BEFORE UPDATE OR DELETE OR TRUNCATE ON "settlement_lines"
  FOR EACH STATEMENT EXECUTE FUNCTION "settlements_are_final"();
