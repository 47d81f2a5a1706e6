import { testGoods } from "../../order/src/testing/goods.ts";
import { shopperOf } from "../../order/src/testing/shopper.ts";
import type { Harbour } from "./fleet.ts";

const everyMs = 25;

/** People who come when they come, however the shop does: they look, fill carts, buy and sign up. */
export const openVisitors = async ({ issuer, doors }: Harbour, adminUrl: string) => {
  const failed: string[] = [];
  const served = { looked: 0, filled: 0, bought: 0, signedUp: 0 };
  const goods = await testGoods({ issuer, goods: { adminUrl }, product: doors.product });
  const bowl = await goods.sell({ units: 100_000 });

  const ask = async (url: string, init: RequestInit = {}) => {
    const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    if (reply.status >= 500)
      failed.push(`${init.method ?? "GET"} ${url}: ${reply.status} ${await reply.clone().text()}`);
    return reply;
  };
  const shopper = () =>
    shopperOf({ ask: (path, init) => ask(doors.order.url + path, init), tokens: issuer.tokens });

  const acts: Record<keyof typeof served, () => Promise<boolean>> = {
    looked: async () => (await ask(`${doors.product.url}/v1/products/${bowl.slug}`)).status === 200,
    filled: async () => (await (await shopper()).add(bowl.variant)).status === 200,
    bought: async () => {
      const guest = await shopper();
      await guest.add(bowl.variant);
      return (await guest.buy()).order !== null;
    },
    signedUp: async () => {
      const headers = await issuer.tokens.guest();
      const reply = await ask(`${doors.member.url}/v1/members`, {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/json",
          "idempotency-key": crypto.randomUUID(),
        },
        body: JSON.stringify({
          email: `${crypto.randomUUID()}@example.com`,
          ...{ password: "a moon jar of 1750", name: "김민아", language: "ko" },
        }),
      });
      return reply.status === 202;
    },
  };

  const under = new Set<Promise<void>>();
  const serve = async (what: keyof typeof served) => {
    try {
      if (await acts[what]()) served[what] += 1;
      else failed.push(`${what}: not done`);
    } catch (error) {
      failed.push(`${what}: ${String(error)}`);
    }
  };
  const come = (what: keyof typeof served) => {
    const visit = serve(what).finally(() => under.delete(visit));
    under.add(visit);
  };
  const turn = { next: 0 };
  const order = [
    "looked",
    "filled",
    "looked",
    "bought",
    "looked",
    "filled",
    "looked",
    "signedUp",
  ] as const;
  const timer = setInterval(() => {
    const what = order[turn.next % order.length] ?? "looked";
    turn.next += 1;
    // Hashing a password takes a core for a while, and buying is a hundred statements.
    const rare = what === "bought" || what === "signedUp";
    if (!rare || turn.next % 32 < order.length) come(what);
  }, everyMs);

  return {
    failed,
    served: () => ({ ...served }),
    /** No more come; settles once the last one was served. */
    close: async () => {
      clearInterval(timer);
      await Promise.all(under);
    },
  };
};
