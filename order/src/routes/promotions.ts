import { versionIn } from "@jangteo/shared/etag";

import * as contract from "../contract.ts";
import { forgetRules } from "../pricing/rules.ts";
import { addPromotion, changePromotion, findPromotion, listPromotions } from "../promotions.ts";
import { etag, type App, type Parts } from "./parts.ts";

const shown = (found: contract.Promotion) =>
  [contract.Promotion.parse(found), etag(found.version)] as const;

type Needed = Pick<Parts, "db" | "clock" | "once">;

export const promotionRoutes = (app: App, { db, clock, once }: Needed) => {
  app.openapi(contract.listPromotions, async (c) => {
    const { items, next } = await listPromotions(db, c.req.valid("query"), clock());
    return c.json({ items: items.map((one) => contract.Promotion.parse(one)), next }, 200);
  });
  app.openapi(contract.getPromotion, async (c) => {
    const [found, tag] = shown(await findPromotion(db, c.req.valid("param").id, clock()));
    return c.json(found, 200, tag);
  });
  app.openapi(contract.addPromotion, async (c) => {
    const reply = await once(c, async (tx) => {
      const [added, tag] = shown(await addPromotion(tx, c.req.valid("json"), clock()));
      return c.json(added, 201, tag);
    });
    forgetRules(db);
    return reply;
  });
  app.openapi(contract.changePromotion, async (c) => {
    const { id } = c.req.valid("param");
    const seen = { id, version: versionIn(c.req.valid("header")["if-match"]) };
    const reply = await once(c, async (tx) => {
      const changed = await changePromotion(tx, seen, c.req.valid("json"), clock());
      const [found, tag] = shown(changed);
      return c.json(found, 200, tag);
    });
    forgetRules(db);
    return reply;
  });
};
