import type { Db } from "@jangteo/shared/database";
import { uuidv7 } from "@jangteo/shared/id";
import { orderEvents, orderLines, orders } from "@jangteo/shared/schema/order/orders";

type Fields = Partial<typeof orders.$inferInsert>;

const words = (ko: string, en: string) => ({ ko, en });

/** An order that was placed, as the service would have written it: two bowls and their delivery. */
export const book = async (db: Db, fields: Fields = {}) => {
  const owner = `guest:${crypto.randomUUID()}`;
  const written = {
    ...{ id: uuidv7(), number: 2_000_000 + Math.trunc(Math.random() * 7_000_000_000) },
    ...{ checkoutId: uuidv7(), owner },
    ...{ email: `${crypto.randomUUID()}@example.com`, language: "en", currency: "KRW" },
    ...{ state: "confirmed", subtotal: 76_000, discount: 0, shipping: 3000, tax: 7182 },
    ...{ taxIncluded: true, total: 79_000, captured: 79_000, units: 2 },
    shippingAddress: {
      ...{ name: "Mina Kim", telephone: "010-1234-5678", addressCountry: "KR" },
      ...{ postalCode: "04524", addressRegion: null, addressLocality: "Seoul" },
      ...{ streetAddress: "110 Sejong-daero", extendedAddress: null },
    },
    shippingMethod: { code: "standard", name: words("택배", "Standard") },
    ...{ paymentId: uuidv7(), paymentMethod: "card", paymentState: "captured" },
    placedBy: fields.owner ?? owner,
    ...fields,
  } satisfies typeof orders.$inferInsert;
  const [order] = await db.insert(orders).values(written).returning();
  if (!order) throw new Error("insert returned no row");
  const item = {
    ...{ variantId: uuidv7(), productId: uuidv7(), slug: "moon-bowl", sku: "BOWL-1" },
    name: words("달 <다완>", "Moon <bowl>"),
    options: [{ name: words("색", "Colour"), value: words("백자", "White") }],
    ...{ categories: [], collections: [], picture: null, weight: 400 },
  };
  await db.insert(orderLines).values({
    ...{ orderId: order.id, position: 0, variantId: item.variantId, item, quantity: 2 },
    ...{ unitAmount: 38_000, listAmount: null, discount: 0, tax: 6909, total: 76_000 },
  });
  await db
    .insert(orderEvents)
    .values({ orderId: order.id, type: "placed", actor: order.owner, detail: {} });
  return order;
};
