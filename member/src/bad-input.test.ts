import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";
import { sql } from "drizzle-orm";

import * as contract from "./contract.ts";
import { testMemberService } from "./testing.ts";

const { app, asStaff, db, tokens } = await testMemberService();

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const scope = "member members:read members:write audit:read clients:write";
  const owner = await asStaff(scope, { roles: ["owner"] });
  const routes = await expectBadInputRefused({
    app,
    contract,
    as: {
      public: {},
      client: {},
      bearer: await tokens.guest(),
      member: { ...owner, "if-match": '"1"' },
      internal: await tokens.service("member"),
    },
    idOf: (path) => (path.startsWith("/v1/api-clients") ? "warehouse" : crypto.randomUUID()),
    stored: () =>
      db.execute(sql`select (select count(*) from member.members) + (select count(*) from member.sign_ups)
        + (select count(*) from member.addresses) + (select count(*) from member.password_resets)
        + (select count(*) from member.email_changes) + (select count(*) from member.audit_events)
        + (select count(*) from member.second_factor_enrolments) + (select count(*) from member.farewells)
        + (select count(*) from member.passkeys) + (select count(*) from member.answered_challenges)
        + (select count(*) from member.wishlists) + (select count(*) from member.wishlist_items)
        + (select count(*) from member.idempotency) + (select count(*) from member.outbox) as rows`),
  });
  expect(routes).toBeGreaterThan(10);
});
