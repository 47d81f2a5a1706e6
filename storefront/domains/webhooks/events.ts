import type { Values } from "../admin/merge";
import type { Webhook } from "./queries";

type EventType = Webhook["eventTypes"][number];

/** Every type of event that can be told, by what it is about. */
const about: Record<EventType, "order" | "return" | "payment" | "product"> = {
  "order.placed": "order",
  "order.confirmed": "order",
  "order.shipped": "order",
  "order.delivered": "order",
  "order.completed": "order",
  "order.cancelled": "order",
  "order.refunded": "order",
  "checkout.ended": "order",
  "order.return_requested": "return",
  "order.return_approved": "return",
  "order.return_rejected": "return",
  "order.return_received": "return",
  "order.return_refunded": "return",
  "payment.authorised": "payment",
  "payment.captured": "payment",
  "payment.refunded": "payment",
  "payment.voided": "payment",
  "payment.failed": "payment",
  "product.changed": "product",
};

export const groups = ["order", "return", "payment", "product"] as const;

const isEventType = (name: string): name is EventType => name in about;
export const eventTypes = Object.keys(about).filter(isEventType);
export const typesAbout = (group: (typeof groups)[number]) =>
  eventTypes.filter((type) => about[type] === group);

export const fieldOfType = (type: EventType) => `event.${type}`;

export const valuesOfTypes = (chosen: readonly EventType[]): Values =>
  Object.fromEntries(
    eventTypes.map((type) => [fieldOfType(type), chosen.includes(type) ? "on" : ""]),
  );

export const readTypes = (values: Values) =>
  eventTypes.filter((type) => values[fieldOfType(type)] === "on");
