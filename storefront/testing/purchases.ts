import { afterAll } from "bun:test";

import type { Checkout, Order } from "@jangteo/order/contract";

const won = (amount: number) => ({ amount, currency: "KRW" as const });
const address = {
  name: "김서연",
  telephone: "010-2345-6789",
  addressCountry: "KR",
  postalCode: "03045",
  addressRegion: null,
  addressLocality: null,
  streetAddress: "서울 종로구 자하문로 24길 7",
  extendedAddress: null,
};
const buyer = {
  id: "01990f4e-8c1e-7aa3-9f7e-0d9a3f0c2b11",
  email: "seoyeon@example.com",
  name: "김서연",
  language: "ko",
  telephone: "010-2345-6789",
  roles: [],
  createdAt: "2026-01-01T00:00:00.000Z",
};
const line = {
  id: crypto.randomUUID(),
  variantId: crypto.randomUUID(),
  productId: crypto.randomUUID(),
  slug: "celadon-tea-bowl",
  sku: "TB-CE",
  name: "청자 다완",
  options: [{ name: "유약", value: "비색" }],
  picture: null,
  quantity: 2,
  unitPrice: won(38_000),
  listPrice: null,
  discounts: [],
  total: won(76_000),
};
const ways = [
  { code: "parcel", name: "보통 택배", price: won(3000), days: { min: 2, max: 3 } },
  { code: "by-hand", name: "손으로 전해 드림", price: won(9000), days: { min: 1, max: 1 } },
];
const methods = [
  { code: "card", provider: "sandbox", name: "카드", currencies: ["KRW", "USD"] },
  { code: "transfer", provider: "sandbox", name: "계좌 이체", currencies: ["KRW"] },
];

const problem = (status: number, code: string) =>
  Response.json(
    { type: "about:blank", title: "No", status, code, requestId: "r", traceId: "t" },
    { status, headers: { "content-type": "application/problem+json" } },
  );

const newCheckout = (last?: Checkout): Checkout => ({
  id: crypto.randomUUID(),
  version: 1,
  state: "open",
  missing: [],
  currency: "KRW",
  email: last?.email ?? null,
  language: "ko",
  shippingAddress: last?.shippingAddress ?? null,
  shippingMethods: [],
  shippingMethod: last?.shippingMethod ?? null,
  paymentMethod: last?.paymentMethod ?? null,
  lines: [line],
  coupons: [],
  totals: {
    subtotal: won(76_000),
    discount: won(0),
    shipping: null,
    tax: won(6909),
    taxIncluded: true,
    total: won(76_000),
  },
  nextAction: null,
  failure: null,
  order: null,
  stale: false,
});

/** What the API says of a checkout: what it lacks and what it comes to. */
const shown = (checkout: Checkout, raise: number): Checkout => {
  const { email, shippingAddress, shippingMethod, paymentMethod } = checkout;
  const way = ways.find(({ code }) => code === shippingMethod);
  const said = { email, shippingAddress, shippingMethod, paymentMethod };
  const names = ["email", "shippingAddress", "shippingMethod", "paymentMethod"] as const;
  const shipping = way ? way.price : null;
  const total = won(76_000 + raise + (shipping?.amount ?? 0));
  return {
    ...checkout,
    missing: names.filter((name) => said[name] === null),
    shippingMethods: shippingAddress ? ways : [],
    totals: { ...checkout.totals, shipping, total },
  };
};

/** A gateway, and a provider's page elsewhere, that can be told what becomes of a purchase. */
export const standInPurchases = () => {
  const state = {
    checkouts: [] as Checkout[],
    orders: [] as Order[],
    /** Won that everything costs more than before. */
    raise: 0,
    inCart: true,
    /** Requests that change something, with their keys. */
    asked: [] as { asks: string; key: string; body: unknown }[],
    paid: "no" as "no" | "yes" | "declined" | "late",
    soldOut: false,
  };
  const provider = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: () =>
      new Response("<!doctype html><title>Pay here</title><h1>Pay here</h1>", {
        headers: { "content-type": "text/html" },
      }),
  });
  afterAll(() => provider.stop(true));
  const providerUrl = `http://127.0.0.1:${provider.port}`;

  const orderOf = ({ email, lines, totals, shippingAddress }: Checkout): Order => ({
    id: crypto.randomUUID(),
    number: `JT-000${1000 + state.orders.length}`,
    version: 1,
    state: "confirmed",
    paymentState: "captured",
    fulfilmentState: "unfulfilled",
    currency: "KRW",
    email: email ?? "",
    lines: lines.map((one) => ({ ...one, tax: won(6909), shipped: 0, returned: 0, returnable: 0 })),
    totals,
    shippingAddress: shippingAddress ?? address,
    shippingMethod: { code: "parcel", name: "보통 택배" },
    payment: {
      id: crypto.randomUUID(),
      method: "card",
      instrument: { brand: "visa", last4: "4242" },
      captured: totals.total,
      refunded: won(0),
    },
    events: [
      { type: "placed", at: "2026-11-22T02:04:00.000Z", detail: null },
      { type: "paid", at: "2026-11-22T02:05:00.000Z", detail: null },
    ],
    fulfilments: [],
    returns: [],
    can: [],
    placedAt: "2026-11-22T02:04:00.000Z",
  });

  /** What comes of asking for completion, once more or for the first time. */
  const complete = (checkout: Checkout, total: number) => {
    const now = shown(checkout, state.raise);
    if (checkout.state === "open") {
      if (now.totals.total.amount !== total) return problem(409, "conflict");
      if (state.soldOut) return problem(409, "conflict");
      const url = `${providerUrl}/pay?session=${checkout.id}`;
      Object.assign(checkout, now, {
        state: "requires_action",
        nextAction: { type: "redirect", url },
      });
    } else if (checkout.state === "requires_action" || checkout.state === "processing") {
      if (state.paid === "late") Object.assign(checkout, { state: "processing", nextAction: null });
      if (state.paid === "declined")
        Object.assign(checkout, {
          state: "failed",
          nextAction: null,
          failure: { code: "payment_declined", detail: "insufficient_funds" },
        });
      if (state.paid === "yes") {
        const order = orderOf(checkout);
        state.orders.push(order);
        state.inCart = false;
        const { id, number } = order;
        Object.assign(checkout, { state: "completed", nextAction: null, order: { id, number } });
      }
    }
    const isDecided = checkout.state === "completed" || checkout.state === "failed";
    return Response.json(checkout, { status: isDecided ? 200 : 202 });
  };

  const cart = () => ({
    id: crypto.randomUUID(),
    version: 1,
    currency: "KRW",
    lines: state.inCart
      ? [
          {
            ...line,
            available: state.soldOut ? 0 : 5,
            problem: state.soldOut ? "sold_out" : null,
            addedPrice: won(38_000),
          },
        ]
      : [],
    units: state.inCart ? 2 : 0,
    coupons: [],
    totals: newCheckout().totals,
    checkoutId: null,
    stale: false,
  });
  return {
    ...{ state, providerUrl, buyer, address, methods },
    ...{ problem, newCheckout, shown, complete, cart },
  };
};
