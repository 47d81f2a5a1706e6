import { createLog } from "@jangteo/shared/log";
import { connectRedis } from "@jangteo/shared/redis";
import { serve } from "@jangteo/shared/serve";

import { createApp } from "./app.ts";
import { readClients, storefront } from "./clients.ts";
import { env } from "./env.ts";
import { openKeys } from "./keys.ts";

const { PORT, HOST, ISSUER, REDIS_URL, MEMBER_URL, ...rest } = env();
const log = createLog("auth");
const redis = connectRedis(REDIS_URL, log);
const app = createApp({
  redis,
  issuer: ISSUER,
  keys: await openKeys(rest.KEYS_FILE),
  secret: rest.TOKEN_SECRET,
  clients: [storefront(rest.STOREFRONT_CLIENT_SECRET), ...(await readClients(rest.CLIENTS_FILE))],
  member: { url: MEMBER_URL },
  log,
});

serve({
  name: "auth",
  fetch: app.fetch,
  port: PORT,
  hostname: HOST,
  log,
  close: async () => redis.disconnect(),
});
