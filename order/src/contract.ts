/** What the documentation calls this service. */
export const about = {
  name: "order",
  description: "Carts, checkouts and orders: what is bought, for how much, and where it stands.",
};

export * from "./contract/carts.ts";
export * from "./contract/checkouts.ts";
export * from "./contract/figures.ts";
export * from "./contract/guests.ts";
export * from "./contract/orders.ts";
export * from "./contract/personal-data.ts";
export * from "./contract/promotions.ts";
export * from "./contract/reviews.ts";
export * from "./contract/sales.ts";
export * from "./contract/webhook-deliveries.ts";
export * from "./contract/webhook-subscriptions.ts";
export { NewAddress, PricedLine, Totals } from "./contract/wire.ts";
