CREATE SCHEMA "order";
--> statement-breakpoint
CREATE TABLE "order"."cart_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"item" jsonb NOT NULL,
	"added_prices" jsonb NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_lines_variant" UNIQUE("cart_id","variant_id"),
	CONSTRAINT "cart_lines_quantity" CHECK (quantity between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "order"."carts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner" text NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"coupons" text[] DEFAULT '{}' NOT NULL,
	"merged_into" uuid,
	"merge_report" jsonb,
	"promised_to" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."checkouts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cart_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"currency" text NOT NULL,
	"step" text DEFAULT 'started' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"shipping_address" jsonb,
	"shipping_method" text,
	"payment_method" text,
	"return_url" text,
	"snapshot" jsonb,
	"payment_id" uuid,
	"action_url" text,
	"failure" jsonb,
	"order_id" uuid,
	"lease_until" timestamp with time zone,
	"fencing" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."order_counter" (
	"id" integer PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."order_discounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"promotion_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."order_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."order_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"item" jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"unit_amount" bigint NOT NULL,
	"list_amount" bigint,
	"discount" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	CONSTRAINT "order_lines_quantity" CHECK (quantity > 0),
	CONSTRAINT "order_lines_total" CHECK (total = quantity * unit_amount - discount and discount >= 0 and total >= 0)
);
--> statement-breakpoint
CREATE TABLE "order"."order_taxes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"rate" integer NOT NULL,
	"amount" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."orders" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" bigint NOT NULL,
	"checkout_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'placed' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"tax_included" boolean NOT NULL,
	"total" bigint NOT NULL,
	"units" integer NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"shipping_method" jsonb NOT NULL,
	"payment_id" uuid NOT NULL,
	"payment_method" text NOT NULL,
	"payment_state" text NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"instrument" jsonb,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_checkoutId_unique" UNIQUE("checkout_id"),
	CONSTRAINT "orders_total" CHECK (total = subtotal - discount + shipping + case when tax_included then 0 else tax end),
	CONSTRAINT "orders_refunded" CHECK (0 <= refunded and refunded <= captured and captured <= total)
);
--> statement-breakpoint
CREATE TABLE "order"."idempotency" (
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
CREATE TABLE "order"."inbox" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "order"."outbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"traceparent" text,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "order"."cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "order"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."checkouts" ADD CONSTRAINT "checkouts_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "order"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."order_discounts" ADD CONSTRAINT "order_discounts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."order_discounts" ADD CONSTRAINT "order_discounts_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "order"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."order_events" ADD CONSTRAINT "order_events_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."order_taxes" ADD CONSTRAINT "order_taxes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carts_live" ON "order"."carts" USING btree ("owner") WHERE state in ('active', 'checking_out');--> statement-breakpoint
CREATE INDEX "carts_idle" ON "order"."carts" USING btree ("updated_at") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "carts_promised" ON "order"."carts" USING btree ("promised_to") WHERE promised_to is not null and state = 'active';--> statement-breakpoint
CREATE INDEX "carts_merged" ON "order"."carts" USING btree ("owner") WHERE state = 'merged';--> statement-breakpoint
CREATE UNIQUE INDEX "checkouts_live" ON "order"."checkouts" USING btree ("cart_id") WHERE step not in ('done', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "checkouts_due" ON "order"."checkouts" USING btree ("due_at") WHERE step not in ('started', 'done', 'failed', 'cancelled');--> statement-breakpoint
CREATE INDEX "checkouts_owner_id_index" ON "order"."checkouts" USING btree ("owner","id");--> statement-breakpoint
CREATE INDEX "checkouts_payment" ON "order"."checkouts" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "order_discounts_order_id_index" ON "order"."order_discounts" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_events_order_id_id_index" ON "order"."order_events" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "order_lines_order_id_index" ON "order"."order_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_taxes_order_id_index" ON "order"."order_taxes" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "orders_owner_id_index" ON "order"."orders" USING btree ("owner","id");--> statement-breakpoint
CREATE INDEX "orders_state_id_index" ON "order"."orders" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "order"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
COMMENT ON TABLE "order"."order_lines" IS 'append-only';--> statement-breakpoint
COMMENT ON TABLE "order"."order_discounts" IS 'append-only';--> statement-breakpoint
COMMENT ON TABLE "order"."order_taxes" IS 'append-only';--> statement-breakpoint
COMMENT ON TABLE "order"."order_events" IS 'append-only';--> statement-breakpoint
INSERT INTO "order"."order_counter" ("id", "last") VALUES (1, 1000);
