import { expect, test } from "bun:test";
import { join } from "node:path";

import { testDatabase } from "@jangteo/shared/testing/database";
import { admin } from "@jangteo/shared/testing/postgres";
import { testProcess } from "@jangteo/shared/testing/process";

import { anew, startArrivals } from "../../testing/arrivals";
import { newHandle } from "./handle";

const secret = "a-secret-of-at-least-32-characters";
const away = "http://127.0.0.1:1";
const { url: databaseUrl, adminUrl } = await testDatabase("order");
const { tokens, auth, issuer, clock, sessions, owed, takeOver, newGuest, redisUrl } =
  await startArrivals();
/** Without a catalogue: what is in carts is shown as it was. */
const order = await testProcess(join(import.meta.dir, "../../../order/src/main.ts"), {
  ...issuer,
  ...{ AUTH_URL: auth.url.origin, SERVICE_CLIENT_SECRET: secret },
  ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, IDEMPOTENCY_SECRET: secret },
  ...{ PRODUCT_URL: away, PAYMENT_URL: away, STOREFRONT_URL: away },
  ...{ SMTP_URL: "smtp://127.0.0.1:1", WEBHOOK_SECRET: secret },
});

const words = { ko: "다완", en: "Tea bowl" };
const item = { slug: "bowl", sku: "B", name: words, options: [], categories: [], collections: [] };

/** A cart that somebody filled before, with these variants. */
const fill = async (owner: string, variants: readonly string[], quantity = 1) => {
  const id = crypto.randomUUID();
  await admin(adminUrl, async (sql) => {
    await sql`insert into "order".carts (id, owner, currency) values (${id}, ${owner}, 'KRW')`;
    for (const variantId of variants)
      await sql`insert into "order".cart_lines (id, cart_id, variant_id, quantity, item, added_prices)
        values (${crypto.randomUUID()}, ${id}, ${variantId}, ${quantity},
          ${sql.json({ ...item, variantId, productId: variantId, picture: null, weight: 1 })},
          ${sql.json({ KRW: 1000 })})`;
  });
};
const newMember = async () => {
  const id = crypto.randomUUID();
  return { id, token: await tokens.access({ sub: id, scope: "member cart" }) };
};
const held = async (token: string) => {
  const reply = await anew(`${order.url}/v1/carts/current`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { lines } = (await reply.json()) as { lines: { variantId: string; quantity: number }[] };
  return Object.fromEntries(lines.map(({ variantId, quantity }) => [variantId, quantity]));
};
const variant = () => crypto.randomUUID();

test("a guest's cart is the member's after the login, and what came along is told once", async () => {
  const [mina, { guest, id, token }] = [await newMember(), await newGuest()];
  const [both, own, other] = [variant(), variant(), variant()];
  await fill(mina.id, [both, own]);
  await fill(`guest:${id}`, [both, other], 2);
  sessions.held = { kind: "live", token: mina.token };
  const over = takeOver(order.url);
  expect(await over.begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(true);
  await over.settle("cart", mina.token);
  expect(await held(mina.token)).toEqual({ [both]: 3, [own]: 1, [other]: 2 });
  expect(await held(token)).toEqual({});
  expect(await over.news(mina.token)).toEqual({ lines: 2, capped: 0 });
  expect(await over.news(mina.token)).toBeUndefined();
  clock.at += 61_000;
  await over.settle("cart", mina.token);
  expect(await over.news(mina.token)).toBeUndefined();
  expect(await owed.due("cart", mina.id)).toEqual([]);
});

test("with the order service down at the login, the next session gets the cart, and only then hears of it", async () => {
  const [mina, { guest, id, token }] = [await newMember(), await newGuest()];
  const piece = variant();
  await fill(`guest:${id}`, [piece]);
  await order.kill();
  sessions.held = { kind: "live", token: mina.token };
  const over = takeOver(order.url);
  expect(await over.begin({ memberId: mina.id, guest, handle: newHandle() })).toBe(true);
  await over.settle("cart", mina.token);
  expect(await over.news(mina.token)).toBeUndefined();
  await order.start();
  expect(await held(token)).toEqual({ [piece]: 1 });
  const later = takeOver(order.url);
  await later.settle("cart", mina.token);
  expect(await held(mina.token)).toEqual({ [piece]: 1 });
  expect(await later.news(mina.token)).toEqual({ lines: 1, capped: 0 });
}, 30_000);

test("two processes that settle the same login at once take the cart over once and tell of it once", async () => {
  const [mina, { guest, id }] = [await newMember(), await newGuest()];
  const piece = variant();
  await fill(mina.id, [variant()]);
  await fill(`guest:${id}`, [piece]);
  const [one, other] = [takeOver(order.url), takeOver(order.url)];
  await one.begin({ memberId: mina.id, guest, handle: newHandle() });
  await Promise.all([one.settle("cart", mina.token), other.settle("cart", mina.token)]);
  expect((await held(mina.token))[piece]).toBe(1);
  const told = [await one.news(mina.token), await other.news(mina.token)];
  expect(told.filter((news) => news !== undefined)).toEqual([{ lines: 1, capped: 0 }]);
});

test("a cart that cannot be taken over keeps no wishlist waiting", async () => {
  const [mina, { guest, id }] = [await newMember(), await newGuest()];
  const over = takeOver(away);
  await over.begin({ memberId: mina.id, guest, handle: newHandle() });
  await over.settle("cart", mina.token);
  expect(await owed.due("wishlist", mina.id)).toEqual([id]);
  await owed.settled("wishlist", mina.id, id);
  expect(await owed.due("wishlist", mina.id)).toEqual([]);
  expect(await owed.due("cart", mina.id)).toEqual([id]);
});

/** Something that was bought, as far as it is looked at here. */
const buy = async (owner: string) => {
  const id = crypto.randomUUID();
  await admin(
    adminUrl,
    (sql) => sql`
      insert into "order".orders (id, number, checkout_id, owner, placed_by, email, language, currency,
        subtotal, discount, shipping, tax, tax_included, total, units, shipping_address,
        shipping_method, payment_id, payment_method, payment_state)
      select ${id}, coalesce(max(number), 1000) + 1, ${crypto.randomUUID()}, ${owner}, ${owner},
        'mina@example.com', 'ko', 'KRW', 1000, 0, 0, 0, true, 1000, 1, '{}', '{}',
        ${crypto.randomUUID()}, 'card', 'captured'
      from "order".orders`,
  );
  return id;
};
const ownerOf = async (id: string) => {
  const rows = await admin(
    adminUrl,
    (sql) => sql<{ owner: string }[]>`select owner from "order".orders where id = ${id}`,
  );
  return rows[0]?.owner;
};

test("what was bought as a guest is the member's after the login, also what is placed in the next minute", async () => {
  const [mina, { guest, id }] = [await newMember(), await newGuest()];
  const [bought, others] = [await buy(`guest:${id}`), await buy(`guest:${crypto.randomUUID()}`)];
  const over = takeOver(order.url);
  await over.begin({ memberId: mina.id, guest, handle: newHandle() });
  await over.settle("orders", mina.token);
  expect(await ownerOf(bought)).toBe(mina.id);
  const late = await buy(`guest:${id}`);
  clock.at += 61_000;
  await over.settle("orders", mina.token);
  expect(await ownerOf(late)).toBe(mina.id);
  expect(await ownerOf(others)).not.toBe(mina.id);
  expect(await owed.due("orders", mina.id)).toEqual([]);
});

test("with the order service down at the login, what was bought is the member's once it is back", async () => {
  const [mina, { guest, id }] = [await newMember(), await newGuest()];
  const bought = await buy(`guest:${id}`);
  await order.kill();
  const over = takeOver(order.url);
  await over.begin({ memberId: mina.id, guest, handle: newHandle() });
  await over.settle("orders", mina.token);
  await order.start();
  expect(await ownerOf(bought)).toBe(`guest:${id}`);
  await takeOver(order.url).settle("orders", mina.token);
  expect(await ownerOf(bought)).toBe(mina.id);
}, 30_000);
