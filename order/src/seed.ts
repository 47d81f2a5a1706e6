import { z } from "@hono/zod-openapi";
import { connect, type Db } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import { promotions } from "@jangteo/shared/schema/order/pricing";

const conditions = {
  ...{ subtotal: {}, products: [], categories: [], collections: [] },
  ...{ membersOnly: false, firstOrder: false },
};

/** Coupons of the demo shop. What it ships by, and its taxes, come with the tables. */
const demo: (typeof promotions.$inferInsert)[] = [
  {
    code: "WELCOME10",
    name: { ko: "환영 쿠폰 10% 할인", en: "10% off to welcome you" },
    gift: { kind: "percentage", rate: 1000 },
    conditions,
    capPerOwner: 1,
  },
  {
    code: "FREESHIP",
    name: { ko: "일반 배송비 무료", en: "Free standard delivery" },
    gift: { kind: "free_shipping", methods: ["standard"] },
    conditions: { ...conditions, subtotal: { KRW: 30_000, USD: 2500 } },
  },
];

/** Adds what is not there yet, and changes nothing that is. */
export const seed = async (db: Db) => {
  await db.insert(promotions).values(demo).onConflictDoNothing();
};

const seedShop = async (url: string) => {
  const db = connect(url, { max: 1 });
  try {
    await seed(db);
  } finally {
    await db.$client.end();
  }
};

if (import.meta.main) await seedShop(readEnv(z.object({ DATABASE_URL: z.url() })).DATABASE_URL);
