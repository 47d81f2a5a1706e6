import { sendReserved, takeBack } from "../consignments.ts";
import * as contract from "../contract.ts";
import { findOffers } from "../offers.ts";
import * as reservations from "../reservations.ts";
import { adjustStock, readStock } from "../stock.ts";
import type { App, Parts } from "./parts.ts";

export const stockRoutes = (app: App, { db, clock, once }: Parts) => {
  app.openapi(contract.getStock, async (c) =>
    c.json(contract.Stock.parse(await readStock(db, c.req.valid("param").id)), 200),
  );
  app.openapi(contract.adjustStock, (c) =>
    once(c, async (tx) => {
      const variantId = c.req.valid("param").id;
      const actor = c.var.identity.sub;
      await adjustStock(tx, { ...c.req.valid("json"), variantId, actor });
      return c.json(contract.Stock.parse(await readStock(tx, variantId)), 201);
    }),
  );
  app.openapi(contract.listOffers, async (c) => {
    const items = await findOffers(db, c.req.valid("query").variantId, clock());
    return c.json({ items: items.map((one) => contract.Offer.parse(one)) }, 200);
  });
  app.openapi(contract.reserve, async (c) => {
    const held = await reservations.reserve(db, c.req.valid("json"), clock());
    return c.json(contract.Reservation.parse(held), 201);
  });
  app.openapi(contract.getReservation, async (c) => {
    const found = await reservations.findReservation(db, c.req.valid("param").checkoutId);
    return c.json(contract.Reservation.parse(found), 200);
  });
  app.openapi(contract.turnReservation, async (c) => {
    const { checkoutId } = c.req.valid("param");
    const turned = await reservations.turn(db, checkoutId, c.req.valid("json").to);
    return c.json(contract.Reservation.parse(turned), 200);
  });
  app.openapi(contract.sendReserved, async (c) => {
    const { checkoutId } = c.req.valid("param");
    const sent = await sendReserved(db, checkoutId, c.req.valid("json"));
    return c.json(contract.Reservation.parse(sent), 200);
  });
  app.openapi(contract.takeBack, async (c) => {
    const { checkoutId } = c.req.valid("param");
    const back = await takeBack(db, checkoutId, c.req.valid("json"));
    return c.json(contract.Reservation.parse(back), 200);
  });
};
