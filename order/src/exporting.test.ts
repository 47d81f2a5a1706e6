import { expect, test } from "bun:test";

import type { OrderExport } from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { testSales } from "./testing/sales.ts";

const service = await testOrderService();
const sales = await testSales(service);

const exportOf = async (bearer: string) =>
  service.app.request("/v1/orders/export", { headers: { authorization: `Bearer ${bearer}` } });
const tokenOf = (sub: string) => service.tokens.access({ sub, scope: "cart member" });

test("a member takes along orders, cart, what was typed and what was said, and nothing of anybody else", async () => {
  const member = crypto.randomUUID();
  const { id, line, guest, variant } = await sales.bought({ units: 1, member });
  const other = await sales.bought({ units: 1, member: crypto.randomUUID() });
  await sales.deliver(id, line, 1);
  const [bought] = (await guest.order(id)).lines;
  const path = `/v1/reviews/own/${bought?.productId}`;
  const text = "It is lighter than it looks.";
  const body = { rating: 5, text, authorName: "Mina", language: "en" };
  expect((await guest.call(path, { method: "PUT", body })).status).toBe(200);
  await guest.add(variant, 1);
  await guest.ready({ email: "typed@example.com" });
  const reply = await exportOf(await tokenOf(member));
  expect(reply.status).toBe(200);
  const told = (await reply.json()) as OrderExport;
  expect(told).toMatchObject({
    orders: [{ id, state: "completed", email: "mina@example.com" }],
    cart: { units: 1 },
    checkouts: [{ email: "typed@example.com", shippingAddress: { name: "김민아" } }],
    reviews: [{ productId: bought?.productId, text }],
  });
  expect(JSON.stringify(told)).not.toContain(other.id);
  expect(service.errors).toEqual([]);
}, 60_000);

test("it is for members, and holds nothing of somebody who bought nothing", async () => {
  const sub = crypto.randomUUID();
  expect((await exportOf(await tokenOf(`guest:${sub}`))).status).toBe(403);
  const told = (await (await exportOf(await tokenOf(sub))).json()) as OrderExport;
  expect(told).toMatchObject({ orders: [], cart: null, checkouts: [], reviews: [] });
});
