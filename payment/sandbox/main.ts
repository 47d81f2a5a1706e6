import { createLog } from "@jangteo/shared/log";
import { serve } from "@jangteo/shared/serve";

import { createSandbox } from "./app.ts";
import { env } from "./env.ts";

const log = createLog("sandbox");
const app = createSandbox({
  file: env.SANDBOX_FILE,
  publicUrl: env.SANDBOX_PUBLIC_URL,
  apiKey: env.SANDBOX_API_KEY,
  webhook: { url: env.SANDBOX_WEBHOOK_URL, secret: env.SANDBOX_WEBHOOK_SECRET },
  log,
});

serve({ name: "sandbox", fetch: app.fetch, port: env.PORT, hostname: env.HOST, log });
