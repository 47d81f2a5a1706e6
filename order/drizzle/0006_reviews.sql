CREATE TABLE "order"."reviews" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"product_id" uuid NOT NULL,
	"product" jsonb NOT NULL,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"rating" integer NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"moderated_by" text,
	"moderated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_once" UNIQUE("product_id","author"),
	CONSTRAINT "reviews_rating" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
CREATE INDEX "reviews_shown" ON "order"."reviews" USING btree ("product_id","id") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "reviews_state_id_index" ON "order"."reviews" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "reviews_author_index" ON "order"."reviews" USING btree ("author");