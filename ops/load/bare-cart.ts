/**
 * The least that could put something into a new guest's cart: bare Hono, and prepared inserts of the same
 * rows in one transaction. It knows no token, no stock and no price, and checks nothing.
 */
import { connect } from "@jangteo/shared/database";
import { listening, readEnv } from "@jangteo/shared/env";
import { uuidv7 } from "@jangteo/shared/id";
import { Hono } from "hono";
import { z } from "zod";

const env = readEnv(z.object({ ...listening(0), DATABASE_URL: z.url() }));
const { $client: sql } = connect(env.DATABASE_URL);

const Model = z.object({ item: z.json(), prices: z.json(), body: z.string() });
const readModel = async () => {
  const [row] = await sql`
    select l.item, l.added_prices as prices, i.body from "order".carts c
    join "order".cart_lines l on l.cart_id = c.id join "order".idempotency i on i.subject = c.owner
    where i.route = 'POST /v1/carts/current/lines' and i.status = 200 limit 1`;
  return Model.parse(row);
};
/** What the service wrote for somebody, so that as much is written here. */
const known: { model?: ReturnType<typeof readModel> } = {};

const app = new Hono();
app.post("/v1/carts/current/lines", async (c) => {
  const added: { variantId: string; quantity: number } = await c.req.json();
  const { item, prices, body } = await (known.model ??= readModel());
  const cart = uuidv7();
  const owner = `guest:${crypto.randomUUID()}`;
  const key = c.req.header("idempotency-key") ?? "";
  // Drizzle took the pool over: what is JSON goes as text.
  await sql.begin(async (tx) => {
    await tx`insert into "order".carts (id, owner, currency) values (${cart}, ${owner}, 'KRW')`;
    await tx`insert into "order".cart_lines (cart_id, variant_id, quantity, item, added_prices)
      values (${cart}, ${added.variantId}, ${added.quantity}, ${JSON.stringify(item)}, ${JSON.stringify(prices)})`;
    await tx`insert into "order".idempotency
        (subject, route, key, fingerprint, status, headers, body, expires_at)
      values (${owner}, 'bare', ${key}, ${key}, 200, '{}', ${body}, now() + interval '1 day')`;
  });
  return c.body(body, 200, { "content-type": "application/json" });
});
app.get("/readyz", (c) => c.text("ready"));

Bun.serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST });
