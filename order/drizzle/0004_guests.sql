CREATE TABLE "order"."guest_claims" (
	"guest" text PRIMARY KEY NOT NULL,
	"member" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order"."order_access" (
	"order_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "order_access_order_id_subject_pk" PRIMARY KEY("order_id","subject")
);
--> statement-breakpoint
CREATE TABLE "order"."wrong_lookups" (
	"subject" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order"."orders" ADD COLUMN "placed_by" text;--> statement-breakpoint
UPDATE "order"."orders" SET "placed_by" = "owner";--> statement-breakpoint
ALTER TABLE "order"."orders" ALTER COLUMN "placed_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "order"."orders" ADD COLUMN "forget_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order"."order_access" ADD CONSTRAINT "order_access_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_claims_member" ON "order"."guest_claims" USING btree ("member");--> statement-breakpoint
CREATE INDEX "order_access_until" ON "order"."order_access" USING btree ("until");--> statement-breakpoint
CREATE INDEX "wrong_lookups_since" ON "order"."wrong_lookups" USING btree ("since");--> statement-breakpoint
CREATE INDEX "checkouts_unforgotten" ON "order"."checkouts" USING btree ("id") WHERE owner like 'erased:%' and (email is not null or shipping_address is not null);--> statement-breakpoint
CREATE INDEX "orders_forgotten" ON "order"."orders" USING btree ("forget_at") WHERE forget_at is not null;