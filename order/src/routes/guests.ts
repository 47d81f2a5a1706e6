import { readGuest } from "@jangteo/shared/guest";
import { languageOf } from "@jangteo/shared/language";

import { ownerOf } from "../carts.ts";
import { claimOrders } from "../claiming.ts";
import * as contract from "../contract.ts";
import { readNumber } from "../numbers.ts";
import { findByNumber } from "../order-access.ts";
import { findOrder } from "../shown-orders.ts";
import { noStore, type App, type Parts } from "./parts.ts";

type Needed = Pick<Parts, "db" | "clock" | "readToken"> & { secret: string };

export const guestRoutes = (app: App, { db, clock, readToken, secret }: Needed) => {
  app.openapi(contract.lookUpOrder, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { number, email } = c.req.valid("json");
    const subject = ownerOf(c.var.identity);
    const asked = { number: readNumber(number) ?? 0, email, subject };
    const id = await findByNumber(db, asked, secret, clock());
    const order = await findOrder(db, id, subject, { language, now: clock() });
    return c.json(contract.Order.parse(order), 200, noStore);
  });
  app.openapi(contract.claimOrders, async (c) => {
    const guestId = await readGuest(readToken, c.req.valid("json").guestToken);
    const claimed = await claimOrders(db, c.var.identity.sub, `guest:${guestId}`, clock());
    return c.json({ claimed }, 200, noStore);
  });
};
