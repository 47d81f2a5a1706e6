CREATE TABLE "product"."category_history" (
	"slug" text PRIMARY KEY NOT NULL,
	"category" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."collection_history" (
	"slug" text PRIMARY KEY NOT NULL,
	"collection" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "product"."categories" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "product"."collections" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "product"."category_history" ADD CONSTRAINT "category_history_category_categories_slug_fk" FOREIGN KEY ("category") REFERENCES "product"."categories"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."collection_history" ADD CONSTRAINT "collection_history_collection_collections_slug_fk" FOREIGN KEY ("collection") REFERENCES "product"."collections"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "category_history_category_index" ON "product"."category_history" USING btree ("category");--> statement-breakpoint
CREATE INDEX "collection_history_collection_index" ON "product"."collection_history" USING btree ("collection");