import { streamCsv } from "@jangteo/shared/csv";
import type { Db } from "@jangteo/shared/database";
import { toDecimal } from "@jangteo/shared/money";

import type { SalesExportQuery } from "./contract.ts";
import { numberOf } from "./numbers.ts";
import { fulfilmentStateOf, paymentStateOf } from "./orders.ts";
import { readSales, type SalesRow } from "./sales-orders.ts";

const batch = 250;

type Cells = (row: SalesRow) => string;
const money =
  (
    field: "subtotal" | "discount" | "shipping" | "tax" | "total" | "captured" | "refunded",
  ): Cells =>
  ({ order }) =>
    toDecimal({ amount: order[field], currency: order.currency });

/** One row for each order, amounts in won or dollars and cents. */
const columns: Record<string, Cells> = {
  number: ({ order }) => numberOf(order.number),
  placed_at: ({ order }) => order.placedAt.toISOString(),
  state: ({ order }) => order.state,
  payment_state: ({ order }) => paymentStateOf(order),
  fulfilment_state: ({ order, ...sent }) => fulfilmentStateOf(order.units, sent),
  email: ({ order }) => order.email,
  recipient: ({ order }) => order.shippingAddress.name,
  country: ({ order }) => order.shippingAddress.addressCountry,
  units: ({ order }) => String(order.units),
  currency: ({ order }) => order.currency,
  subtotal: money("subtotal"),
  discount: money("discount"),
  shipping: money("shipping"),
  tax: money("tax"),
  total: money("total"),
  captured: money("captured"),
  refunded: money("refunded"),
  payment_method: ({ order }) => order.paymentMethod,
  payment_id: ({ order }) => order.paymentId,
};

async function* pagesOf(db: Db, query: SalesExportQuery) {
  for (let after: string | undefined; ;) {
    const rows = await readSales(db, { ...query, after, limit: batch });
    yield rows.map((row) => Object.values(columns).map((cellOf) => cellOf(row)));
    after = rows.at(-1)?.order.id;
    if (rows.length < batch) return;
  }
}

/** The orders that a list would show, as CSV, the newest first. */
export const exportSales = (db: Db, query: SalesExportQuery) =>
  streamCsv(Object.keys(columns), pagesOf(db, query));
