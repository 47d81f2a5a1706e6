CREATE TABLE "member"."wishlist_items" (
	"wishlist_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wishlist_items_wishlist_id_product_id_pk" PRIMARY KEY("wishlist_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "member"."wishlists" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"member_id" uuid,
	"guest_id" uuid,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wishlists_memberId_unique" UNIQUE("member_id"),
	CONSTRAINT "wishlists_guestId_unique" UNIQUE("guest_id"),
	CONSTRAINT "wishlists_one_owner" CHECK (num_nonnulls(member_id, guest_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "member"."wishlist_items" ADD CONSTRAINT "wishlist_items_wishlist_id_wishlists_id_fk" FOREIGN KEY ("wishlist_id") REFERENCES "member"."wishlists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member"."wishlists" ADD CONSTRAINT "wishlists_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "member"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wishlist_items_wishlist_id_added_at_product_id_index" ON "member"."wishlist_items" USING btree ("wishlist_id","added_at","product_id");--> statement-breakpoint
CREATE INDEX "wishlists_of_guests" ON "member"."wishlists" USING btree ("used_at") WHERE guest_id is not null;