import { join } from "node:path";

import { denoArgs, denoProgram } from "@jangteo/shared/embedded/deno";
import { UserError } from "@jangteo/shared/embedded/user-error";

import type { Addresses } from "./addresses.ts";
import { builtOf } from "./build-services.ts";
import { urlForService } from "./database.ts";
import type { Folder } from "./folder.ts";
import { urlForUser, type RedisUser } from "./redis-users.ts";
import type { Secrets } from "./secrets.ts";
import type { ServiceSpec } from "./service.ts";

type ServiceName = "auth" | "member" | "product" | "order" | "payment";
const onEither = new Set<ServiceName>(["auth", "member", "product"]);
export type Given = {
  root: string;
  folder: Folder;
  addresses: Addresses;
  secrets: Secrets;
  databaseUrl: string;
  redisUrl: string;
  /** Whether it is the shop's own, which knows a user for each service. */
  ownRedis: boolean;
  cacheRedisUrl: string | undefined;
  dev: boolean;
  /** Whether services run as they were built; else from their sources, as with Deno. */
  built: boolean;
  /** Whether spans are told of. */
  observe?: boolean;
  /** What runs those services that run on either. */
  runtime?: Runtime;
};

/** The runtime that the caller asks for. */
export const runtimeOf = (env: Record<string, string | undefined>) => {
  const asked = env["JANGTEO_RUNTIME"] ?? "bun";
  if (asked === "bun" || asked === "deno") return asked;
  throw new UserError(
    `There is no runtime ${asked}.`,
    "JANGTEO_RUNTIME takes bun, or deno for auth, member and product.",
  );
};
type Runtime = ReturnType<typeof runtimeOf>;

/** Every process of the shop beside its stores: how it is started, what it reads, when it is ready. */
export const services = (given: Given) => {
  const { root, folder, addresses, secrets, databaseUrl, cacheRedisUrl, dev, observe } = given;
  const { runtime = "bun", built } = given;
  const { ports, origin } = addresses;
  const redisFor = (user: RedisUser) => ({
    REDIS_URL: given.ownRedis ? urlForUser(given.redisUrl, user, secrets) : given.redisUrl,
    ...(cacheRedisUrl && { CACHE_REDIS_URL: cacheRedisUrl }),
  });
  const told = observe === true && { OTEL_EXPORTER_OTLP_ENDPOINT: origin("traces") };
  const common = {
    ...told,
    HOST: "127.0.0.1",
    ISSUER: `http://localhost:${ports.gateway}`,
    JWKS_URL: `${origin("auth")}/.well-known/jwks.json`,
  };
  const shop = `http://localhost:${ports.storefront}`;
  const watch = dev ? ["--watch", "--no-clear-screen"] : [];
  const service = (name: ServiceName, reads: Record<string, string>) => {
    const main = `${name}/src/main.ts`;
    const env = { ...common, PORT: String(ports[name]), ...reads };
    const ready = `${origin(name)}/readyz`;
    const spec = {
      name,
      tier: "service",
      args: built ? [builtOf(name)] : [...watch, main],
      env,
      ready,
    } satisfies ServiceSpec;
    if (runtime === "bun" || !onEither.has(name)) return spec;
    return { ...spec, command: denoProgram(), args: denoArgs(main, env) };
  };

  const mails = {
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: "Jangteo <shop@jangteo.example>",
  };
  const mail: ServiceSpec = {
    name: "mail",
    tier: "edge",
    args: ["ops/local/mail-catcher.ts"],
    env: { SMTP_PORT: String(ports.smtp), PORT: String(ports.mail) },
    ready: `${origin("mail")}/api/messages`,
  };
  const auth = service("auth", {
    ...redisFor("auth"),
    MEMBER_URL: origin("member"),
    KEYS_FILE: folder.keys,
    STOREFRONT_CLIENT_SECRET: secrets.storefrontClient,
    ORDER_CLIENT_SECRET: secrets.orderClient,
    PAYMENT_CLIENT_SECRET: secrets.paymentClient,
    TOKEN_SECRET: secrets.token,
  });
  const member = service("member", {
    ...redisFor("member"),
    DATABASE_URL: urlForService(databaseUrl, "member", secrets.databaseMember),
    ...mails,
    STOREFRONT_URL: shop,
    AUTH_URL: origin("auth"),
    PASSWORD_PEPPER: secrets.pepper,
    SECOND_FACTOR_SECRET: secrets.secondFactor,
    IDEMPOTENCY_SECRET: secrets.idempotency,
    ONE_TIME_TOKEN_SECRET: secrets.oneTimeToken,
  });
  const product = service("product", {
    ...redisFor("product"),
    DATABASE_URL: urlForService(databaseUrl, "product", secrets.databaseProduct),
    IDEMPOTENCY_SECRET: secrets.idempotency,
    MEDIA_DIR: folder.media,
  });
  const order = service("order", {
    ...redisFor("order"),
    DATABASE_URL: urlForService(databaseUrl, "order", secrets.databaseOrder),
    IDEMPOTENCY_SECRET: secrets.idempotency,
    AUTH_URL: origin("auth"),
    SERVICE_CLIENT_SECRET: secrets.orderClient,
    PRODUCT_URL: origin("product"),
    PAYMENT_URL: origin("payment"),
    ...mails,
    STOREFRONT_URL: shop,
    WEBHOOK_SECRET: secrets.webhook,
    WEBHOOK_PRIVATE_HOSTS: "localhost,127.0.0.1",
  });
  const sandboxSecrets = {
    SANDBOX_API_KEY: secrets.sandboxApi,
    SANDBOX_WEBHOOK_SECRET: secrets.sandboxWebhook,
  };
  const payment = service("payment", {
    ...redisFor("payment"),
    DATABASE_URL: urlForService(databaseUrl, "payment", secrets.databasePayment),
    IDEMPOTENCY_SECRET: secrets.idempotency,
    AUTH_URL: origin("auth"),
    SERVICE_CLIENT_SECRET: secrets.paymentClient,
    ORDER_URL: origin("order"),
    SANDBOX_URL: origin("sandbox"),
    ...sandboxSecrets,
  });
  const sandbox: ServiceSpec = {
    name: "sandbox",
    tier: "service",
    args: [...watch, "payment/sandbox/main.ts"],
    env: {
      HOST: "127.0.0.1",
      PORT: String(ports.sandbox),
      SANDBOX_PUBLIC_URL: `http://localhost:${ports.sandbox}`,
      SANDBOX_WEBHOOK_URL: `${origin("payment")}/v1/webhooks/sandbox`,
      SANDBOX_FILE: folder.sandbox,
      ...sandboxSecrets,
    },
    ready: `${origin("sandbox")}/readyz`,
  };
  const gateway: ServiceSpec = {
    name: "gateway",
    tier: "edge",
    args: [...watch, "gateway/src/cli.ts", "serve"],
    env: {
      ...common,
      ...redisFor("gateway"),
      PORT: String(ports.gateway),
      STATUS_PORT: String(ports.status),
      ADMIN_PORT: String(ports.admin),
      PUBLIC_ORIGIN: shop,
      AUTH_URL: origin("auth"),
      MEMBER_URL: origin("member"),
      PRODUCT_URL: origin("product"),
      ORDER_URL: origin("order"),
      PAYMENT_URL: origin("payment"),
      GATEWAY_CONFIG: folder.gateway,
      TRUSTED_IPS: "127.0.0.1",
    },
    ready: `${origin("status")}/status/ready`,
  };
  const storefront: ServiceSpec = {
    name: "storefront",
    tier: "edge",
    args: ["server.ts"],
    cwd: join(root, "storefront"),
    env: {
      ...redisFor("storefront"),
      ...told,
      STATUS_PORT: String(ports.storefrontStatus),
      HOST: "127.0.0.1",
      PORT: String(ports.storefront),
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PUBLIC_ORIGIN: shop,
      AUTH_URL: origin("auth"),
      GATEWAY_URL: origin("gateway"),
      MEMBER_URL: origin("member"),
      PRODUCT_URL: origin("product"),
      ORDER_URL: origin("order"),
      PAYMENT_URL: origin("payment"),
      MEDIA_DIR: join(root, "ops/demo/pictures"),
      STOREFRONT_CLIENT_SECRET: secrets.storefrontClient,
      SESSION_SECRET: secrets.storefrontSession,
    },
    ready: `${shop}/livez`,
  };
  return { mail, auth, member, product, order, payment, sandbox, gateway, storefront };
};
