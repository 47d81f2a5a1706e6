import { z } from "@hono/zod-openapi";
import { isMember } from "@jangteo/shared/auth";
import type { Db } from "@jangteo/shared/database";
import type { Mail } from "@jangteo/shared/mail";
import { deliver, type Desk, type Kind, type Post } from "@jangteo/shared/mailer";
import type { Event } from "@jangteo/shared/outbox";
import { prepared } from "@jangteo/shared/prepared";
import { orderLines, orders } from "@jangteo/shared/schema/order/orders";
import { fulfilments, returns } from "@jangteo/shared/schema/order/sales";
import { inbox } from "@jangteo/shared/schema/order/schema";
import { asc, eq, sql } from "drizzle-orm";

import * as afterMails from "./after-mails.ts";
import * as mails from "./mails.ts";
import { numberOf } from "./numbers.ts";

const AboutOrder = z.object({ orderId: z.uuid() });
const Shipped = z.object({ fulfilmentId: z.uuid() });
const Returned = z.object({ returnId: z.uuid() });
const Refunded = z.object({ amount: z.int().positive().optional() });

const telling = (db: Db) =>
  db
    .select({ order: orders, line: orderLines })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(eq(orders.id, sql.placeholder("orderId")))
    .orderBy(asc(orderLines.position));

const findTold = async ({ db, storefrontUrl }: Desk, event: Event) => {
  const { orderId } = AboutOrder.parse(event.payload);
  const rows = await prepared(db, "told", () => telling(db).prepare("told")).execute({ orderId });
  const order = rows[0]?.order;
  if (!order) return undefined;
  const lines = rows.map(({ line }) => line);
  const finder = new URL(`/${order.language}/orders/find`, storefrontUrl);
  finder.searchParams.set("number", numberOf(order.number));
  return {
    ...{ order, lines },
    link: new URL(`/${order.language}/orders/${orderId}`, storefrontUrl).href,
    finder: order.owner.startsWith("guest:") ? finder.href : undefined,
  };
};

type Written = Mail | Promise<Mail>;

/** One letter to the address that an order was placed with, in the language it was placed in. */
const toBuyer = (write: (told: mails.Told, event: Event, desk: Desk) => Written): Kind<Desk> => ({
  write: async (desk, event) => {
    const told = await findTold(desk, event);
    return told ? [{ to: told.order.email, ...(await write(told, event, desk)) }] : [];
  },
});

const shipped = async (told: mails.Told, { payload }: Event, { db }: Desk) => {
  const { fulfilmentId } = Shipped.parse(payload);
  const [parcel] = await db.select().from(fulfilments).where(eq(fulfilments.id, fulfilmentId));
  return mails.shippedMail(told, parcel ?? { carrier: null, trackingNumber: null });
};

const delivered = (told: mails.Told, _event: Event, { storefrontUrl }: Desk) => {
  const { language, owner } = told.order;
  const reviews = new URL(`/${language}/account/reviews`, storefrontUrl).href;
  return afterMails.deliveredMail(told, isMember(owner) ? reviews : undefined);
};

const rejected = async (told: mails.Told, { payload }: Event, { db }: Desk) => {
  const { returnId } = Returned.parse(payload);
  const [back] = await db.select().from(returns).where(eq(returns.id, returnId));
  return afterMails.returnRejectedMail(told, back?.note ?? null);
};

/** Each event that wants a letter. */
const letters: Record<string, Kind<Desk>> = {
  "order.confirmed": toBuyer(mails.confirmationMail),
  "order.cancelled": toBuyer(mails.cancelledMail),
  "order.shipped": toBuyer(shipped),
  "order.delivered": toBuyer(delivered),
  "order.return_approved": toBuyer(afterMails.returnApprovedMail),
  "order.return_rejected": toBuyer(rejected),
  "order.refunded": toBuyer((told, { payload }) =>
    mails.refundedMail(told, Refunded.parse(payload).amount ?? told.order.refunded),
  ),
};

export const sendLetters = (desk: Desk & Post, event: Event) =>
  deliver(letters, inbox, desk, event);
