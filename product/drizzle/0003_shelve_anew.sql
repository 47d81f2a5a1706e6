-- What is searched is folded in a new way, and what waits for its first price is remembered: each card is made once more.
UPDATE "product"."products" SET "appears_at" = now() WHERE "status" = 'active';
