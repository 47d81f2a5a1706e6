CREATE SCHEMA "payment";
--> statement-breakpoint
CREATE TABLE "payment"."operations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"payment_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'started' NOT NULL,
	"provider_ref" text,
	"failure" text,
	"lease_until" timestamp with time zone NOT NULL,
	"fencing" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "operations_idempotencyKey_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "payment"."payments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"checkout_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"provider_ref" text,
	"state" text DEFAULT 'created' NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"authorised" bigint DEFAULT 0 NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"description" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"return_url" text NOT NULL,
	"action_url" text,
	"failure" text,
	"instrument" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone,
	CONSTRAINT "payments_provider_ref" UNIQUE("provider","provider_ref"),
	CONSTRAINT "payments_amount" CHECK (amount > 0),
	CONSTRAINT "payments_authorised" CHECK (authorised <= amount),
	CONSTRAINT "payments_captured" CHECK (captured <= authorised),
	CONSTRAINT "payments_refunded" CHECK (0 <= refunded and refunded <= captured)
);
--> statement-breakpoint
CREATE TABLE "payment"."provider_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"provider_ref" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_events_once" UNIQUE("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "payment"."idempotency" (
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
CREATE TABLE "payment"."inbox" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "payment"."outbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"traceparent" text,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "payment"."operations" ADD CONSTRAINT "operations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "payment"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operations_payment_id_index" ON "payment"."operations" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "operations_started" ON "payment"."operations" USING btree ("lease_until") WHERE state = 'started';--> statement-breakpoint
CREATE INDEX "payments_checkout_id_index" ON "payment"."payments" USING btree ("checkout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_live" ON "payment"."payments" USING btree ("checkout_id") WHERE state not in ('failed', 'voided');--> statement-breakpoint
CREATE INDEX "payments_open" ON "payment"."payments" USING btree ("updated_at") WHERE state in ('created', 'requires_action', 'authorised');--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "payment"."outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
COMMENT ON TABLE "payment"."provider_events" IS 'append-only';
