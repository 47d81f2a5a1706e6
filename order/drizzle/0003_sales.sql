CREATE TABLE "order"."errands" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"amount" bigint,
	"units" jsonb,
	"state" text DEFAULT 'due' NOT NULL,
	"failure" text,
	"reason" text,
	"actor" text NOT NULL,
	"lease_until" timestamp with time zone,
	"fencing" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "errands_amount" CHECK ((kind = 'refund') = (amount is not null) and amount > 0)
);
--> statement-breakpoint
CREATE TABLE "order"."fulfilment_lines" (
	"fulfilment_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "fulfilment_lines_fulfilment_id_line_id_pk" PRIMARY KEY("fulfilment_id","line_id"),
	CONSTRAINT "fulfilment_lines_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "order"."fulfilments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shipped_at" timestamp with time zone,
	"delivered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "order"."line_units" (
	"line_id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"ordered" integer NOT NULL,
	"planned" integer DEFAULT 0 NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	"credited" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "line_units_sent" CHECK (0 <= delivered and delivered <= shipped and shipped <= planned and planned <= ordered),
	CONSTRAINT "line_units_returned" CHECK (0 <= credited and credited <= returned and returned <= asked and asked <= delivered)
);
--> statement-breakpoint
CREATE TABLE "order"."return_lines" (
	"return_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "return_lines_return_id_line_id_pk" PRIMARY KEY("return_id","line_id"),
	CONSTRAINT "return_lines_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "order"."returns" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order_id" uuid NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"note" text,
	"sellable" boolean,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order"."errands" ADD CONSTRAINT "errands_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."fulfilment_lines" ADD CONSTRAINT "fulfilment_lines_fulfilment_id_fulfilments_id_fk" FOREIGN KEY ("fulfilment_id") REFERENCES "order"."fulfilments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."fulfilment_lines" ADD CONSTRAINT "fulfilment_lines_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "order"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."fulfilments" ADD CONSTRAINT "fulfilments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."line_units" ADD CONSTRAINT "line_units_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "order"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."line_units" ADD CONSTRAINT "line_units_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."return_lines" ADD CONSTRAINT "return_lines_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "order"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."return_lines" ADD CONSTRAINT "return_lines_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "order"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order"."returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "order"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "errands_once" ON "order"."errands" USING btree ("kind","subject") WHERE state <> 'refused';--> statement-breakpoint
CREATE INDEX "errands_due" ON "order"."errands" USING btree ("due_at") WHERE state = 'due';--> statement-breakpoint
CREATE INDEX "errands_order_id_index" ON "order"."errands" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "fulfilments_order_id_index" ON "order"."fulfilments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "line_units_order_id_index" ON "order"."line_units" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_order_id_index" ON "order"."returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_state_id_index" ON "order"."returns" USING btree ("state","id");