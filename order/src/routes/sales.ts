import type { ServiceEnv } from "@jangteo/shared/context";
import { csvHeaders } from "@jangteo/shared/csv";
import { isUnknownValue, type Db } from "@jangteo/shared/database";
import { languageOf } from "@jangteo/shared/language";
import { AppError } from "@jangteo/shared/problem";
import type { Context, Input } from "hono";

import { cancelOrder } from "../cancelling.ts";
import * as contract from "../contract.ts";
import { readFigures } from "../figures.ts";
import * as fulfilling from "../fulfilling.ts";
import { refundOrder, refundReturn } from "../refunding.ts";
import { approveReturn, receiveReturn, rejectReturn } from "../returning.ts";
import { exportSales } from "../sales-export.ts";
import { addNote, listSalesOrders } from "../sales-orders.ts";
import { findSalesOrder } from "../shown-orders.ts";
import { noStore, type App, type Parts } from "./parts.ts";

/** A time zone may be known here and not to the database. */
const refuseZone = (error: unknown) => {
  if (!isUnknownValue(error)) throw error;
  const detail = "is not known";
  throw new AppError("invalid", detail, {
    errors: [{ in: "query", pointer: "/timeZone", rule: "unknown", detail }],
  });
};

/** What staff do with orders. Every act answers the order as it is then. */
export const salesRoutes = (app: App, { db, clock, courier, once }: Parts) => {
  const show = async (tx: Db, id: string, accepted: string | undefined) => {
    const asked = { language: languageOf(accepted), now: clock() };
    return contract.SalesOrder.parse(await findSalesOrder(tx, id, asked));
  };
  /** Acts once, then has done elsewhere what that takes. */
  const act = async <P extends string, I extends Input>(
    c: Context<ServiceEnv, P, I>,
    id: string,
    work: (tx: Db) => Promise<void>,
  ) => {
    const reply = await once(c, async (tx) => {
      await work(tx);
      return c.json(await show(tx, id, c.req.header("accept-language")), 200, noStore);
    });
    await courier.advanceOrder(id);
    return reply;
  };
  type Of<Named> = Context<ServiceEnv, string, { out: { param: Named } }>;
  /** Who acts on what, and when. */
  const by = <Named extends { id: string }>(c: Of<Named>) => ({
    ...c.req.valid("param"),
    ...{ actor: c.var.identity.sub, now: clock() },
  });

  app.openapi(contract.listSalesOrders, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { items, next } = await listSalesOrders(db, c.req.valid("query"), language);
    const shown = items.map((one) => contract.SalesOrderSummary.parse(one));
    return c.json({ items: shown, next }, 200, noStore);
  });
  app.openapi(contract.exportSales, async (c) => {
    const { body, ended } = await exportSales(db, c.req.valid("query"));
    c.set("lasting", ended);
    return c.body(body, 200, { ...csvHeaders("orders"), ...noStore });
  });
  app.openapi(contract.getSalesFigures, async (c) => {
    const figures = await readFigures(db, c.req.valid("query"), clock()).catch(refuseZone);
    return c.json(contract.SalesFigures.parse(figures), 200, noStore);
  });
  app.openapi(contract.getSalesOrder, async (c) => {
    const accepted = c.req.valid("header")["accept-language"];
    return c.json(await show(db, c.req.valid("param").id, accepted), 200, noStore);
  });
  app.openapi(contract.cancelForShopper, (c) => {
    const { id, actor, now } = by(c);
    return act(c, id, (tx) => cancelOrder(tx, { id, actor, ...c.req.valid("json") }, now));
  });
  app.openapi(contract.planFulfilment, (c) => {
    const { id, now } = by(c);
    return act(c, id, (tx) => fulfilling.planFulfilment(tx, id, c.req.valid("json").lines, now));
  });
  app.openapi(contract.shipFulfilment, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => fulfilling.shipFulfilment(tx, asked, c.req.valid("json")));
  });
  app.openapi(contract.deliverFulfilment, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => fulfilling.deliverFulfilment(tx, asked));
  });
  app.openapi(contract.cancelFulfilment, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => fulfilling.cancelFulfilment(tx, asked));
  });
  app.openapi(contract.addNote, (c) => {
    const { id, actor, now } = by(c);
    return act(c, id, (tx) => addNote(tx, { id, actor, ...c.req.valid("json") }, now));
  });
  app.openapi(contract.approveReturn, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => approveReturn(tx, asked));
  });
  app.openapi(contract.rejectReturn, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => rejectReturn(tx, asked, c.req.valid("json").note));
  });
  app.openapi(contract.receiveReturn, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => receiveReturn(tx, asked, c.req.valid("json").sellable));
  });
  app.openapi(contract.refundReturn, (c) => {
    const asked = by(c);
    return act(c, asked.id, (tx) => refundReturn(tx, asked));
  });
  app.openapi(contract.refundOrder, (c) => {
    const { id, actor, now } = by(c);
    return act(c, id, (tx) => refundOrder(tx, { id, actor, ...c.req.valid("json") }, now));
  });
};
