import { createRoute, z } from "@hono/zod-openapi";
import {
  body,
  idempotencyKey,
  json,
  moment,
  readFailures,
  staff,
  text,
  writeFailures,
} from "@jangteo/shared/contract";
import { Money } from "@jangteo/shared/money";
import { forbidden, notFound } from "@jangteo/shared/problem";

import {
  Cancellation,
  Order,
  OrderEvent,
  OrderFulfilmentState,
  OrderPaymentState,
  OrderState,
  OrderSummary,
} from "./orders.ts";
import { audience, id, LineUnits } from "./wire.ts";

const tags = ["sales"];
const security = staff("orders:write");

export const SalesOrderSummary = z
  .object({ ...OrderSummary.shape, email: z.string(), recipient: z.string() })
  .openapi("SalesOrderSummary");
export type SalesOrderSummary = z.infer<typeof SalesOrderSummary>;

/** Something that happened to an order: who did it, and the money that it was about. */
const SalesEvent = z
  .object({
    ...OrderEvent.shape,
    actor: z.string().openapi({ description: "A member's id, a guest, or the name of a service" }),
    by: z.enum(["shopper", "staff", "shop"]),
    amount: Money.nullable(),
  })
  .openapi("SalesEvent");

/** An order as staff see it: with their notes, and who did what. */
export const SalesOrder = z
  .object({
    ...Order.shape,
    owner: z.string(),
    events: z.array(SalesEvent),
    refundable: z.int().openapi({ description: "What can still be given back, in minor units" }),
  })
  .openapi("SalesOrder");
export type SalesOrder = z.infer<typeof SalesOrder>;

export const SalesQuery = z.strictObject({
  q: text(80).optional().openapi({ description: "A number, or part of an e-mail or a name" }),
  state: OrderState.optional(),
  payment: OrderPaymentState.optional(),
  fulfilment: OrderFulfilmentState.optional(),
  returns: z.literal("open").optional().openapi({ description: "With a return that waits" }),
  from: moment.optional(),
  to: moment.optional().openapi({ description: "Exclusive" }),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SalesQuery = z.infer<typeof SalesQuery>;

export const SalesExportQuery = SalesQuery.omit({ after: true, limit: true });
export type SalesExportQuery = z.infer<typeof SalesExportQuery>;

export const listSalesOrders = createRoute({
  method: "get",
  path: "/v1/sales/orders",
  tags,
  security,
  summary: "All orders, the newest first",
  request: { headers: audience, query: SalesQuery },
  responses: {
    200: json(
      z.object({
        items: z.array(SalesOrderSummary),
        next: z.uuid().nullable().openapi({ description: "Pass as `after` for the next page" }),
      }),
      "A page",
    ),
    ...readFailures,
  },
});

export const exportSales = createRoute({
  method: "get",
  path: "/v1/order-exports",
  tags,
  security,
  summary: "The orders that the list would show with these filters, as CSV, the newest first",
  request: { query: SalesExportQuery },
  responses: {
    200: {
      description: "A row for each order; amounts in won, or in dollars and cents",
      content: { "text/csv": { schema: z.string() } },
    },
    ...readFailures,
  },
});

export const getSalesOrder = createRoute({
  method: "get",
  path: "/v1/sales/orders/{id}",
  tags,
  security,
  summary: "One order",
  request: { params: id, headers: audience },
  responses: { 200: json(SalesOrder, "The order"), ...readFailures, ...notFound },
});

const fulfilment = z.object({ id: z.uuid(), fulfilmentId: z.uuid() });
const returned = z.object({ id: z.uuid(), returnId: z.uuid() });

/** Something that staff do to an order; what its state does not permit is 409 with a `rule`. */
const act = <P extends string, I extends z.ZodObject, B extends z.ZodType>(
  path: P,
  summary: string,
  { params, said, scope = "orders:write" }: { params: I; said: B; scope?: string },
) =>
  createRoute({
    method: "post",
    path: `/v1/sales/orders/{id}${path}` as const,
    tags,
    security: staff(scope),
    summary,
    request: { params, headers: audience.extend(idempotencyKey.shape), body: body(said) },
    responses: {
      200: json(SalesOrder, "As it is now"),
      ...writeFailures,
      ...forbidden,
      ...notFound,
    },
  });

const Nothing = z.strictObject({}).openapi("Nothing");
export const NewFulfilment = z.strictObject({ lines: LineUnits }).openapi("NewFulfilment");
export const Shipment = z
  .strictObject({ carrier: text(60), trackingNumber: text(60) })
  .openapi("Shipment");
export const Note = z.strictObject({ text: text(1000) }).openapi("Note");
export const Rejection = z.strictObject({ note: text(300) }).openapi("Rejection");
export const Receipt = z
  .strictObject({
    sellable: z.boolean().openapi({ description: "Whether it goes back on the shelf" }),
  })
  .openapi("Receipt");
export const NewRefund = z
  .strictObject({
    amount: z.int().positive().openapi({ description: "In minor units of the order" }),
    reason: text(300),
  })
  .openapi("NewRefund");

export const cancelForShopper = act("/cancellation", "Cancel an order of which nothing was sent", {
  ...{ params: id, said: Cancellation },
});
export const planFulfilment = act("/fulfilments", "Set units aside to be sent together", {
  ...{ params: id, said: NewFulfilment },
});
export const shipFulfilment = act(
  "/fulfilments/{fulfilmentId}/shipment",
  "They were handed to a carrier",
  { params: fulfilment, said: Shipment },
);
export const deliverFulfilment = act("/fulfilments/{fulfilmentId}/delivery", "They arrived", {
  ...{ params: fulfilment, said: Nothing },
});
export const cancelFulfilment = act(
  "/fulfilments/{fulfilmentId}/cancellation",
  "They are not sent together after all",
  { params: fulfilment, said: Nothing },
);
export const addNote = act("/notes", "Write something down for other staff", {
  ...{ params: id, said: Note },
});
export const approveReturn = act("/returns/{returnId}/approval", "It may be sent back", {
  ...{ params: returned, said: Nothing },
});
export const rejectReturn = act("/returns/{returnId}/rejection", "It may not be returned", {
  ...{ params: returned, said: Rejection },
});
export const receiveReturn = act("/returns/{returnId}/receipt", "It came back", {
  ...{ params: returned, said: Receipt },
});
export const refundReturn = act(
  "/returns/{returnId}/refund",
  "Give back what its units cost, and never more than is left of what was paid",
  { params: returned, said: Nothing, scope: "refunds:write" },
);
export const refundOrder = act("/refunds", "Give some of the money back, for a reason", {
  ...{ params: id, said: NewRefund, scope: "refunds:write" },
});
