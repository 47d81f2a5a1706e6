import { z } from "@hono/zod-openapi";
import type { Mail } from "@jangteo/shared/mail";
import { deliver, type Desk, type Kind, type Post } from "@jangteo/shared/mailer";
import type { Event } from "@jangteo/shared/outbox";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { inbox } from "@jangteo/shared/schema/order/schema";
import { asc, eq } from "drizzle-orm";

import * as mails from "./mails.ts";
import { numberOf } from "./numbers.ts";

const AboutOrder = z.object({ orderId: z.uuid() });
const Shipped = z.object({
  carrier: z.string().nullable().default(null),
  trackingNumber: z.string().nullable().default(null),
});
const Refunded = z.object({ amount: z.int().positive().optional() });

const findTold = async ({ db, storefrontUrl }: Desk, event: Event) => {
  const { orderId } = AboutOrder.parse(event.payload);
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) return undefined;
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  const finder = new URL(`/${order.language}/orders/find`, storefrontUrl);
  finder.searchParams.set("number", numberOf(order.number));
  return {
    ...{ order, lines },
    link: new URL(`/${order.language}/orders/${orderId}`, storefrontUrl).href,
    finder: order.owner.startsWith("guest:") ? finder.href : undefined,
  };
};

/** One letter to the address that an order was placed with, in the language it was placed in. */
const toBuyer = (write: (told: mails.Told, event: Event) => Mail): Kind<Desk> => ({
  write: async (desk, event) => {
    const told = await findTold(desk, event);
    return told ? [{ to: told.order.email, ...write(told, event) }] : [];
  },
});

/** Each event that wants a letter. */
const letters: Record<string, Kind<Desk>> = {
  "order.confirmed": toBuyer(mails.confirmationMail),
  "order.cancelled": toBuyer(mails.cancelledMail),
  "order.shipped": toBuyer((told, { payload }) => mails.shippedMail(told, Shipped.parse(payload))),
  "order.refunded": toBuyer((told, { payload }) =>
    mails.refundedMail(told, Refunded.parse(payload).amount ?? told.order.refunded),
  ),
};

export const sendLetters = (desk: Desk & Post, event: Event) =>
  deliver(letters, inbox, desk, event);
