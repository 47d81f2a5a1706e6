import type { Env } from "./env.ts";
import type { Providers } from "./providers/provider.ts";
import { createSandbox } from "./providers/sandbox.ts";

/** The providers whose keys are there. */
export const providersOf = (env: Env): Providers => {
  const shop = env.ISSUER;
  const deadline = env.PROVIDER_DEADLINE_SECONDS * 1000;
  return {
    ...(env.SANDBOX_URL && {
      sandbox: createSandbox({
        ...{ url: env.SANDBOX_URL, shop, deadline },
        apiKey: env.SANDBOX_API_KEY,
        webhookSecret: env.SANDBOX_WEBHOOK_SECRET,
      }),
    }),
  };
};
