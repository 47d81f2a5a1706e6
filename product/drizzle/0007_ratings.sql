CREATE TABLE "product"."ratings" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"reviews" integer NOT NULL,
	"points" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "product"."listings" ADD COLUMN "score" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product"."ratings" ADD CONSTRAINT "ratings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_score" ON "product"."listings" USING btree ("currency","score","product_id");