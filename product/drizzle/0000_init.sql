CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE SCHEMA "product";
--> statement-breakpoint
CREATE TABLE "product"."cards" (
	"product_id" uuid NOT NULL,
	"language" text NOT NULL,
	"currency" text NOT NULL,
	"slug" text NOT NULL,
	"summary" text NOT NULL,
	"detail" text NOT NULL,
	"variant_ids" uuid[] NOT NULL,
	"variants" text[] NOT NULL,
	CONSTRAINT "cards_product_id_language_currency_pk" PRIMARY KEY("product_id","language","currency")
);
--> statement-breakpoint
CREATE TABLE "product"."documents" (
	"product_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "documents_product_id_language_pk" PRIMARY KEY("product_id","language")
);
--> statement-breakpoint
CREATE TABLE "product"."listings" (
	"product_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"position" integer NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"categories" text[] NOT NULL,
	"collections" text[] NOT NULL,
	"attributes" text[] NOT NULL,
	"stale_at" timestamp with time zone,
	CONSTRAINT "listings_product_id_currency_pk" PRIMARY KEY("product_id","currency")
);
--> statement-breakpoint
CREATE TABLE "product"."vocabulary" (
	"language" text NOT NULL,
	"folded" text NOT NULL,
	"shown" text,
	CONSTRAINT "vocabulary_language_folded_pk" PRIMARY KEY("language","folded")
);
--> statement-breakpoint
CREATE TABLE "product"."attribute_values" (
	"attribute" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "attribute_values_attribute_code_pk" PRIMARY KEY("attribute","code")
);
--> statement-breakpoint
CREATE TABLE "product"."attributes" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."categories" (
	"slug" text PRIMARY KEY NOT NULL,
	"parent" text,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."collection_products" (
	"collection" text NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "collection_products_collection_product_id_pk" PRIMARY KEY("collection","product_id")
);
--> statement-breakpoint
CREATE TABLE "product"."collections" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."option_values" (
	"product_id" uuid NOT NULL,
	"option" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "option_values_product_id_option_code_pk" PRIMARY KEY("product_id","option","code")
);
--> statement-breakpoint
CREATE TABLE "product"."options" (
	"product_id" uuid NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "options_product_id_code_pk" PRIMARY KEY("product_id","code")
);
--> statement-breakpoint
CREATE TABLE "product"."product_attributes" (
	"product_id" uuid NOT NULL,
	"attribute" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "product_attributes_product_id_attribute_value_pk" PRIMARY KEY("product_id","attribute","value")
);
--> statement-breakpoint
CREATE TABLE "product"."products" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"category" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"material" jsonb NOT NULL,
	"care" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "product"."slug_history" (
	"slug" text PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."variants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"position" integer NOT NULL,
	"selection" jsonb NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"depth" integer NOT NULL,
	"weight" integer NOT NULL,
	"capacity" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "variants_sku_unique" UNIQUE("sku"),
	CONSTRAINT "variants_selection" UNIQUE("product_id","selection"),
	CONSTRAINT "variants_size" CHECK (width > 0 and height > 0 and depth > 0 and weight > 0)
);
--> statement-breakpoint
CREATE TABLE "product"."media" (
	"file" text PRIMARY KEY NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"renditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."pictures" (
	"product_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"view" text NOT NULL,
	"file" text NOT NULL,
	"alt" jsonb NOT NULL,
	CONSTRAINT "pictures_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "product"."prices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"variant_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"list" text NOT NULL,
	"min_quantity" integer DEFAULT 1 NOT NULL,
	"amount" bigint NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prices_amount" CHECK (amount > 0 and min_quantity > 0),
	CONSTRAINT "prices_time" CHECK (ends_at is null or ends_at > starts_at)
);
--> statement-breakpoint
CREATE TABLE "product"."idempotency" (
	"subject" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_subject_route_key_pk" PRIMARY KEY("subject","route","key")
);
--> statement-breakpoint
CREATE TABLE "product"."inbox" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "product"."outbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"traceparent" text,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "product"."availability" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"available" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."locations" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."reservations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"checkout_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"location" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reservations_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "product"."stock" (
	"variant_id" uuid NOT NULL,
	"location" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_variant_id_location_pk" PRIMARY KEY("variant_id","location"),
	CONSTRAINT "stock_reserved" CHECK (0 <= reserved and reserved <= on_hand)
);
--> statement-breakpoint
CREATE TABLE "product"."stock_movements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"variant_id" uuid NOT NULL,
	"location" text NOT NULL,
	"quantity" integer NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"line" text NOT NULL,
	"actor" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_once" UNIQUE("cause","line","kind"),
	CONSTRAINT "stock_movements_quantity" CHECK (quantity <> 0)
);
--> statement-breakpoint
ALTER TABLE "product"."cards" ADD CONSTRAINT "cards_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."documents" ADD CONSTRAINT "documents_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."listings" ADD CONSTRAINT "listings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."attribute_values" ADD CONSTRAINT "attribute_values_attribute_attributes_code_fk" FOREIGN KEY ("attribute") REFERENCES "product"."attributes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."categories" ADD CONSTRAINT "categories_parent_categories_slug_fk" FOREIGN KEY ("parent") REFERENCES "product"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."collection_products" ADD CONSTRAINT "collection_products_collection_collections_slug_fk" FOREIGN KEY ("collection") REFERENCES "product"."collections"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."collection_products" ADD CONSTRAINT "collection_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."option_values" ADD CONSTRAINT "option_values_product_id_option_options_product_id_code_fk" FOREIGN KEY ("product_id","option") REFERENCES "product"."options"("product_id","code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."options" ADD CONSTRAINT "options_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."product_attributes" ADD CONSTRAINT "product_attributes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."product_attributes" ADD CONSTRAINT "product_attributes_attribute_value_attribute_values_attribute_code_fk" FOREIGN KEY ("attribute","value") REFERENCES "product"."attribute_values"("attribute","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."products" ADD CONSTRAINT "products_category_categories_slug_fk" FOREIGN KEY ("category") REFERENCES "product"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."slug_history" ADD CONSTRAINT "slug_history_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."pictures" ADD CONSTRAINT "pictures_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."pictures" ADD CONSTRAINT "pictures_file_media_file_fk" FOREIGN KEY ("file") REFERENCES "product"."media"("file") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."prices" ADD CONSTRAINT "prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "product"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."availability" ADD CONSTRAINT "availability_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."reservations" ADD CONSTRAINT "reservations_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "product"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."reservations" ADD CONSTRAINT "reservations_location_locations_code_fk" FOREIGN KEY ("location") REFERENCES "product"."locations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."stock" ADD CONSTRAINT "stock_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "product"."variants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."stock" ADD CONSTRAINT "stock_location_locations_code_fk" FOREIGN KEY ("location") REFERENCES "product"."locations"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_slug" ON "product"."cards" USING btree ("slug","language","currency");--> statement-breakpoint
CREATE INDEX "documents_words" ON "product"."documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "listings_position" ON "product"."listings" USING btree ("currency","position","product_id");--> statement-breakpoint
CREATE INDEX "listings_amount" ON "product"."listings" USING btree ("currency","amount","product_id");--> statement-breakpoint
CREATE INDEX "listings_created" ON "product"."listings" USING btree ("currency","created_at","product_id");--> statement-breakpoint
CREATE INDEX "listings_categories" ON "product"."listings" USING gin ("categories");--> statement-breakpoint
CREATE INDEX "listings_attributes" ON "product"."listings" USING gin ("attributes");--> statement-breakpoint
CREATE INDEX "listings_collections" ON "product"."listings" USING gin ("collections");--> statement-breakpoint
CREATE INDEX "listings_stale" ON "product"."listings" USING btree ("stale_at");--> statement-breakpoint
CREATE INDEX "vocabulary_prefix" ON "product"."vocabulary" USING btree ("language","folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "vocabulary_trigrams" ON "product"."vocabulary" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "collection_products_product_id_index" ON "product"."collection_products" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "products_category_index" ON "product"."products" USING btree ("category");--> statement-breakpoint
CREATE INDEX "products_position_id_index" ON "product"."products" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "prices_variant_id_index" ON "product"."prices" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "product"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "reservations_checkout_id_index" ON "product"."reservations" USING btree ("checkout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_line" ON "product"."reservations" USING btree ("checkout_id","variant_id","location") WHERE state in ('held', 'committed', 'shipped');--> statement-breakpoint
CREATE INDEX "reservations_held" ON "product"."reservations" USING btree ("expires_at") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "reservations_live" ON "product"."reservations" USING btree ("variant_id") WHERE state in ('held', 'committed');--> statement-breakpoint
CREATE INDEX "stock_movements_variant_id_id_index" ON "product"."stock_movements" USING btree ("variant_id","id");--> statement-breakpoint
COMMENT ON TABLE "product"."stock_movements" IS 'append-only';
