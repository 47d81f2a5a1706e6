import type { Env } from "./env.ts";
import type { Providers } from "./providers/provider.ts";
import { createSandbox } from "./providers/sandbox.ts";
import { createStripe } from "./providers/stripe.ts";
import { createToss } from "./providers/toss.ts";

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
    ...(env.STRIPE_SECRET_KEY && {
      stripe: createStripe({
        ...{ apiKey: env.STRIPE_SECRET_KEY, shop, deadline },
        webhookSecret: env.STRIPE_WEBHOOK_SECRET,
      }),
    }),
    ...(env.TOSS_SECRET_KEY && {
      toss: createToss({
        ...{ secretKey: env.TOSS_SECRET_KEY, clientKey: env.TOSS_CLIENT_KEY, shop, deadline },
        // Browsers reach this service through the gateway, whose address is the issuer's.
        publicUrl: env.ISSUER,
      }),
    }),
  };
};
