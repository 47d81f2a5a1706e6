const read = (name: string, fallback: string) => process.env[name] ?? fallback;

/** Read once when the server starts; `server.ts` and Next share it. */
export const env = {
  publicOrigin: read("PUBLIC_ORIGIN", "http://localhost:3000"),
  gatewayUrl: read("GATEWAY_URL", "http://127.0.0.1:8000"),
  authUrl: read("AUTH_URL", "http://127.0.0.1:4000"),
  memberUrl: read("MEMBER_URL", "http://127.0.0.1:5000"),
  productUrl: read("PRODUCT_URL", "http://127.0.0.1:5100"),
  orderUrl: read("ORDER_URL", "http://127.0.0.1:5200"),
  paymentUrl: read("PAYMENT_URL", "http://127.0.0.1:5300"),
  redisUrl: read("REDIS_URL", "redis://127.0.0.1:6379"),
  clientSecret: read("STOREFRONT_CLIENT_SECRET", ""),
  sessionSecret: read("SESSION_SECRET", ""),
  /** Addresses or CIDR blocks, separated by commas, whose X-Forwarded-For is believed. */
  trustedProxies: read("TRUSTED_PROXIES", ""),
  port: Number(read("PORT", "3000")),
  host: read("HOST", "127.0.0.1"),
  /** Where `/metrics` is, never on the public port; nowhere when left out. */
  statusPort: process.env["STATUS_PORT"] ? Number(process.env["STATUS_PORT"]) : undefined,
  /** Seconds that a page shows what it read of the catalogue before it asks again. */
  catalogueFresh: Number(read("CATALOGUE_FRESH_SECONDS", "60")),
  mediaDir: read("MEDIA_DIR", "../ops/demo/pictures"),
};
