import { afterAll } from "bun:test";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { freePort } from "@jangteo/shared/embedded/ports";
import { becomesReady, launch } from "@jangteo/shared/embedded/process";
import { testDatabase } from "@jangteo/shared/testing/database";
import { own } from "@jangteo/shared/testing/place";
import { testProcess } from "@jangteo/shared/testing/process";

import { seedProducts } from "../../ops/local/demo-products";
import { buildEnv, buildShop, storefront } from "./build";

const secret = "for-tests-only-of-at-least-32-characters";

const answers = async (url: string) => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(500) })).ok;
  } catch {
    return false;
  }
};

/** The catalogue as a process of its own over the demo goods; it may be killed and started again. */
export const startCatalogue = async () => {
  const { url, adminUrl } = await testDatabase("product");
  seedProducts(adminUrl);
  const running = await testProcess(join(storefront, "..", "product", "src", "main.ts"), {
    DATABASE_URL: url,
    IDEMPOTENCY_SECRET: secret,
    ISSUER: "http://localhost:8000",
    JWKS_URL: "http://127.0.0.1:4000/.well-known/jwks.json",
    REDIS_URL: "redis://127.0.0.1:1",
  });
  return { ...running, adminUrl };
};

type Place = { port: number; env: Record<string, string> };

const openDoors = async ({ port, env }: Place) => {
  const url = `http://localhost:${port}`;
  const log = join(storefront, ".local", `test-shop-${port}.log`);
  const running = launch({
    command: process.execPath,
    args: ["server.ts"],
    cwd: storefront,
    env: {
      ...buildEnv,
      PORT: String(port),
      PUBLIC_ORIGIN: url,
      STOREFRONT_CLIENT_SECRET: secret,
      SESSION_SECRET: secret,
      ...env,
    },
    log,
    onLaunch: ({ identity }) => own(identity),
  });
  if (!(await becomesReady(running, () => answers(`${url}/livez`), 30_000)))
    throw new Error(`The shop does not start:\n${readFileSync(log, "utf8")}`);
  return { url, log, running };
};

/** The shop as it is shipped, on a port of its own, which may close and open again. */
const startClosingShop = async (env: Record<string, string>) => {
  await buildShop();
  const port = await freePort();
  const state = await openDoors({ port, env });
  afterAll(async () => {
    await state.running.stop();
    rmSync(state.log);
  });
  return {
    url: state.url,
    close: () => state.running.stop(),
    open: async (more: Record<string, string> = {}) => {
      Object.assign(state, await openDoors({ port, env: { ...env, ...more } }));
    },
  };
};

/** The shop as it is shipped; `env` names the services it asks. */
export const startShop = async (env: Record<string, string>) => (await startClosingShop(env)).url;

/** Only the catalogue answers, and without its events, so it is soon asked again. */
const publicOnly = (catalogueUrl: string) => ({
  CATALOGUE_FRESH_SECONDS: "1",
  REDIS_URL: "redis://127.0.0.1:1",
  GATEWAY_URL: catalogueUrl,
  PRODUCT_URL: catalogueUrl,
  AUTH_URL: "http://127.0.0.1:1",
  MEMBER_URL: "http://127.0.0.1:1",
  ORDER_URL: "http://127.0.0.1:1",
  PAYMENT_URL: "http://127.0.0.1:1",
  MEDIA_DIR: join(storefront, "../ops/demo/pictures"),
});

/** A shop of which only the catalogue answers. */
export const startPublicShop = (catalogueUrl: string, env: Record<string, string> = {}) =>
  startShop({ ...publicOnly(catalogueUrl), ...env });
export const startClosingPublicShop = (catalogueUrl: string) =>
  startClosingShop(publicOnly(catalogueUrl));
