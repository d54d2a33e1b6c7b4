CREATE TABLE "programme_contributions" (
	"programme_id" uuid NOT NULL,
	"target_group" "target_group" NOT NULL,
	"cents" integer NOT NULL,
	"vat_rate" "vat_rate" NOT NULL,
	CONSTRAINT "programme_contributions_programme_id_target_group_pk" PRIMARY KEY("programme_id","target_group"),
	CONSTRAINT "programme_contributions_amount" CHECK (cents >= 0)
);
--> statement-breakpoint
ALTER TABLE "programme_contributions" ADD CONSTRAINT "programme_contributions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;