CREATE TABLE "order"."ratings" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"reviews" integer DEFAULT 0 NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_points" CHECK (points between reviews and 5 * reviews)
);

--> statement-breakpoint
-- What was published before is counted, and told like everything after it.
INSERT INTO "order"."ratings" ("product_id", "reviews", "points", "version")
SELECT "product_id", count(*), sum("rating"), 1 FROM "order"."reviews" WHERE "state" = 'published' GROUP BY 1;
--> statement-breakpoint
INSERT INTO "order"."outbox" ("type", "payload")
SELECT 'product.rated', jsonb_build_object('productId', "product_id", 'reviews', "reviews", 'points', "points", 'version', "version")
FROM "order"."ratings";
