CREATE SCHEMA "product";
--> statement-breakpoint
CREATE TABLE "product"."categories" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product"."category_texts" (
	"category" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "category_texts_category_language_pk" PRIMARY KEY("category","language")
);
--> statement-breakpoint
CREATE TABLE "product"."picture_texts" (
	"product_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"language" text NOT NULL,
	"alt" text NOT NULL,
	CONSTRAINT "picture_texts_product_id_position_language_pk" PRIMARY KEY("product_id","position","language")
);
--> statement-breakpoint
CREATE TABLE "product"."pictures" (
	"product_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"view" text NOT NULL,
	"file" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "pictures_product_id_position_pk" PRIMARY KEY("product_id","position")
);
--> statement-breakpoint
CREATE TABLE "product"."prices" (
	"product_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"list_amount" bigint,
	CONSTRAINT "prices_product_id_currency_pk" PRIMARY KEY("product_id","currency"),
	CONSTRAINT "prices_amount" CHECK (amount > 0 and (list_amount is null or list_amount > amount))
);
--> statement-breakpoint
CREATE TABLE "product"."product_texts" (
	"product_id" uuid NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"maker" text NOT NULL,
	"material" text NOT NULL,
	"care" text NOT NULL,
	CONSTRAINT "product_texts_product_id_language_pk" PRIMARY KEY("product_id","language")
);
--> statement-breakpoint
CREATE TABLE "product"."products" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"position" integer NOT NULL,
	"category" text NOT NULL,
	"sku" text NOT NULL,
	"form" text NOT NULL,
	"glaze" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"depth" integer NOT NULL,
	"weight" integer NOT NULL,
	"capacity" integer,
	"stock" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug"),
	CONSTRAINT "products_sku_unique" UNIQUE("sku"),
	CONSTRAINT "products_stock" CHECK (stock >= 0),
	CONSTRAINT "products_size" CHECK (width > 0 and height > 0 and depth > 0 and weight > 0)
);
--> statement-breakpoint
ALTER TABLE "product"."category_texts" ADD CONSTRAINT "category_texts_category_categories_slug_fk" FOREIGN KEY ("category") REFERENCES "product"."categories"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."pictures" ADD CONSTRAINT "pictures_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."prices" ADD CONSTRAINT "prices_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."product_texts" ADD CONSTRAINT "product_texts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "product"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product"."products" ADD CONSTRAINT "products_category_categories_slug_fk" FOREIGN KEY ("category") REFERENCES "product"."categories"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "products_status_position_id_index" ON "product"."products" USING btree ("status","position","id");--> statement-breakpoint
CREATE INDEX "products_category_index" ON "product"."products" USING btree ("category");