/**
 * The least that could tell somebody their own account: bare Hono and one prepared Drizzle select, of whoever
 * the address says. `/bare` and `/token` tell what it costs to look at an access token that was seen before.
 */
import { remoteKeys, visitor } from "@jangteo/shared/auth";
import type { ServiceEnv } from "@jangteo/shared/context";
import { connect } from "@jangteo/shared/database";
import { listening, readEnv } from "@jangteo/shared/env";
import { members } from "@jangteo/shared/schema/member";
import { eq, sql } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";

const env = readEnv(
  z.object({ ...listening(0), DATABASE_URL: z.url(), JWKS_URL: z.url(), ISSUER: z.url() }),
);
const db = connect(env.DATABASE_URL);
const one = db
  .select()
  .from(members)
  .where(eq(members.id, sql.placeholder("id")))
  .prepare("one");

const app = new Hono<ServiceEnv>();
app.get("/members/:id", async (c) => {
  const [member] = await one.execute({ id: c.req.param("id") });
  return member ? c.json(member) : c.notFound();
});
app.get("/bare", (c) => c.json({ status: "ok" }));
app.get("/token", visitor({ keys: remoteKeys(env.JWKS_URL), issuer: env.ISSUER }), (c) =>
  c.json({ status: "ok" }),
);
app.get("/readyz", (c) => c.text("ready"));

Bun.serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST });
