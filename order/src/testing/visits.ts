import { systemClock, type Clock } from "@jangteo/shared/clock";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testTokens } from "@jangteo/shared/testing/tokens";

import { createApp, type Deps } from "../app.ts";
import { noWebhooks, testSecret } from "./neighbours.ts";

const unused = (): never => {
  throw new Error("nobody is asked here");
};

type Call = { method?: string; body?: unknown };

/** The order service where nothing is bought any more, and people who look at what they have bought. */
export const testVisits = async (clock: Clock = systemClock) => {
  const { db, url, adminUrl } = await testDatabase("order");
  const tokens = await testTokens();
  // oxlint-disable-next-line no-unsafe-type-assertion -- parts that these routes never touch
  const away = { advance: unused, offers: unused } as unknown as Deps["saga"] &
    Deps["catalogue"] &
    Deps["courier"];
  const app = createApp({
    ...{ db, rules: tokens.rules, idempotencySecret: testSecret, clock },
    ...{ catalogue: away, saga: away, courier: away, shop: "http://shop.test" },
    ...noWebhooks,
  });
  /** A guest, unless a member's id is given. */
  const visitor = async (member?: string) => {
    const subject = member ?? `guest:${crypto.randomUUID()}`;
    const scope = member === undefined ? "cart" : "cart member";
    const token = await tokens.access({ sub: subject, scope });
    const call = async (path: string, { method, body }: Call = {}) =>
      app.request(path, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    return {
      ...{ subject, token, call },
      look: (number: string, email: string) =>
        call("/v1/order-lookups", { body: { number, email } }),
      see: (id: string) => call(`/v1/orders/${id}`),
      claim: (guestToken: string) => call("/v1/orders/claims", { body: { guestToken } }),
    };
  };
  return { db, url, adminUrl, tokens, visitor };
};
