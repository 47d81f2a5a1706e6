import type { Conditions, promotions } from "@jangteo/shared/schema/order/pricing";

import type { Promotion } from "../pricing/discounts.ts";
import type { Question, UnpricedLine } from "../pricing/types.ts";

export const anything: Conditions = {
  subtotal: {},
  products: [],
  categories: [],
  collections: [],
  membersOnly: false,
  firstOrder: false,
};

const both = (words: string) => ({ ko: `${words} (한글)`, en: words });
export const newCode = () => `C-${crypto.randomUUID().slice(0, 18).toUpperCase()}`;

/** Ten percent off everything with a code of its own, for ever, together with others. */
export const promotionRow = (
  change: Partial<typeof promotions.$inferInsert> = {},
): typeof promotions.$inferInsert => ({
  code: newCode(),
  name: both("Ten percent"),
  gift: { kind: "percentage", rate: 1000 },
  conditions: anything,
  startsAt: new Date(0),
  ...change,
});

export const promotion = (change: Partial<Promotion> = {}): Promotion => ({
  id: crypto.randomUUID(),
  code: null,
  name: both("Ten percent"),
  gift: { kind: "percentage", rate: 1000 },
  conditions: anything,
  startsAt: new Date(0),
  endsAt: null,
  stacking: "combinable",
  priority: 0,
  cap: null,
  capPerOwner: null,
  used: 0,
  ...change,
});

type NewLine = Partial<Omit<UnpricedLine, "item">> & { item?: Partial<UnpricedLine["item"]> };

export const line = ({ item, ...change }: NewLine = {}): UnpricedLine => ({
  id: crypto.randomUUID(),
  quantity: 1,
  unitAmount: 10_000,
  listAmount: null,
  item: {
    variantId: crypto.randomUUID(),
    productId: crypto.randomUUID(),
    slug: "bowl",
    sku: "BOWL",
    name: both("Bowl"),
    options: [],
    categories: ["bowls"],
    collections: [],
    picture: null,
    weight: 300,
    ...item,
  },
  ...change,
});

export const addressIn = (addressCountry: string) => ({
  name: "김민아",
  telephone: "010-1234-5678",
  addressCountry,
  postalCode: "04524",
  addressRegion: null,
  addressLocality: null,
  streetAddress: "세종대로 110",
  extendedAddress: null,
});

export const question = (change: Partial<Question> = {}): Question => ({
  lines: [line()],
  currency: "KRW",
  coupons: [],
  owner: crypto.randomUUID(),
  address: null,
  shippingMethod: null,
  now: new Date(),
  ...change,
});
