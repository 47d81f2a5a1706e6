import { expect, test } from "bun:test";

import { expectBadInputRefused } from "@jangteo/shared/testing/bad-input";

/** The token endpoints take forms and refuse in OAuth's words: see `oauth.test.ts`. */
import * as contract from "./contract.ts";
import { asStorefront, bearer, testAuth } from "./testing.ts";

const { app, enrol, signedIn, redis } = await testAuth();

test("bad input is refused on every route by a problem that names the field; nothing is stored", async () => {
  const member = bearer((await signedIn(enrol())).access_token);
  const { issueToken: _, revokeToken: __, introspectToken: ___, ...routes } = contract;
  const as = { public: {}, client: asStorefront, bearer: member, member, internal: {} };
  const stored = async () => (await redis.keys("*")).toSorted();
  expect(await expectBadInputRefused({ app, contract: routes, as, stored })).toBeGreaterThan(8);
});
