import { connect } from "@jangteo/shared/database";
import { sql } from "drizzle-orm";

import type { Neighbours } from "./neighbours.ts";

const both = (words: string) => ({ ko: `${words} (한글)`, en: words });

type Sold = { won?: number; units?: number };

/** Staff who put goods on the shelves of the real product service. */
export const testGoods = async ({
  issuer,
  goods,
  product,
}: Pick<Neighbours, "issuer"> & { goods: { adminUrl: string }; product: { url: string } }) => {
  const db = connect(goods.adminUrl, { max: 1 });
  const name = JSON.stringify(both("Bowls"));
  await db.execute(sql`insert into product.categories (slug, position, name, description)
    values ('bowls', 0, ${name}::jsonb, ${name}::jsonb)`);
  await db.execute(sql`insert into product.locations (code, name) values ('main', 'Main')
    on conflict do nothing`);
  await db.$client.end();
  /** Made anew each time: it lasts five minutes, and some tests longer. */
  const token = () =>
    issuer.tokens.access({
      sub: crypto.randomUUID(),
      scope: "catalogue:write",
      roles: ["manager"],
    });
  const staff = async (method: string, path: string, body: unknown, version?: number) => {
    const reply = await fetch(product.url + path, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        ...(version !== undefined && { "if-match": `"${version}"` }),
      },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return (await reply.json()) as {
      id: string;
      version: number;
      slug: string;
      variants: { id: string }[];
    };
  };
  const stock = (variant: string, quantity: number) =>
    staff("POST", `/v1/variants/${variant}/stock-adjustments`, { kind: "received", quantity });
  const charge = async (variant: string, won: number, cents = Math.round(won / 13)) => {
    await staff("POST", `/v1/variants/${variant}/prices`, { currency: "KRW", amount: won });
    return staff("POST", `/v1/variants/${variant}/prices`, { currency: "USD", amount: cents });
  };
  /** A bowl that is for sale, and how many there are. */
  const sell = async ({ won = 38_000, units = 9 }: Sold = {}) => {
    const slug = `bowl-${crypto.randomUUID()}`;
    const draft = await staff("POST", "/v1/products", {
      ...{ slug, category: "bowls", name: both(`Bowl ${slug.slice(5, 9)}`) },
    });
    const grown = await staff("POST", `/v1/products/${draft.id}/variants`, {
      sku: `SKU-${crypto.randomUUID()}`,
      ...{ width: 124, height: 68, depth: 124, weight: 260 },
    });
    const variant = grown.variants[0]?.id ?? "";
    const priced = await charge(variant, won);
    if (units > 0) await stock(variant, units);
    const path = `/v1/products/${draft.id}`;
    const now = await staff("PATCH", path, { status: "active" }, priced.version);
    return { ...now, variant };
  };
  const archive = ({ id, version }: { id: string; version: number }) =>
    staff("PATCH", `/v1/products/${id}`, { status: "archived" }, version);
  /** What a checkout holds runs out now, and the service notices by itself. */
  const runOut = async (checkoutId: string) => {
    const store = connect(goods.adminUrl, { max: 1 });
    await store.execute(sql`update product.reservations set expires_at = now() - interval '1 second'
      where checkout_id = ${checkoutId} and state = 'held'`);
    const isHeld = async () => {
      const rows = await store.execute(sql`select from product.reservations
        where checkout_id = ${checkoutId} and state = 'held'`);
      return rows.length > 0;
    };
    while (await isHeld()) await Bun.sleep(50);
    await store.$client.end();
  };
  return { sell, stock, charge, archive, staff, runOut };
};
