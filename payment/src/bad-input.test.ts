import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import { testPaymentService } from "./testing.ts";

const { app, db, tokens } = await testPaymentService();

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const staff = await tokens.access({
    sub: crypto.randomUUID(),
    scope: "orders:write refunds:write",
    roles: ["owner"],
  });
  // A provider's body is believed by its signature, and not field by field.
  const { receiveWebhook: _, ...routes } = contract;
  const tried = await expectBadInputRefused({
    app,
    contract: routes,
    as: {
      public: {},
      client: {},
      bearer: { authorization: `Bearer ${staff}` },
      member: { authorization: `Bearer ${staff}` },
      internal: await tokens.service("payment"),
    },
    stored: () =>
      db.execute(sql`select (select count(*) from payment.payments) + (select count(*) from payment.operations)
        + (select count(*) from payment.provider_events) + (select count(*) from payment.idempotency)
        + (select count(*) from payment.outbox) as rows`),
  });
  expect(tried).toBeGreaterThan(9);
});
