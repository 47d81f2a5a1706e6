import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import { testProductService } from "./testing.ts";

const { app, db, tokens, asStaff } = await testProductService();

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const routes = await expectBadInputRefused({
    app,
    contract,
    as: {
      public: {},
      client: {},
      bearer: await tokens.guest(),
      member: { ...asStaff, "if-match": '"1"' },
      internal: await tokens.service("product"),
    },
    stored: () =>
      db.execute(sql`select (select count(*) from product.products) + (select count(*) from product.variants)
        + (select count(*) from product.prices) + (select count(*) from product.stock)
        + (select count(*) from product.reservations) + (select count(*) from product.media)
        + (select count(*) from product.categories) + (select count(*) from product.collections)
        + (select count(*) from product.idempotency) + (select count(*) from product.outbox) as rows`),
  });
  expect(routes).toBeGreaterThan(25);
});
