import { serviceFetch, type Api, type Fetch } from "@jangteo/shared/client";
import { AppError } from "@jangteo/shared/problem";
import { hc } from "hono/client";

type OrderApi = Api<typeof import("@jangteo/order/contract")>;
type Options = {
  url: string;
  /** A token for the service of that name. */
  tokens: (service: string) => Promise<string>;
  fetch?: Fetch;
};

/** The order service, asked what became of a checkout. */
export const createOrders = ({ url, tokens, fetch }: Options) => {
  const { internal } = hc<OrderApi>(url, {
    fetch: serviceFetch(2000, fetch),
    headers: async () => ({ authorization: `Bearer ${await tokens("order")}` }),
  });
  return {
    /** How a checkout ended, or stands; undefined when there never was one. */
    outcomeOf: async (checkoutId: string) => {
      const reply = await internal.checkouts[":id"].$get({ param: { id: checkoutId } });
      if (reply.status === 404) return undefined;
      if (reply.status !== 200)
        throw new AppError("unavailable", "The order service does not answer", {
          cause: new Error(`It answered ${reply.status}`),
        });
      return reply.json();
    },
  };
};
export type Orders = ReturnType<typeof createOrders>;
