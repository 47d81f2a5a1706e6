import type { Orders } from "../orders.ts";

type Outcome = NonNullable<Awaited<ReturnType<Orders["outcomeOf"]>>>;

/** An order service that says of checkouts what a test tells it to. */
export const testOrders = () => {
  const outcomes = new Map<string, Omit<Outcome, "checkoutId">>();
  const orders: Orders = {
    outcomeOf: async (checkoutId) => {
      const outcome = outcomes.get(checkoutId);
      return outcome && { checkoutId, ...outcome };
    },
  };
  const end = (
    { checkoutId, id }: { checkoutId: string; id: string },
    state: Outcome["state"],
    { ordered = false, by = id } = {},
  ) =>
    void outcomes.set(checkoutId, {
      state,
      paymentId: by,
      orderId: ordered ? crypto.randomUUID() : null,
    });
  return { orders, end };
};
