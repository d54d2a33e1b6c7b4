CREATE TABLE "demo_data" (
	"filled_at" timestamp (3) with time zone PRIMARY KEY NOT NULL
);--> statement-breakpoint
-- What was filled before it was written down: nobody else has an operator at an address that no mail can reach.
INSERT INTO "demo_data" ("filled_at") SELECT a."created_at" FROM "accounts" a
  JOIN "account_roles" r ON r."account_id" = a."id"
  WHERE r."role" = 'operator' AND a."email" = 'beheer@opkoers.example';
