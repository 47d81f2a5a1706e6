import { afterAll } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { z } from "zod";

import { readKeySet, render } from "../../gateway/src/render";
import { seedProducts } from "../../ops/local/demo-products";

const root = join(import.meta.dirname, "..", "..");
const secret = "for-tests-only-of-at-least-32-characters";

const Found = z.object({ id: z.string(), variants: z.array(z.object({ id: z.string() })) });
const Kept = z.object({ file: z.string() });
const Versioned = z.object({ version: z.int() });

const parsed = async (reply: Response): Promise<unknown> => {
  if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
};

/** The catalogue with its events and a merchant who changes it, behind a gateway that keeps answers. */
export const startMerchant = async (redisUrl: string) => {
  const { url: databaseUrl, adminUrl } = await testDatabase("product");
  seedProducts(adminUrl);
  const tokens = await testTokens();
  const served = Bun.serve({ port: 0, fetch: async () => Response.json(await tokens.jwks()) });
  afterAll(() => served.stop(true));
  const catalogue = await testProcess(join(root, "product/src/main.ts"), {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ISSUER: tokens.rules.issuer,
    JWKS_URL: served.url.href,
    IDEMPOTENCY_SECRET: secret,
  });

  const config = join(catalogue.dir, "kong.yml");
  const template = readFileSync(join(root, "gateway/kong.yml"), "utf8");
  const keys = await readKeySet(served.url.href);
  const hosts = { ISSUER: tokens.rules.issuer, PRODUCT_URL: catalogue.url };
  writeFileSync(config, render(template, { ...hosts, PUBLIC_ORIGIN: "http://localhost" }, keys));
  const [statusPort, adminPort] = [await freePort(), await freePort()];
  const gateway = await testProcess(
    join(root, "gateway/src/main.ts"),
    { GATEWAY_CONFIG: config, STATUS_PORT: String(statusPort), ADMIN_PORT: String(adminPort) },
    { ready: "/v1/categories" },
  );

  const token = tokens.access({
    sub: crypto.randomUUID(),
    scope: "catalogue:write",
    roles: ["manager"],
  });
  const authorized = async () => ({ authorization: `Bearer ${await token}` });
  const ask = async (method: string, path: string, body?: unknown, more = {}) =>
    parsed(
      await fetch(catalogue.url + path, {
        method,
        headers: {
          ...(await authorized()),
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
          ...more,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const find = async (slug: string) => Found.parse(await ask("GET", `/v1/products/${slug}`));
  const variantOf = async (slug: string) => (await find(slug)).variants[0]?.id;
  /** The product as staff see it, with the version that a change is made on. */
  const change = async (slug: string, method: string, path: string, body: unknown) => {
    const { id } = await find(slug);
    const { version } = Versioned.parse(await ask("GET", `/v1/catalogue/products/${id}`));
    await ask(method, `/v1/products/${id}${path}`, body, { "if-match": `"${version}"` });
  };
  return {
    adminUrl,
    catalogue,
    gateway,
    /** Sets what a piece's first variant costs, in won; it must not be cut. */
    price: async (slug: string, amount: number, more: { minQuantity?: number } = {}) =>
      ask("POST", `/v1/variants/${await variantOf(slug)}/prices`, {
        currency: "KRW",
        amount,
        ...more,
      }),
    /** Uploads a photograph, the only one that the piece then has. */
    photograph: async (slug: string, bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.set("file", new File([bytes], "photo.webp", { type: "image/webp" }));
      const upload = { method: "POST", headers: await authorized(), body: form };
      const { file } = Kept.parse(await parsed(await fetch(`${catalogue.url}/v1/media`, upload)));
      const alt = { ko: "달항아리", en: "A moon jar" };
      const pictures = [{ file, view: "wide", alt }];
      await change(slug, "PUT", "/pictures", { pictures });
    },
    receive: async (slug: string, quantity: number) =>
      ask("POST", `/v1/variants/${await variantOf(slug)}/stock-adjustments`, {
        kind: "received",
        quantity,
      }),
    archive: (slug: string) => change(slug, "PATCH", "", { status: "archived" }),
  };
};
