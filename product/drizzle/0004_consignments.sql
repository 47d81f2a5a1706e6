ALTER TABLE "product"."reservations" ADD COLUMN "shipped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product"."reservations" ADD COLUMN "returned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "product"."reservations" SET "shipped" = "quantity" WHERE "state" = 'shipped';--> statement-breakpoint
ALTER TABLE "product"."reservations" ADD CONSTRAINT "reservations_sent" CHECK (0 <= returned and returned <= shipped and shipped <= quantity and (state = 'shipped') = (shipped = quantity));