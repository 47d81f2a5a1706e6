import { afterAll } from "bun:test";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testTokens } from "@jangteo/shared/testing/tokens";

import { createSealing } from "../webhooks/sealing.ts";

const root = join(import.meta.dir, "../../..");
export const testSecret = "a secret of the tests, long enough";
/** Webhooks go to public addresses only, and none is looked up. */
export const noWebhooks = {
  sealing: createSealing(testSecret),
  targets: { resolve: async () => [], privateHosts: new Set<string>() },
};
export const shop = "http://shop.test";

const apiKey = "the sandbox's key of the tests, long enough";
const webhookSecret = "the sandbox's webhook secret of the tests";

/** Signs what auth would: the public keys, and tokens for services. */
export const testIssuer = async () => {
  const tokens = await testTokens();
  const token = async (service: string) =>
    (await tokens.service(service)).authorization.replace("Bearer ", "");
  const door = Bun.serve({
    port: 0,
    fetch: async (request) => {
      if (new URL(request.url).pathname !== "/v1/oauth/token")
        return Response.json(await tokens.jwks());
      const form = new URLSearchParams(await request.text());
      const service = (form.get("resource") ?? "").replace("jangteo:", "");
      return Response.json({ access_token: await token(service), expires_in: 120 });
    },
  });
  afterAll(() => door.stop(true));
  return { tokens, token, url: door.url.href };
};

type Store = { url: string; adminUrl: string };
type Options = {
  databases: Record<"orders" | "goods" | "money", Store>;
  /** What stands between one service and the one it calls. */
  through?: (name: "product" | "payment" | "sandbox", url: string) => string;
  /** Seconds that a service may be silent over a step before another takes it over. */
  lease?: number;
  /** Where letters are left; nowhere, unless it is said. */
  smtpUrl?: string;
};

/** A database for each service. */
export const ownDatabases = async () => {
  const [orders, goods, money] = await Promise.all([
    testDatabase("order"),
    testDatabase("product"),
    testDatabase("payment"),
  ]);
  return { orders, goods, money };
};

/** What the order service talks to, each a process of its own. */
export const testNeighbours = async (options: Options) => {
  const { databases, through = (_name, url) => url, lease = 30 } = options;
  const { smtpUrl = "smtp://127.0.0.1:1" } = options;
  const { orders, goods, money } = databases;
  const issuer = await testIssuer();
  const { url: redisUrl } = await testRedis();
  const [orderPort, sandboxPort, paymentPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ]);
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const env = {
    ISSUER: issuer.tokens.rules.issuer,
    JWKS_URL: `${issuer.url}keys`,
    REDIS_URL: redisUrl,
    IDEMPOTENCY_SECRET: testSecret,
    AUTH_URL: issuer.url,
    SERVICE_CLIENT_SECRET: testSecret,
  };
  const product = await testProcess(join(root, "product/src/main.ts"), {
    ...env,
    DATABASE_URL: goods.url,
  });
  const sandbox = await testProcess(
    join(root, "payment/sandbox/main.ts"),
    {
      SANDBOX_PUBLIC_URL: at(sandboxPort),
      SANDBOX_API_KEY: apiKey,
      SANDBOX_WEBHOOK_SECRET: webhookSecret,
      SANDBOX_WEBHOOK_URL: `${at(paymentPort)}/v1/webhooks/sandbox`,
      SANDBOX_FILE: join(product.dir, "sandbox.journal"),
    },
    { port: sandboxPort },
  );
  const payment = await testProcess(
    join(root, "payment/src/main.ts"),
    {
      ...env,
      DATABASE_URL: money.url,
      ORDER_URL: at(orderPort),
      SANDBOX_URL: through("sandbox", sandbox.url),
      SANDBOX_API_KEY: apiKey,
      SANDBOX_WEBHOOK_SECRET: webhookSecret,
      PROVIDER_DEADLINE_SECONDS: String(Math.min(lease, 10)),
      RECONCILE_SECONDS: "1",
    },
    { port: paymentPort },
  );
  /** The order service itself as a process, where it has to be killed. */
  const startOrder = () =>
    testProcess(
      join(root, "order/src/main.ts"),
      {
        ...env,
        DATABASE_URL: orders.url,
        PRODUCT_URL: through("product", product.url),
        PAYMENT_URL: through("payment", payment.url),
        LEASE_SECONDS: String(lease),
        STOREFRONT_URL: shop,
        SMTP_URL: smtpUrl,
        WEBHOOK_SECRET: testSecret,
      },
      { port: orderPort },
    );
  return { issuer, orders, goods, money, product, sandbox, payment, startOrder, apiKey, redisUrl };
};
export type Neighbours = Awaited<ReturnType<typeof testNeighbours>>;
