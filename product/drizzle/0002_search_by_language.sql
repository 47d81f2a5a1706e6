DROP INDEX "product"."documents_words";--> statement-breakpoint
CREATE INDEX "documents_words_ko" ON "product"."documents" USING gin ("words") WHERE "product"."documents"."language" = 'ko';--> statement-breakpoint
CREATE INDEX "documents_words_en" ON "product"."documents" USING gin ("words") WHERE "product"."documents"."language" = 'en';