import { versionIn } from "@jangteo/shared/etag";
import { languageOf } from "@jangteo/shared/language";

import * as contract from "../contract.ts";
import { listSalesReviews, moderateReview } from "../moderating.ts";
import { findReceived, listReceived, listReviews, putReview, removeReview } from "../reviews.ts";
import { noStore, type App, type Parts } from "./parts.ts";

export const reviewRoutes = (app: App, { db, clock }: Pick<Parts, "db" | "clock">) => {
  app.openapi(contract.listReviews, async (c) => {
    const { items, ...rest } = await listReviews(db, c.req.valid("query"));
    const shown = items.map((one) => contract.Review.parse(one));
    return c.json({ items: shown, ...rest }, 200, { "cache-control": "public, max-age=10" });
  });
  app.openapi(contract.listReceived, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const received = await listReceived(db, c.var.identity.sub, language);
    return c.json({ items: received.map((one) => contract.Received.parse(one)) }, 200, noStore);
  });
  app.openapi(contract.getReceived, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { productId } = c.req.valid("param");
    const received = await findReceived(db, c.var.identity.sub, language, productId);
    return c.json(contract.Received.parse(received), 200, noStore);
  });
  app.openapi(contract.putReview, async (c) => {
    const review = await putReview(db, {
      ...{ member: c.var.identity.sub, product: c.req.valid("param").productId },
      ...{ said: c.req.valid("json"), now: clock() },
    });
    return c.json(contract.OwnReview.parse(review), 200, noStore);
  });
  app.openapi(contract.removeReview, async (c) => {
    await removeReview(db, c.var.identity.sub, c.req.valid("param").productId);
    return c.body(null, 204, noStore);
  });
  app.openapi(contract.listSalesReviews, async (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const { items, next } = await listSalesReviews(db, c.req.valid("query"), language);
    const shown = items.map((one) => contract.SalesReview.parse(one));
    return c.json({ items: shown, next }, 200, noStore);
  });
  app.openapi(contract.moderateReview, async (c) => {
    const { "if-match": tag, "accept-language": accepted } = c.req.valid("header");
    const decision = { ...c.req.valid("json"), actor: c.var.identity.sub, now: clock() };
    const seen = { id: c.req.valid("param").id, version: versionIn(tag) };
    const review = await moderateReview(db, { ...decision, ...seen }, languageOf(accepted));
    return c.json(contract.SalesReview.parse(review), 200, noStore);
  });
};
