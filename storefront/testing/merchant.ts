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
  const ask = async (method: string, path: string, body?: unknown, more = {}) =>
    parsed(
      await fetch(catalogue.url + path, {
        method,
        headers: {
          authorization: `Bearer ${await token}`,
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
          ...more,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const find = async (slug: string) => Found.parse(await ask("GET", `/v1/products/${slug}`));
  const variantOf = async (slug: string) => (await find(slug)).variants[0]?.id;
  return {
    catalogue,
    gateway,
    /** Sets what a piece costs, in won; it must not be cut. */
    price: async (slug: string, amount: number) =>
      ask("POST", `/v1/variants/${await variantOf(slug)}/prices`, { currency: "KRW", amount }),
    receive: async (slug: string, quantity: number) =>
      ask("POST", `/v1/variants/${await variantOf(slug)}/stock-adjustments`, {
        kind: "received",
        quantity,
      }),
    archive: async (slug: string) => {
      const { id } = await find(slug);
      const { version } = Versioned.parse(await ask("GET", `/v1/catalogue/products/${id}`));
      await ask(
        "PATCH",
        `/v1/products/${id}`,
        { status: "archived" },
        { "if-match": `"${version}"` },
      );
    },
  };
};
