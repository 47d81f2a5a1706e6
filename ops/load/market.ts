import { readFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";

import { renderGateway } from "../local/bring-up.ts";
import { urlForService, withSql } from "../local/database.ts";
import { say, step } from "../local/steps.ts";
import { prepare, type Place } from "./ground.ts";
import { visitors } from "./visitors.ts";

export type Market = Awaited<ReturnType<typeof raiseMarket>>;

/** Who has bought every hundredth of the orders that were there before. */
const regular = "00000000-0000-7000-8000-00000000000a";

/** More of everything than a bench can buy, as the ledger wants it. */
export const restock = (database: string) =>
  withSql(database, async (sql) => {
    await sql`
      with more as (
        update product.stock set on_hand = on_hand + 1000000 where on_hand - reserved < 1000000
        returning variant_id, location),
      said as (
        insert into product.stock_movements (variant_id, location, quantity, kind, cause, line)
        select variant_id, location, 1000000, 'received', 'bench ' || now(), variant_id from more)
      update product.availability a set available = available + units from (
        select product_id, count(*) * 1000000 as units from product.variants v
        join more on more.variant_id = v.id group by product_id) grown
      where a.product_id = grown.product_id`;
    const rows = await sql<{ id: string }[]>`
      select distinct unnest(variant_ids) as id from product.cards where currency = 'KRW'`;
    return rows.map(({ id }) => id);
  });

/** Fills a database with orders until there are so many, a hundred thousand at a time. */
const remember = (root: string, database: string, orders: number) =>
  withSql(database, async (sql) => {
    const history = readFileSync(join(root, "order/src/testing/history.sql"), "utf8");
    const [row] = await sql<
      { n: number }[]
    >`select last::int - 1000 as n from "order".order_counter`;
    const known = row?.n ?? 0;
    for (let from = known + 1; from <= orders; from += 100_000) {
      const to = Math.min(from + 99_999, orders);
      await sql.begin(async (tx) => {
        await tx`select set_config('history.from', ${String(from)}, true),
          set_config('history.to', ${String(to)}, true), set_config('history.member', ${regular}, true)`;
        await tx.unsafe(history);
      });
      say(`  ${to} of ${orders} orders`);
    }
    const tables = await sql<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'order'`;
    if (known < orders)
      for (const { name } of tables) await sql.unsafe(`vacuum (analyze) "order".${name}`);
  });

/**
 * A shop on this machine in which one can buy, and beside it order services: one whose shop has sold
 * `orders` before, and bare Hono that writes what a cart is.
 */
export const raiseMarket = async (place: Place, orders: number) => {
  const { supervisor, root, folder } = place;
  const { secrets, addresses, keep, filled, specsOf, postgres } = await prepare(place);
  const database = await step("200 products", () => filled("bench_market", 200));
  const variants = await restock(database);
  const grownDatabase = await step(`${orders} orders`, async () => {
    const made = await filled(`bench_market_${orders}`, 0);
    await remember(root, made, orders);
    return made;
  });

  const all = specsOf(database);
  const elsewhere = async (name: string, args: string[], env: Record<string, string>) => {
    const port = await freePort();
    const ready = `http://127.0.0.1:${port}/readyz`;
    return keep({ name, tier: "service", args, env: { ...env, PORT: String(port) }, ready });
  };
  const [auth, product, sandbox, payment, order] = await step("Services", async () => [
    await keep(all.auth),
    await keep(all.product),
    await keep(all.sandbox),
    await keep(all.payment),
    await keep(all.order),
  ]);
  const grown = await elsewhere(`order-${orders}`, ["order/src/main.ts"], {
    ...all.order.env,
    DATABASE_URL: urlForService(grownDatabase, "order", secrets.databaseOrder),
  });
  const bare = await elsewhere("bare-cart", ["ops/load/bare-cart.ts"], {
    DATABASE_URL: urlForService(database, "order", secrets.databaseOrder),
  });
  const gateway = await step("Gateway", async () => {
    await renderGateway(supervisor, root, all.gateway);
    return { ...(await keep(all.gateway)), url: addresses.origin("gateway") };
  });
  const people = visitors({
    authUrl: addresses.origin("auth"),
    clientSecret: secrets.storefrontClient,
    keys: folder.keys,
    issuer: all.auth.env["ISSUER"] ?? "",
  });
  return {
    ...{ database, variants, orders, regular, people, postgres },
    ...{ auth, product, sandbox, payment, order, grown, bare, gateway },
    shop: `http://localhost:${addresses.ports.storefront}`,
  };
};
