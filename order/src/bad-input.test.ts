import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { refusal } from "./testing/said.ts";

const service = await testOrderService();
const { app, db, tokens, goods, shopper } = service;

const stored = () =>
  db.execute(sql`select (select count(*) from "order".carts) + (select count(*) from "order".cart_lines)
    + (select count(*) from "order".checkouts) + (select count(*) from "order".orders)
    + (select count(*) from "order".promotions) + (select count(*) from "order".redemptions)
    + (select count(*) from "order".reviews) + (select count(*) from "order".outbox) as rows`);

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const staff = await tokens.access({
    sub: crypto.randomUUID(),
    scope:
      "member cart promotions:write orders:read orders:write refunds:write reviews:write clients:write",
    roles: ["owner"],
  });
  const routes = await expectBadInputRefused({
    app,
    contract,
    as: {
      public: {},
      client: {},
      bearer: await tokens.guest(),
      member: { authorization: `Bearer ${staff}`, "if-match": '"1"' },
      internal: await tokens.service("order"),
    },
    stored,
  });
  expect(routes).toBeGreaterThan(15);
}, 60_000);

const long = "x".repeat(10_000);
const bowl = await goods.sell();
/** A shopper with a bowl in the cart, and an open checkout. */
const mina = await shopper();
await mina.add(bowl.variant);
const ready = await mina.ready();
const before = await stored();

/** The fields that a refusal names. */
const named = async (reply: Promise<Response>) => {
  const errors = await refusal(reply, 400);
  return [...new Set(errors.map((error) => error.split(" ")[0]))];
};

test("nobody has less than one of a thing, a part of one, or more than 999", async () => {
  const [line] = (await mina.cart()).lines;
  for (const quantity of [0, -1, 1.5, 1000, 1e21, 2 ** 53, "1", null, true]) {
    const body = { variantId: bowl.variant, quantity };
    const added = mina.call("/v1/carts/current/lines", { body });
    expect(await named(added)).toContain("/quantity");
    const path = `/v1/carts/current/lines/${line?.id}`;
    const changed = mina.call(path, { method: "PATCH", body: { quantity } });
    expect(await named(changed)).toContain("/quantity");
  }
  expect((await mina.cart()).units).toBe(1);
});

test("money is of a currency that the shop takes, whole and never less than nothing", async () => {
  for (const currency of ["EUR", "krw", "", "₩", long, 1]) {
    const body = { currency };
    const cart = mina.call("/v1/carts/current", { method: "PATCH", body });
    expect(await named(cart)).toContain("/currency");
  }
  const eur = mina.call("/v1/carts/current", { headers: { "x-currency": "EUR" } });
  expect(await named(eur)).toContain("/x-currency");
  for (const [total, pointer] of [
    [{ amount: -1, currency: "KRW" }, "/total/amount"],
    [{ amount: 0.5, currency: "KRW" }, "/total/amount"],
    [{ amount: 1e300, currency: "KRW" }, "/total/amount"],
    [{ amount: 1, currency: "JPY" }, "/total/currency"],
    [{ currency: "KRW" }, "/total/amount"],
  ] as const) {
    const body = { total, returnUrl: "http://shop.test/" };
    const reply = mina.call(`/v1/checkouts/${ready.id}/completion`, { body });
    expect(await named(reply)).toContain(pointer);
  }
});

test("what an address, an e-mail and a code may hold is bounded, and SQL is only words", async () => {
  const { shippingAddress } = ready;
  const say = (body: object) => mina.call(`/v1/checkouts/${ready.id}`, { method: "PATCH", body });
  for (const bad of [long, "a\u0000b", "a\ud800b", "\u0007", "   "])
    for (const field of ["name", "streetAddress", "postalCode", "addressLocality"]) {
      const reply = say({ shippingAddress: { ...shippingAddress, [field]: bad } });
      expect(await named(reply)).toContain(`/shippingAddress/${field}`);
    }
  for (const bad of [long, `${long}@example.com`, "a\u0000@example.com", "no address", 1])
    expect(await named(say({ email: bad }))).toContain("/email");
  for (const bad of ["'; drop table carts; --", long, "\u0000", "STANDARD"]) {
    expect(await named(say({ shippingMethod: bad }))).toContain("/shippingMethod");
    expect(await named(say({ paymentMethod: bad }))).toContain("/paymentMethod");
  }
  for (const code of ["'; drop table carts; --", long, "\u0000", "x"])
    expect(await named(mina.useCoupon(encodeURIComponent(code)))).toContain("/code");
  expect(await named(say({ surprise: 1 }))).toContain("/surprise");
  const words = 'Robert\'); drop table "order".carts; --';
  const said = await say({ shippingAddress: { ...shippingAddress, name: words } });
  expect(await said.json()).toMatchObject({ shippingAddress: { name: words } });
});

test("a time that the database cannot hold is named", async () => {
  const scope = "promotions:write orders:write clients:write";
  const staff = await tokens.access({ sub: crypto.randomUUID(), scope, roles: ["owner"] });
  const asked = async (path: string, body?: unknown) =>
    app.request(path, {
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      headers: {
        ...{ authorization: `Bearer ${staff}`, "content-type": "application/json" },
        "idempotency-key": crypto.randomUUID(),
      },
    });
  const replays = `/v1/webhook-subscriptions/${crypto.randomUUID()}/replays`;
  for (const time of ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59"]) {
    for (const field of ["from", "to"])
      for (const path of ["/v1/sales/orders", "/v1/order-exports"])
        expect(await named(asked(`${path}?${field}=${time}`))).toEqual([`/${field}`]);
    expect(await named(asked(replays, { since: time }))).toEqual(["/since"]);
    for (const field of ["startsAt", "endsAt"])
      expect(await named(asked("/v1/promotions", { [field]: time }))).toContain(`/${field}`);
  }
  const last = "/v1/order-exports?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z";
  expect((await asked(last)).status).toBe(200);
});

test("a broken key, version or id is named, and changes nothing", async () => {
  for (const key of ["short", long, "a key with spaces in it"])
    expect(await named(mina.add(bowl.variant, 1, { "idempotency-key": key }))).toContain(
      "/idempotency-key",
    );
  for (const tag of ["1", "*", 'W/"1"', '"-1"', '"99999999999"', long])
    expect(await named(mina.add(bowl.variant, 1, { "if-match": tag }))).toContain("/if-match");
  for (const id of ["1", "\u0000", long, "' or 1=1"].map(encodeURIComponent)) {
    expect(await named(mina.change(id, 1))).toContain("/id");
    expect(await named(mina.call(`/v1/checkouts/${id}`))).toContain("/id");
  }
  expect(await named(mina.add("not an id"))).toContain("/variantId");
  expect(await stored()).toEqual(before);
  expect(service.errors).toEqual([]);
});
