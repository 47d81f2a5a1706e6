import { expect, test } from "bun:test";

import { systemClock } from "@jangteo/shared/clock";
import { createOnce } from "@jangteo/shared/idempotency";
import { protect } from "@jangteo/shared/protect";
import { promotions } from "@jangteo/shared/schema/order/pricing";
import { idempotency } from "@jangteo/shared/schema/order/schema";
import { createService } from "@jangteo/shared/service";
import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { sql } from "drizzle-orm";

import type { Promotion } from "./contract.ts";
import * as contract from "./contract/promotions.ts";
import { redeem } from "./pricing/redemptions.ts";
import { priceCart } from "./pricing/rules.ts";
import { promotionRoutes } from "./routes/promotions.ts";
import { seed } from "./seed.ts";
import { anything, newCode, question } from "./testing/promotions.ts";

const { db } = await testDatabase("order");
const tokens = await testTokens();
const about = { name: "order", description: "Promotions" };
const app = createService({ ...about, checks: {} });
protect(app, "order", contract, tokens.rules);
const secret = "a secret of the tests, long enough";
promotionRoutes(app, { db, clock: systemClock, ...createOnce({ db, table: idempotency, secret }) });

const staffToken = await tokens.access({
  ...{ sub: crypto.randomUUID(), scope: "promotions:write", roles: ["manager"], acr: "2" },
});
const asStaff = { authorization: `Bearer ${staffToken}` };
const send = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) =>
  app.request(path, {
    method,
    headers: {
      ...{ "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
      ...asStaff,
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const both = (words: string) => ({ ko: `${words} (한글)`, en: words });
const ten = { name: both("Ten percent"), gift: { kind: "percentage", rate: 1000 } };
const read = async (reply: Response) => (await reply.json()) as Promotion;
const add = async (fields = {}) =>
  read(await send("POST", "/v1/promotions", { ...ten, code: newCode(), ...fields }));
const change = ({ id, version }: Pick<Promotion, "id" | "version">, fields: unknown) =>
  send("PATCH", `/v1/promotions/${id}`, fields, { "if-match": `"${version}"` });
const discountWith = async (code: string | null) =>
  (await priceCart(db, question({ coupons: code === null ? [] : [code] }))).discount;

test("a coupon that staff add counts in the next cart, until they end it", async () => {
  const code = newCode().toLowerCase();
  expect(await discountWith(code)).toBe(0);
  const reply = await send("POST", "/v1/promotions", { ...ten, code });
  expect([reply.status, reply.headers.get("etag")]).toEqual([201, '"1"']);
  const added = await read(reply);
  expect(added).toMatchObject({
    ...ten,
    ...{ code: code.toUpperCase(), state: "running", used: 0, stacking: "combinable" },
    conditions: { subtotal: {}, products: [], membersOnly: false },
  });
  expect(await discountWith(code)).toBe(1000);
  const ended = await read(await change(added, { endsAt: new Date().toISOString() }));
  expect(ended).toMatchObject({ state: "ended", version: 2 });
  expect(await discountWith(code)).toBe(0);
  const shown = await send("GET", `/v1/promotions/${added.id}`);
  expect([shown.status, shown.headers.get("etag")]).toEqual([200, '"2"']);
  expect(await read(shown)).toEqual(ended);
});

test("who has not seen the last change cannot overwrite it", async () => {
  const added = await add();
  expect((await change(added, { priority: 3 })).status).toBe(200);
  expect((await change(added, { priority: 4 })).status).toBe(412);
  const blind = await send("PATCH", `/v1/promotions/${added.id}`, { priority: 5 });
  expect(blind.status).toBe(400);
  expect(await read(await send("GET", `/v1/promotions/${added.id}`))).toMatchObject({
    ...{ priority: 3, version: 2, code: added.code },
  });
  expect((await change({ id: crypto.randomUUID(), version: 1 }, {})).status).toBe(404);
  expect((await send("GET", `/v1/promotions/${crypto.randomUUID()}`)).status).toBe(404);
});

test("asked for at once under one key, a promotion is added once; its code is nobody else's", async () => {
  const body = { ...ten, code: newCode() };
  const key = { "idempotency-key": crypto.randomUUID() };
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => send("POST", "/v1/promotions", body, key)),
  );
  for (const { status } of replies) expect([201, 409]).toContain(status);
  expect((await send("POST", "/v1/promotions", body, key)).status).toBe(201);
  const lower = { ...body, code: body.code.toLowerCase() };
  expect((await send("POST", "/v1/promotions", lower)).status).toBe(409);
  expect((await change(await add(), { code: body.code })).status).toBe(409);
  const other = { ...body, priority: 1 };
  expect((await send("POST", "/v1/promotions", other, key)).status).toBe(422);
});

test("what is wrong with a promotion is named where it stands", async () => {
  const added = await add({ startsAt: "2026-01-01T00:00:00Z" });
  const held = { checkoutId: crypto.randomUUID(), owner: "mina", promotions: [added.id] };
  await redeem(db, { ...held, now: new Date() });
  await redeem(db, { ...held, checkoutId: crypto.randomUUID(), now: new Date() });
  const wrong: [unknown, string][] = [
    [{ endsAt: "2025-12-31T23:59:59Z" }, "/endsAt"],
    [{ cap: 1 }, "/cap"],
    [{ gift: { kind: "percentage", rate: 10_001 } }, "/gift/rate"],
    [{ gift: { kind: "cashback" } }, "/gift/kind"],
    [{ gift: { kind: "amount", amounts: { EUR: 1 } } }, "/gift/amounts/EUR"],
    [{ conditions: { ...anything, categories: ["No Slug"] } }, "/conditions/categories/0"],
    [{ name: { ko: "이름만" } }, "/name/en"],
    [{ code: "a b" }, "/code"],
    [{ capPerOwner: 0 }, "/capPerOwner"],
    [{ used: 0 }, "/used"],
  ];
  for (const [fields, pointer] of wrong) {
    const reply = await change(added, fields);
    expect([reply.status, await reply.json()]).toMatchObject([400, { errors: [{ pointer }] }]);
  }
  expect(await read(await change(added, { cap: 2 }))).toMatchObject({ cap: 2, used: 2 });
});

test("staff find promotions by a part of the name or code and by whether they run, page by page", async () => {
  const word = newCode();
  const soon = new Date(Date.now() + 60_000).toISOString();
  const past = new Date(Date.now() - 60_000).toISOString();
  const running = await add({ code: `${word}-A`, endsAt: soon });
  const coming = await add({ name: both(`Of ${word}`), startsAt: soon });
  const ended = await add({ code: `${word}-C`, startsAt: past, endsAt: past });
  const find = async (query: string) => {
    const reply = await send("GET", `/v1/promotions?q=${word.toLowerCase()}${query}`);
    const { items, next } = (await reply.json()) as { items: Promotion[]; next: string | null };
    return { ids: items.map(({ id }) => id), next };
  };
  expect((await find("")).ids).toEqual([ended.id, coming.id, running.id]);
  expect((await find("&state=running")).ids).toEqual([running.id]);
  expect((await find("&state=coming")).ids).toEqual([coming.id]);
  expect((await find("&state=ended")).ids).toEqual([ended.id]);
  const first = await find("&limit=2");
  expect(first.ids).toEqual([ended.id, coming.id]);
  expect(await find(`&limit=2&after=${first.next}`)).toEqual({ ids: [running.id], next: null });
});

test("shoppers, guests and staff without the scope neither read nor change promotions", async () => {
  const other = await tokens.access({ sub: "x", scope: "catalogue:write", roles: ["manager"] });
  const as = [
    { authorization: "" },
    await tokens.guest(),
    await tokens.member(),
    { authorization: `Bearer ${other}` },
  ];
  for (const [at, who] of as.entries())
    for (const [method, body] of [["GET"], ["POST", ten]] as const) {
      const { status } = await send(method, "/v1/promotions", body, who);
      expect(status).toBe(at === 0 ? 401 : 403);
    }
});

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const routes = await expectBadInputRefused({
    app,
    contract,
    as: {
      ...{ public: {}, client: {}, bearer: {}, internal: {} },
      member: { ...asStaff, "if-match": '"1"' },
    },
    stored: () =>
      db.execute(sql`select (select count(*) from "order".promotions)
        + (select count(*) from "order".idempotency) as rows`),
  });
  expect(routes).toBe(4);
});

test("the demo shop has its coupons, however often it is filled", async () => {
  await seed(db);
  await seed(db);
  const rows = await db.select().from(promotions);
  const demo = rows.filter(({ code }) => code === "WELCOME10" || code === "FREESHIP");
  expect(demo).toHaveLength(2);
  expect(await discountWith("welcome10")).toBe(1000);
});
