/**
 * The least that could answer the same: bare Hono, and prepared Drizzle queries of the same rows.
 * It checks nothing, measures nothing, logs nothing, and knows one order and no filter.
 */
import { connect } from "@jangteo/shared/database";
import { listening, readEnv } from "@jangteo/shared/env";
import { cards, listings } from "@jangteo/shared/schema/product/card";
import { availability, stock } from "@jangteo/shared/schema/product/stock";
import { and, asc, eq, sql, type Placeholder, type SQL } from "drizzle-orm";
import { Hono, type Context } from "hono";
import { z } from "zod";

const env = readEnv(z.object({ ...listening(0), DATABASE_URL: z.url() }));
const db = connect(env.DATABASE_URL);
const value = sql.placeholder;
const told = and(eq(cards.language, value("language")), eq(cards.currency, value("currency")));

// In the statement's text, as the service does it: as a parameter, each page would be planned anew.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle writes any SQL as a limit
const twentyFive = sql.raw("25") as SQL & Placeholder;
const list = db
  .select({
    id: listings.productId,
    position: listings.position,
    summary: cards.summary,
    available: availability.available,
  })
  .from(listings)
  .innerJoin(cards, and(eq(cards.productId, listings.productId), told))
  .innerJoin(availability, eq(availability.productId, listings.productId))
  .where(eq(listings.currency, value("currency")))
  .orderBy(asc(listings.position), asc(listings.productId))
  .limit(twentyFive)
  .prepare("list");
const count = db
  .select({ total: sql<number>`count(*)::int` })
  .from(listings)
  .where(eq(listings.currency, value("currency")))
  .prepare("count");
const detail = db
  .select({
    detail: cards.detail,
    ids: cards.variantIds,
    variants: cards.variants,
    free: sql<Record<string, number>>`(select jsonb_object_agg(variant_id, on_hand - reserved)
      from ${stock} where variant_id = any(${cards.variantIds}))`,
  })
  .from(cards)
  .where(and(eq(cards.slug, value("slug")), told))
  .prepare("detail");

const audienceOf = (c: Context) => ({
  language: c.req.header("accept-language") === "en" ? "en" : "ko",
  currency: c.req.header("x-currency") === "USD" ? "USD" : "KRW",
});
const levelOf = (units: number) =>
  units <= 0 ? "sold_out" : units <= 3 ? "low_stock" : "in_stock";
const withStock = (json: string, units: number) =>
  `${json.slice(0, -1)},"availability":"${levelOf(units)}","stock":${units}`;

/** Counted as seldom as the service counts. */
const totals = new Map<string, { at: number; total: Promise<number> }>();
const totalOf = (currency: string) => {
  const known = totals.get(currency);
  if (known && Date.now() - known.at < 5000) return known.total;
  const total = count.execute({ currency }).then(([row]) => row?.total ?? 0);
  totals.set(currency, { at: Date.now(), total });
  return total;
};

const json = { "content-type": "application/json" };
const app = new Hono();
app.get("/v1/products", async (c) => {
  const audience = audienceOf(c);
  const [rows, total] = await Promise.all([list.execute(audience), totalOf(audience.currency)]);
  const items = rows
    .slice(0, 24)
    .map(({ summary, available }) => `${withStock(summary, available)}}`);
  const last = rows.length > 24 ? rows[23] : undefined;
  const cursor = last && JSON.stringify(["featured", String(last.position), last.id]);
  const next = cursor ? `"${Buffer.from(cursor).toString("base64url")}"` : "null";
  return c.body(`{"items":[${items.join(",")}],"total":${total},"next":${next}}`, 200, json);
});
app.get("/v1/products/:slug", async (c) => {
  const [row] = await detail.execute({ ...audienceOf(c), slug: c.req.param("slug") });
  if (!row) return c.notFound();
  const units = (id = "") => row.free[id] ?? 0;
  const all = row.ids.reduce((sum, id) => sum + units(id), 0);
  const variants = row.variants.map((one, at) => `${withStock(one, units(row.ids[at]))}}`);
  return c.body(`${withStock(row.detail, all)},"variants":[${variants.join(",")}]}`, 200, json);
});
app.get("/readyz", (c) => c.text("ready"));

Bun.serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST });
