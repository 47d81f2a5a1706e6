import { afterAll } from "bun:test";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testTokens } from "@jangteo/shared/testing/tokens";

const root = join(import.meta.dir, "../../..");
export const testSecret = "a secret of the tests, long enough";
export const shop = "http://shop.test";

const apiKey = "the sandbox's key of the tests, long enough";
const webhookSecret = "the sandbox's webhook secret of the tests";

/** Signs what auth would: the public keys, and tokens for services. */
const testIssuer = async () => {
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

/** What the order service talks to, each a process of its own on a database of its own. */
export const testNeighbours = async () => {
  const issuer = await testIssuer();
  const { url: redisUrl } = await testRedis();
  const [orders, goods, money] = await Promise.all([
    testDatabase("order"),
    testDatabase("product"),
    testDatabase("payment"),
  ]);
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
      SANDBOX_URL: sandbox.url,
      SANDBOX_API_KEY: apiKey,
      SANDBOX_WEBHOOK_SECRET: webhookSecret,
      PAYMENT_LEASE: "1000",
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
        PRODUCT_URL: product.url,
        PAYMENT_URL: payment.url,
        STOREFRONT_URL: shop,
      },
      { port: orderPort },
    );
  return { issuer, orders, goods, money, product, sandbox, payment, startOrder, apiKey, redisUrl };
};
export type Neighbours = Awaited<ReturnType<typeof testNeighbours>>;
