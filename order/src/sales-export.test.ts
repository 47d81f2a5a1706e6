import { expect, test } from "bun:test";

import { connect } from "@jangteo/shared/database";

import { exportSales } from "./sales-export.ts";
import { testOrderService } from "./testing.ts";
import { testSales } from "./testing/sales.ts";

const service = await testOrderService();
const { app } = service;
const { bearerOf, bought, deliver, act, read } = await testSales(service);

const exported = async (query = "", token?: string) => {
  const authorization = `Bearer ${token ?? (await bearerOf("orders:write"))}`;
  return app.request(`/v1/order-exports${query}`, { headers: { authorization } });
};
const rowsOf = async (reply: Response) => {
  const [header = "", ...lines] = (await reply.text()).trimEnd().split("\r\n");
  const names = header.replace("\uFEFF", "").split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
};

test("the books get every order of the list's filters, the newest first, in won", async () => {
  const first = await bought({ units: 2, won: 38_000 });
  const { placedAt } = await read(first.id);
  const second = await bought({ units: 1, won: 12_000 });
  await deliver(second.id, second.line, 1);
  await act(`/${second.id}/refunds`, { amount: 2000, reason: "Chipped" });
  const reply = await exported();
  expect(reply.headers.get("content-disposition")).toContain("orders.csv");
  const rows = await rowsOf(reply);
  const [newest, oldest] = await Promise.all([read(second.id), read(first.id)]);
  expect(rows).toMatchObject([
    {
      ...{ number: newest.number, state: "completed", fulfilment_state: "delivered", units: "1" },
      ...{ currency: "KRW", subtotal: "12000", refunded: "2000", payment_id: newest.payment.id },
    },
    { number: oldest.number, subtotal: "76000", email: oldest.email, placed_at: placedAt },
  ]);
  const narrowed = async (query: string) =>
    (await rowsOf(await exported(query))).map(({ number }) => number);
  expect(await narrowed("?state=completed")).toEqual([newest.number]);
  expect(await narrowed(`?q=${oldest.number}`)).toEqual([oldest.number]);
  expect(await narrowed("?from=2100-01-01T00:00:00Z")).toEqual([]);
});

test("only staff of orders export them, and a filter that makes no sense is named", async () => {
  expect((await exported("", await bearerOf("catalogue:write"))).status).toBe(403);
  expect((await app.request("/v1/order-exports")).status).toBe(401);
  const wrong = await exported("?state=lost");
  expect([wrong.status, await wrong.json()]).toMatchObject([
    400,
    { errors: [{ pointer: "/state" }] },
  ]);
});

test("an export that cannot be read is no file of a header alone", async () => {
  const away = connect("postgres://nobody@127.0.0.1:1/away");
  await away.$client.end();
  const answer = exportSales(away, {}).then(
    () => "a file",
    () => "a failure",
  );
  expect(await answer).toBe("a failure");
});

test("staff read of each event who did it and what money it was about", async () => {
  const { id, line } = await bought({ units: 1, won: 12_000 });
  await deliver(id, line, 1);
  await act(`/${id}/refunds`, { amount: 2000, reason: "Chipped" });
  const { events, totals } = await read(id);
  expect(events.map(({ type, by, amount }) => [type, by, amount?.amount ?? null])).toEqual([
    ["placed", "shopper", totals.total.amount],
    ["paid", "shop", totals.total.amount],
    ["shipped", "staff", null],
    ["delivered", "staff", null],
    ["completed", "staff", null],
    ["refunded", "staff", 2000],
  ]);
});
