import { afterAll } from "bun:test";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";

import { testIssuer, testSecret } from "../../order/src/testing/neighbours.ts";
import { urlForService } from "../local/database.ts";
import { openBalancer } from "./balancer.ts";

const names = ["member", "product", "payment", "order"] as const;
type Name = (typeof names)[number];
type Fleet = Record<Name, { url: string; stop: () => Promise<void> }>;

const sandboxSecrets = {
  SANDBOX_API_KEY: "the sandbox's key of the drill, long enough",
  SANDBOX_WEBHOOK_SECRET: "the sandbox's webhook secret of the drill",
};

/** Addresses that stay while what answers there is replaced, on one database and one Redis. */
export const openHarbour = async (adminUrl: string, sandboxMain: string) => {
  const issuer = await testIssuer();
  const { url: redisUrl } = await testRedis();
  const urls: Record<Name, string[]> = { member: [], product: [], payment: [], order: [] };
  const doors = {
    member: openBalancer(urls.member),
    product: openBalancer(urls.product),
    payment: openBalancer(urls.payment),
    order: openBalancer(urls.order),
  };
  afterAll(() => Promise.all(Object.values(doors).map((door) => door.close())));
  const sandboxPort = await freePort();
  const sandbox = await testProcess(
    sandboxMain,
    {
      SANDBOX_PUBLIC_URL: `http://127.0.0.1:${sandboxPort}`,
      SANDBOX_WEBHOOK_URL: `${doors.payment.url}/v1/webhooks/sandbox`,
      SANDBOX_FILE: "/dev/null",
      ...sandboxSecrets,
    },
    { port: sandboxPort },
  );
  const common = {
    ISSUER: issuer.tokens.rules.issuer,
    JWKS_URL: `${issuer.url}keys`,
    AUTH_URL: issuer.url,
    REDIS_URL: redisUrl,
    IDEMPOTENCY_SECRET: testSecret,
    SERVICE_CLIENT_SECRET: testSecret,
    PRODUCT_URL: doors.product.url,
    PAYMENT_URL: doors.payment.url,
    ORDER_URL: doors.order.url,
    SANDBOX_URL: sandbox.url,
    STOREFRONT_URL: "http://shop.test",
    SMTP_URL: "smtp://127.0.0.1:1",
    WEBHOOK_SECRET: testSecret,
    PASSWORD_PEPPER: testSecret,
    SECOND_FACTOR_SECRET: testSecret,
    ONE_TIME_TOKEN_SECRET: testSecret,
    ...sandboxSecrets,
  };
  const start = (root: string, name: Name) =>
    testProcess(join(root, name, "src/main.ts"), {
      ...common,
      DATABASE_URL: urlForService(adminUrl, name, "test"),
    });
  /** Starts the services of a version; what comes is shared out among all that run. */
  const add = async (root: string) => {
    const [member, product, payment, order] = await Promise.all([
      start(root, "member"),
      start(root, "product"),
      start(root, "payment"),
      start(root, "order"),
    ]);
    const fleet = { member, product, payment, order };
    for (const name of names) urls[name].push(fleet[name].url);
    return fleet;
  };
  /** Sends nothing more to a version, waits for what it was sent, then ends it. */
  const leave = async (fleet: Fleet) => {
    for (const name of names) urls[name].splice(urls[name].indexOf(fleet[name].url), 1);
    await Promise.all(names.map((name) => doors[name].drained(fleet[name].url)));
    await Promise.all(names.map((name) => fleet[name].stop()));
  };
  return { issuer, doors, add, leave };
};
export type Harbour = Awaited<ReturnType<typeof openHarbour>>;
