import { languageOf } from "@jangteo/shared/language";

import { cancelOrder } from "../cancelling.ts";
import { ownerOf } from "../carts.ts";
import * as contract from "../contract.ts";
import { exportPurchases } from "../exporting.ts";
import { listOrders } from "../orders.ts";
import { requestReturn } from "../returning.ts";
import { findOrder } from "../shown-orders.ts";
import { noStore, type App, type Parts } from "./parts.ts";

export const orderRoutes = (app: App, { db, clock, catalogue, courier, once }: Parts) => {
  // Before what takes an id in its place.
  app.openapi(contract.exportOrders, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const asked = { member: c.var.identity.sub, language, now: clock() };
    const told = await exportPurchases(db, catalogue, asked);
    return c.json(contract.OrderExport.parse(told), 200, noStore);
  });
  app.openapi(contract.listOrders, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const page = c.req.valid("query");
    const { items, next } = await listOrders(db, c.var.identity.sub, page, language);
    const shown = items.map((one) => contract.OrderSummary.parse(one));
    return c.json({ items: shown, next }, 200, noStore);
  });
  app.openapi(contract.getOrder, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { id } = c.req.valid("param");
    const order = await findOrder(db, id, ownerOf(c.var.identity), {
      ...{ language, now: clock() },
    });
    return c.json(contract.Order.parse(order), 200, noStore);
  });
  app.openapi(contract.cancelOrder, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { id } = c.req.valid("param");
    const owner = ownerOf(c.var.identity);
    const reply = await once(c, async (tx) => {
      await cancelOrder(tx, { id, owner, actor: owner, ...c.req.valid("json") }, clock());
      const order = await findOrder(tx, id, owner, { language, now: clock() });
      return c.json(contract.Order.parse(order), 200, noStore);
    });
    await courier.advanceOrder(id);
    return reply;
  });
  app.openapi(contract.requestReturn, (c) => {
    const asked = { language: languageOf(c.req.valid("header")["accept-language"]), now: clock() };
    const { id } = c.req.valid("param");
    const owner = ownerOf(c.var.identity);
    return once(c, async (tx) => {
      await requestReturn(tx, { id, owner, now: asked.now, ...c.req.valid("json") });
      return c.json(contract.Order.parse(await findOrder(tx, id, owner, asked)), 201, noStore);
    });
  });
};
