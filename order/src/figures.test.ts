import { expect, test } from "bun:test";

import type { SalesFigures } from "./contract.ts";
import { testOrderService } from "./testing.ts";
import { book } from "./testing/booked.ts";
import { refusal } from "./testing/said.ts";
import { testSales } from "./testing/sales.ts";

const clock = { now: new Date("2026-03-29T01:30:00Z") };
const service = await testOrderService({ clock: () => clock.now });
const { app, db } = service;
const sales = await testSales({ ...service });
const bearer = await sales.bearerOf("orders:write");

const ask = async (search: string, token = bearer) =>
  app.request(`/v1/sales/figures?${search}`, { headers: { authorization: `Bearer ${token}` } });
const figures = async (search: string) => (await (await ask(search)).json()) as SalesFigures;

const placed = (at: string, fields: Parameters<typeof book>[1] = {}) =>
  book(db, { placedAt: new Date(at), ...fields });

test("a day is a day where the shop is, and cancelled orders and other currencies are not in it", async () => {
  await placed("2026-03-28T14:59:59Z"); // the 28th in Seoul
  await placed("2026-03-28T15:00:00Z"); // the 29th
  await placed("2026-03-29T01:00:00Z", { state: "completed" });
  await placed("2026-03-29T01:10:00Z", { state: "cancelled" });
  await placed("2026-03-29T01:20:00Z", { currency: "USD" });
  await placed("2026-03-25T03:00:00Z"); // the day before the two before
  const won = (amount: number) => ({ amount, currency: "KRW" });
  expect(await figures("days=2")).toMatchObject({
    days: [
      { date: "2026-03-28", orders: 1, total: won(79_000) },
      { date: "2026-03-29", orders: 2, total: won(158_000) },
    ],
    before: [
      { date: "2026-03-26", orders: 0, total: won(0) },
      { date: "2026-03-27", orders: 0, total: won(0) },
    ],
    toShip: 4,
    openReturns: 0,
  });
  const { days, before } = await figures("days=4&timeZone=UTC");
  expect(days.map(({ orders }) => orders)).toEqual([0, 0, 2, 1]);
  expect(before.at(-1)).toMatchObject({ date: "2026-03-25", orders: 1 });
  const dollars = await figures("days=1&currency=USD&timeZone=Europe/Berlin");
  expect(dollars.days).toEqual([
    { date: "2026-03-29", orders: 1, total: { amount: 79_000, currency: "USD" } },
  ]);
});

test("a day that is an hour short, and a year's end, are days like others", async () => {
  await placed("2026-03-28T23:30:00Z", { currency: "USD" }); // 00:30 in Berlin, before clocks go on
  await placed("2025-12-31T14:59:00Z", { currency: "USD" });
  clock.now = new Date("2026-03-30T01:30:00Z");
  const berlin = await figures("days=2&currency=USD&timeZone=Europe/Berlin");
  expect(berlin.days.map(({ date, orders }) => [date, orders])).toEqual([
    ["2026-03-29", 2],
    ["2026-03-30", 0],
  ]);
  clock.now = new Date("2026-01-01T01:00:00Z");
  const { days } = await figures("days=2&currency=USD");
  expect(days.map(({ date, orders }) => [date, orders])).toEqual([
    ["2025-12-31", 1],
    ["2026-01-01", 0],
  ]);
  clock.now = new Date("2026-03-29T01:30:00Z");
});

test("what makes no sense is named, and shoppers see nothing", async () => {
  const named = async (search: string) => (await refusal(ask(search), 400)).join();
  expect(await named("days=0")).toContain("/days");
  expect(await named("days=93")).toContain("/days");
  expect(await named("currency=EUR")).toContain("/currency");
  for (const zone of ["Mars/Olympus", "Asia/Seoul'; drop table x", "UTC+25", ""])
    expect(await named(`timeZone=${encodeURIComponent(zone)}`)).toContain("/timeZone");
  expect(await named("week=1")).not.toBe("");
  expect((await ask("", await sales.bearerOf("reviews:write"))).status).toBe(403);
});

test("a return that waits is counted, and found in the list of orders", async () => {
  const { id, line, guest } = await sales.bought({ units: 2 });
  await sales.deliver(id, line, 2);
  const before = await figures("");
  const { path } = await sales.ask(guest, id, line, 1);
  expect((await figures("")).openReturns).toBe(before.openReturns + 1);
  type List = { items: { id: string }[] };
  const open = async () => {
    const { items } = (await (await sales.call("?returns=open")).json()) as List;
    return items.map((one) => one.id);
  };
  expect(await open()).toContain(id);
  await sales.act(`${path}/rejection`, { note: "It was used" });
  expect(await open()).not.toContain(id);
  expect((await figures("")).openReturns).toBe(before.openReturns);
}, 60_000);
