import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import { checkouts } from "@jangteo/shared/schema/order/checkouts";
import { orders } from "@jangteo/shared/schema/order/orders";
import { reviews } from "@jangteo/shared/schema/order/reviews";
import { and, asc, eq, isNull } from "drizzle-orm";

import { findCart } from "./cart-rows.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Order, OrderExport } from "./contract.ts";
import { showCart } from "./priced-carts.ts";
import { toOwn } from "./reviews.ts";
import { findOrder } from "./shown-orders.ts";

type Asked = { member: string; language: Language; now: Date };

const cartOf = async (db: Db, catalogue: Catalogue, { member, language, now }: Asked) => {
  const stored = await findCart(db, member);
  if (!stored) return null;
  const offers = await catalogue.offersAtHand(stored.lines.map(({ variantId }) => variantId));
  return showCart(db, stored, offers, { language, checkoutId: null, now });
};

/** What a member takes along of their purchases; one order after another, so that it holds up nobody. */
export const exportPurchases = async (
  db: Db,
  catalogue: Catalogue,
  asked: Asked,
): Promise<OrderExport> => {
  const { member, language, now } = asked;
  const ids = await db
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.owner, member))
    .orderBy(asc(orders.id));
  const told: Order[] = [];
  for (const { id } of ids) told.push(await findOrder(db, id, member, { language, now }));
  const typed = await db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.owner, member), isNull(checkouts.orderId)))
    .orderBy(asc(checkouts.id));
  const said = await db.select().from(reviews).where(eq(reviews.author, member));
  return {
    exportedAt: now.toISOString(),
    orders: told,
    cart: await cartOf(db, catalogue, asked),
    checkouts: typed.map(({ id, email, shippingAddress, createdAt }) => ({
      ...{ id, email, shippingAddress, createdAt: createdAt.toISOString() },
    })),
    reviews: said.map((row) => ({
      ...{ ...toOwn(row), productId: row.productId, product: row.product.name[language] },
    })),
  };
};
