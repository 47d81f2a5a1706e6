import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testDatabase } from "@jangteo/shared/testing/database";
import { admin } from "@jangteo/shared/testing/postgres";
import { testProcess } from "@jangteo/shared/testing/process";
import { testTokens } from "@jangteo/shared/testing/tokens";
import sharp from "sharp";
import { z } from "zod";

import { startBrowser } from "../../storefront/testing/browser.ts";
import { startPublicShop } from "../../storefront/testing/shop.ts";

setDefaultTimeout(120_000);

const root = join(import.meta.dirname, "../..");
const { url: databaseUrl, adminUrl } = await testDatabase("product");
await admin(adminUrl, async (sql) => {
  const words = JSON.stringify({ ko: "그릇", en: "Bowls" });
  await sql`insert into product.locations values ('main', 'Main')`;
  await sql`insert into product.categories (slug, position, name, description)
    values ('bowls', 0, ${words}::text::jsonb, ${words}::text::jsonb)`;
});

const tokens = await testTokens();
const keys = Bun.serve({ port: 0, fetch: async () => Response.json(await tokens.jwks()) });
const mediaDir = mkdtempSync(join(tmpdir(), "jangteo-media-"));
afterAll(async () => {
  await keys.stop(true);
  rmSync(mediaDir, { recursive: true, force: true });
});
const issuer = { ISSUER: tokens.rules.issuer, JWKS_URL: keys.url.href };
const productPort = await freePort();
const dead = "http://127.0.0.1:1";

const product = await testProcess(
  join(root, "product/src/main.ts"),
  {
    ...issuer,
    DATABASE_URL: databaseUrl,
    REDIS_URL: "redis://127.0.0.1:1",
    IDEMPOTENCY_SECRET: "for-tests-only-of-at-least-32-characters",
    MEDIA_DIR: mediaDir,
  },
  { port: productPort },
);
const rendered = join(product.dir, "kong.yml");
const urls = { AUTH_URL: dead, MEMBER_URL: dead, PRODUCT_URL: product.url };
const env = { ...issuer, ...urls, GATEWAY_CONFIG: rendered };
await Bun.spawn([process.execPath, join(root, "gateway/src/cli.ts"), "render"], { env }).exited;
const status = String(await freePort());
const gateway = await testProcess(
  join(root, "gateway/src/main.ts"),
  { GATEWAY_CONFIG: rendered, STATUS_PORT: status },
  { ready: "/v1/products?limit=1" },
);
const shop = await startPublicShop(gateway.url);
const { visit } = await startBrowser();

const token = await tokens.access({
  sub: crypto.randomUUID(),
  scope: "catalogue:write",
  roles: ["manager"],
});
const Answer = z.looseObject({
  id: z.string().optional(),
  version: z.number().optional(),
  file: z.string().optional(),
  variants: z.array(z.object({ id: z.string() })).optional(),
});
/** What staff ask of the gateway. */
const staff = async (method: string, path: string, body: unknown, version = 0) => {
  const reply = await fetch(gateway.url + path, {
    method,
    keepalive: false,
    headers: {
      authorization: `Bearer ${token}`,
      "idempotency-key": crypto.randomUUID(),
      "if-match": `"${version}"`,
      ...(!(body instanceof FormData) && { "content-type": "application/json" }),
    },
    body: body instanceof FormData ? body : JSON.stringify(body),
  });
  expect(reply.ok ? "" : await reply.text()).toBe("");
  return Answer.parse(await reply.json());
};

const upload = async (background: string) => {
  const size = { width: 1800, height: 1350, channels: 3 as const, background };
  const jpeg = await sharp({ create: size }).jpeg().toBuffer();
  const form = new FormData();
  form.set("file", new File([new Uint8Array(jpeg)], "photo.jpg", { type: "image/jpeg" }));
  return staff("POST", "/v1/media", form);
};
const both = (words: string) => ({ ko: words, en: words });

/** A bowl that is for sale, with this picture. */
const sellWith = async (slug: string, file: string) => {
  const draft = await staff("POST", "/v1/products", {
    ...{ slug, category: "bowls", name: both("Photographed bowl") },
  });
  const sizes = { width: 100, height: 60, depth: 100, weight: 250 };
  const grown = await staff("POST", `/v1/products/${draft.id}/variants`, { sku: slug, ...sizes });
  const variant = grown.variants?.[0]?.id ?? "";
  await staff("POST", `/v1/variants/${variant}/prices`, { currency: "KRW", amount: 30_000 });
  const priced = await staff("PATCH", `/v1/products/${draft.id}`, { status: "active" }, 3);
  const pictures = [{ file, view: "main", alt: both("A bowl on a table") }];
  await staff("PUT", `/v1/products/${draft.id}/pictures`, { pictures }, priced.version);
};

test("a picture that staff upload is on the product's page, and stays there while the catalogue is down", async () => {
  const { file = "" } = await upload("#4477aa");
  const { file: unseen } = await upload("#77aa44");
  await sellWith("photographed-bowl", file);
  const { page, troubles, close } = await visit(shop);
  await page.goto(`${shop}/en/products/photographed-bowl`, { waitUntil: "networkidle" });
  const shown = page.getByRole("img", { name: "A bowl on a table" }).first();
  expect(await shown.getAttribute("src")).toBe(`/media/${file}`);
  const isShown = `document.querySelector('img[src="/media/${file}"]').naturalWidth > 0`;
  expect(await page.evaluate<boolean>(isShown)).toBe(true);
  expect(troubles).toEqual([]);
  await close();

  const seen = await fetch(`${shop}/media/${file}`, { keepalive: false });
  const bytes = Buffer.from(await seen.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 1600 });
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    ...{ "content-type": "image/webp", "x-content-type-options": "nosniff" },
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'",
  });

  await product.kill();
  expect((await fetch(`${shop}/media/${file}`, { keepalive: false })).status).toBe(200);
  expect((await fetch(`${shop}/media/${unseen}`, { keepalive: false })).status).toBe(503);
  await product.start();
  expect((await fetch(`${shop}/media/${unseen}`, { keepalive: false })).status).toBe(200);
});

test("nothing but pictures is fetched for anybody", async () => {
  const unknown = `${"0".repeat(32)}-900.webp`;
  for (const path of [
    ...[unknown, "..%2fproducts", "%2e%2e%2fproducts.webp", "photo.svg", "a.webp%3fx=1"],
    ...[`${unknown}%2f..%2f..%2fproducts`, `${"0".repeat(32)}-900.svg`, "%00.webp"],
  ]) {
    const reply = await fetch(`${shop}/media/${path}`, { keepalive: false });
    expect([path, [400, 404].includes(reply.status)]).toEqual([path, true]);
    expect(reply.headers.get("cache-control") ?? "no-store").toBe("no-store");
  }
});

test("the gateway passes pictures to anybody, and takes none without staff's token", async () => {
  const { file = "" } = await upload("#aa7744");
  const url = `${gateway.url}/v1/media/${file}`;
  const head = await fetch(url, { method: "HEAD", keepalive: false });
  expect([head.status, head.headers.get("etag")]).toEqual([200, `"${file}"`]);
  const known = { "if-none-match": `"${file}"` };
  expect((await fetch(url, { headers: known, keepalive: false })).status).toBe(304);
  const form = new FormData();
  form.set("file", new File(["x"], "photo.jpg"));
  const refused = await fetch(`${gateway.url}/v1/media`, { method: "POST", body: form });
  expect(refused.status).toBe(401);
});
