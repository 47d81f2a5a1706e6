import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "@hono/zod-openapi";
import { admin } from "@jangteo/shared/testing/postgres";

import { recover } from "./background.ts";
import type { Checkout } from "./contract.ts";
import { forgetIdleCarts } from "./idle-carts.ts";
import { keepPromises } from "./merging.ts";
import { forgetRules } from "./pricing/rules.ts";
import { statementsOf, testOrderService, type Statement } from "./testing.ts";

const now = new Date();
/** What is believed for some seconds is believed throughout: how many statements there are must not hang on the time. */
const service = await testOrderService({ clock: () => now });
const { db, goods, orders, saga, shopper } = service;
const member = crypto.randomUUID();
const history = readFileSync(join(import.meta.dir, "testing/history.sql"), "utf8");
await admin(orders.adminUrl, async (owner) => {
  await owner.begin(async (tx) => {
    await tx`select set_config('history.from', '1', true), set_config('history.to', '20000', true),
      set_config('history.member', ${member}, true)`;
    await tx.unsafe(history);
  });
  await owner.unsafe("vacuum analyze");
});
const bowls = await Promise.all(Array.from({ length: 4 }, () => goods.sell({ units: 50 })));
const [first = "", ...others] = bowls.map(({ variant }) => variant);

const isWork = ({ text }: Statement) => /^\s*(with|select|insert|update|delete)\b/i.test(text);
const workOf = async (work: () => Promise<unknown>) =>
  (await statementsOf(db, work)).filter(isWork);

const Plan = z.looseObject({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  get Plans() {
    return z.array(Plan).optional();
  },
});
type Plan = z.infer<typeof Plan>;
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
/** Twenty thousand rows each, or more: everything that grows with what is sold. */
const big = [
  ...["carts", "cart_lines", "checkouts", "orders", "order_lines", "order_taxes"],
  ...["order_events", "idempotency"],
];

/** Which growing tables a statement reads whole, with its values and, once prepared, with any. */
const scannedWhole = async ({ text, parameters }: Statement) => [
  ...(await scannedBy(`explain (format json) ${text}`, parameters)),
  ...(await scannedBy(`explain (generic_plan, format json) ${text}`, [])),
];
const scannedBy = async (text: string, parameters: unknown[]) => {
  const rows = await db.$client.unsafe(text, parameters as string[]);
  const [row] = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan })) })).parse([...rows]);
  const nodes = (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => nodesOf(plan));
  return nodes
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"] ?? "")
    .filter((name) => big.includes(name));
};
const expectNoneScanned = async (statements: Statement[]) => {
  for (const statement of statements)
    expect([statement.text, await scannedWhole(statement)]).toEqual([statement.text, []]);
};

test("what a guest puts into a cart takes four statements, into a full one as into none", async () => {
  const warm = await shopper();
  for (const variant of [first, ...others]) await warm.add(variant);
  const guest = await shopper();
  const none = await workOf(() => guest.add(first));
  for (const variant of others) await guest.add(variant);
  const full = await workOf(() => guest.add(first));
  expect((await guest.cart()).units).toBe(5);
  expect(none.length).toBeLessThanOrEqual(4);
  expect(full.length).toBeLessThanOrEqual(4);
  const read = await workOf(guest.cart);
  expect(read.length).toBeLessThanOrEqual(1);
  await expectNoneScanned([...none, ...full, ...read]);
});

test("a purchase takes as many statements for four lines as for one, and reads nothing whole that grows", async () => {
  const buy = async (variants: string[]) => {
    const guest = await shopper();
    for (const variant of variants) await guest.add(variant);
    const asked = await workOf(() => guest.ready());
    // Another process may have read the rules a moment ago, or not.
    forgetRules(db);
    const ready = await guest.ready();
    const begun = { checkout: ready };
    const agreed = await workOf(async () => {
      begun.checkout = await guest.read<Checkout>(guest.complete(ready));
    });
    await guest.pay(begun.checkout);
    const paid = await workOf(async () => {
      begun.checkout = await guest.read<Checkout>(guest.complete(begun.checkout));
    });
    const { order } = begun.checkout;
    const read = await workOf(() => guest.order(order?.id ?? ""));
    expect((await guest.order(order?.id ?? "")).lines).toHaveLength(variants.length);
    return { asked, agreed, paid, read };
  };
  const one = await buy([first]);
  const four = await buy([first, ...others]);
  const countsOf = ({ asked, agreed, paid, read }: typeof one) =>
    [asked, agreed, paid, read].map(({ length }) => length);
  expect(countsOf(four)).toEqual(countsOf(one));
  const [asked = 0, agreed = 0, paid = 0, read = 0] = countsOf(four);
  expect(asked).toBeLessThanOrEqual(11);
  expect(agreed + paid).toBeLessThanOrEqual(17);
  expect(read).toBeLessThanOrEqual(7);
  await expectNoneScanned(Object.values(four).flat());
  expect(service.errors).toEqual([]);
}, 60_000);

test("a member with two hundred orders reads a page of them in one statement, by an index", async () => {
  const regular = await shopper(member);
  type Page = { items: unknown[]; next: string | null };
  const pages: Page[] = [];
  const read = await workOf(async () => {
    const page = await regular.read<Page>(regular.call("/v1/orders?limit=20"));
    pages.push(page, await regular.read<Page>(regular.call(`/v1/orders?after=${page.next}`)));
  });
  expect(pages.map(({ items }) => items.length)).toEqual([20, 20]);
  expect(read).toHaveLength(2);
  await expectNoneScanned(read);
});

test("what is done in the background looks through nothing whole", async () => {
  const done = await workOf(async () => {
    await recover(db, saga, now);
    await keepPromises(db, now);
    await forgetIdleCarts(db, now);
  });
  expect(done.length).toBeGreaterThan(2);
  await expectNoneScanned(done);
});
