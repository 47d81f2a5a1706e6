CREATE TABLE "order"."promotions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text,
	"name" jsonb NOT NULL,
	"gift" jsonb NOT NULL,
	"conditions" jsonb NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	"stacking" text DEFAULT 'combinable' NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"cap" integer,
	"cap_per_owner" integer,
	"used" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotions_code_unique" UNIQUE("code"),
	CONSTRAINT "promotions_used" CHECK (0 <= used and used <= coalesce(cap, used)),
	CONSTRAINT "promotions_cap_per_owner" CHECK (cap_per_owner > 0),
	CONSTRAINT "promotions_code" CHECK (code = upper(code)),
	CONSTRAINT "promotions_time" CHECK (ends_at >= starts_at)
);
--> statement-breakpoint
CREATE TABLE "order"."redemptions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"promotion_id" uuid NOT NULL,
	"checkout_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redemptions_once" UNIQUE("promotion_id","checkout_id")
);
--> statement-breakpoint
CREATE TABLE "order"."shipping_methods" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"zone" text NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"rates" jsonb NOT NULL,
	"max_weight" integer,
	"days_min" integer NOT NULL,
	"days_max" integer NOT NULL,
	CONSTRAINT "shipping_methods_code" UNIQUE("zone","code"),
	CONSTRAINT "shipping_methods_days" CHECK (0 <= days_min and days_min <= days_max)
);
--> statement-breakpoint
CREATE TABLE "order"."shipping_zones" (
	"code" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"countries" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."tax_zones" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"country" text,
	"rates" jsonb NOT NULL,
	"included" boolean NOT NULL,
	"taxes_shipping" boolean NOT NULL,
	"home" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tax_zones_country" UNIQUE NULLS NOT DISTINCT("country")
);
--> statement-breakpoint
ALTER TABLE "order"."redemptions" ADD CONSTRAINT "redemptions_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "order"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."shipping_methods" ADD CONSTRAINT "shipping_methods_zone_shipping_zones_code_fk" FOREIGN KEY ("zone") REFERENCES "order"."shipping_zones"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redemptions_checkout_id_index" ON "order"."redemptions" USING btree ("checkout_id");--> statement-breakpoint
CREATE INDEX "redemptions_owner_promotion_id_index" ON "order"."redemptions" USING btree ("owner","promotion_id");