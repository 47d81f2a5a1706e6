import type { Order, OrderSummary } from "@jangteo/order/contract";

type Stand = Pick<Order | OrderSummary, "state" | "paymentState" | "fulfilmentState">;

/** How an order stands, in one word that the messages know. */
export const standingOf = ({ state, paymentState, fulfilmentState }: Stand) => {
  if (state === "cancelled") return "cancelled";
  if (paymentState === "refunded") return "refunded";
  if (fulfilmentState === "delivered" || state === "completed") return "delivered";
  if (fulfilmentState === "shipped") return "shipped";
  if (fulfilmentState === "partially_shipped") return "partlyShipped";
  return state === "fulfilling" ? "packing" : "placed";
};
export type Standing = ReturnType<typeof standingOf>;

/** The mark beside the word: done, now, or over. */
export const markOf = (standing: Standing) => {
  if (standing === "delivered") return "done";
  return standing === "cancelled" || standing === "refunded" ? "over" : "now";
};

const told = [
  "placed",
  "paid",
  "fulfilling",
  "shipped",
  "delivered",
  "completed",
  "cancelled",
  "refunded",
  "return_requested",
  "return_approved",
  "return_rejected",
  "return_received",
  "return_refunded",
] as const;

/** Why, as far as there are words for it. */
const reasons = ["payment_failed"] as const;

/** What happened, as far as there are words for it. */
export const eventsOf = ({ events }: Pick<Order, "events">) =>
  events.flatMap(({ type, at, detail }) => {
    const known = told.find((word) => word === type);
    const reason = reasons.find((word) => word === detail);
    // What somebody wrote, or where a parcel can be followed, is told as it is.
    const said = reason === undefined ? detail : null;
    return known ? [{ type: known, at, reason, said }] : [];
  });

/** What is still to come. */
export const comingOf = (standing: Standing) => {
  if (standing === "placed") return ["shipped", "delivered"] as const;
  if (standing === "packing" || standing === "partlyShipped")
    return ["shipped", "delivered"] as const;
  return standing === "shipped" ? (["delivered"] as const) : [];
};
