import type { Language } from "@jangteo/shared/contract";
import type { Db } from "@jangteo/shared/database";
import type { Log } from "@jangteo/shared/log";
import type { Metrics } from "@jangteo/shared/metrics";
import { createService } from "@jangteo/shared/service";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import * as products from "./products.ts";

export type Deps = { db: Db; log?: Log; metrics?: Metrics };

/** The first language a visitor asks for that the shop speaks. */
const languageOf = (accepted = ""): Language =>
  accepted
    .split(",")
    .map((range) => range.trim().slice(0, 2).toLowerCase())
    .find((range): range is Language => range === "ko" || range === "en") ?? "ko";

/** Anonymous, and the same for everybody who asks alike: caches may keep it for a moment. */
const cached = { "cache-control": "public, max-age=10", vary: "accept-language, x-currency" };

export const createApp = ({ db, ...rest }: Deps) => {
  const app = createService({
    ...contract.about,
    checks: { database: async () => db.execute(sql`select 1`) },
    ...rest,
  });

  return app
    .openapi(contract.listProducts, async (c) => {
      const { "accept-language": accepted, "x-currency": currency } = c.req.valid("header");
      const audience = { language: languageOf(accepted), currency };
      const { items, ...page } = await products.listProducts(db, audience, c.req.valid("query"));
      const shown = items.map((item) => contract.ProductSummary.parse(item));
      return c.json({ items: shown, ...page }, 200, cached);
    })
    .openapi(contract.getProduct, async (c) => {
      const { "accept-language": accepted, "x-currency": currency } = c.req.valid("header");
      const audience = { language: languageOf(accepted), currency };
      const found = await products.findProduct(db, audience, c.req.valid("param").slug);
      return c.json(contract.Product.parse(found), 200, cached);
    });
};
