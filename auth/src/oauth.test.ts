import { expect, test } from "bun:test";

import { read, asWarehouse, basic, bearer, failureOf, testAuth, type Tokens } from "./testing.ts";

const { app, enrol, form, json, signedIn, refresh, refreshed, pass } = await testAuth();
const token = "/v1/oauth/token";

const introspected = async (text: string, headers?: Record<string, string>) => {
  const reply = await form("/v1/oauth/introspect", { token: text }, headers);
  expect(reply.status).toBe(200);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const answer = await read<Record<string, unknown>>(reply);
  return answer;
};
const ownToken = async () =>
  read<Tokens>(await form(token, { grant_type: "client_credentials" }, asWarehouse));
const revoked = async (text: string, headers?: Record<string, string>) =>
  expect((await form("/v1/oauth/revoke", { token: text }, headers)).status).toBe(200);

test("an integrator gets a token by Basic and by form, for no more than its scopes", async () => {
  const asked = { grant_type: "client_credentials" };
  const byBasic = await form(token, asked, asWarehouse);
  expect(byBasic.headers.get("cache-control")).toBe("no-store");
  const answer = await read<Tokens>(byBasic);
  expect(Object.keys(answer).toSorted()).toEqual([
    "access_token",
    "expires_in",
    "scope",
    "token_type",
  ]);
  expect(answer.scope).toBe("catalogue:read stock:write");
  const own = { client_id: "warehouse", client_secret: "warehouse-secret" };
  expect((await form(token, { ...asked, ...own }, {})).status).toBe(200);
  const more = await form(token, { ...asked, scope: "catalogue:read member" }, asWarehouse);
  expect(await failureOf(more)).toMatchObject({ status: 400, error: "invalid_scope" });
});

test("every refusal of the token endpoint has its OAuth name and is not cached", async () => {
  const cases: [Record<string, string>, Record<string, string> | undefined, number, string][] = [
    [{ grant_type: "client_credentials" }, basic("warehouse", "wrong"), 401, "invalid_client"],
    [{ grant_type: "client_credentials" }, basic("nobody", "x"), 401, "invalid_client"],
    [{ grant_type: "client_credentials" }, basic("nobody", ""), 401, "invalid_client"],
    [{ grant_type: "client_credentials" }, { authorization: "Basic !" }, 401, "invalid_client"],
    [{ grant_type: "client_credentials" }, {}, 401, "invalid_client"],
    [{ grant_type: "client_credentials", client_id: "app" }, {}, 400, "unauthorized_client"],
    [{ grant_type: "client_credentials" }, undefined, 400, "unauthorized_client"],
    [{ grant_type: "password" }, undefined, 400, "unsupported_grant_type"],
    [{ grant_type: "toString" }, undefined, 400, "unsupported_grant_type"],
    [{ grant_type: "refresh_token" }, undefined, 400, "invalid_request"],
    [{ grant_type: "refresh_token", refresh_token: "x" }, undefined, 400, "invalid_grant"],
    [{ scope: "cart" }, undefined, 400, "invalid_request"],
    [{ grant_type: "x", client_secret: "twice" }, undefined, 400, "invalid_request"],
  ];
  for (const [fields, headers, status, error] of cases) {
    const reply = await form(token, fields, headers);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.get("content-type")).toBe("application/json");
    expect(await failureOf(reply)).toMatchObject({ status, error });
    if (status === 401) expect(reply.headers.get("www-authenticate")).toStartWith("Basic");
  }
});

test("the token endpoint takes forms only, each parameter once", async () => {
  const asJson = await json(token, { grant_type: "client_credentials" }, asWarehouse);
  expect(asJson.status).toBe(415);
  const twice = await app.request(token, {
    method: "POST",
    headers: { ...asWarehouse, "content-type": "application/x-www-form-urlencoded" },
    body: "grant_type=client_credentials&grant_type=client_credentials",
  });
  expect(await failureOf(twice)).toMatchObject({ status: 400, error: "invalid_request" });
  const plain = await app.request(token, {
    method: "POST",
    headers: { ...asWarehouse, "content-type": "text/plain" },
    body: "grant_type=client_credentials",
  });
  expect(plain.status).toBe(415);
});

test("only the storefront may sign shoppers in, and only with its secret", async () => {
  const { email, password } = enrol();
  const bodies = [
    ["/v1/sessions", { email, password, ipAddress: "192.0.2.1" }],
    ["/v1/guest-tokens", { guestId: crypto.randomUUID() }],
  ] as const;
  for (const [path, body] of bodies) {
    expect((await json(path, body, asWarehouse)).status).toBe(403);
    const wrong = await json(path, body, basic("storefront", "wrong"));
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("www-authenticate")).toStartWith("Basic");
    expect((await json(path, body, {})).status).toBe(401);
    expect((await json(path, { client_id: "app", ...body }, basic("app", ""))).status).toBe(400);
  }
  expect((await json("/v1/guest-tokens", { guestId: "me" })).status).toBe(400);
});

test("introspection tells a good token from an ended, a foreign, an expired and a used one", async () => {
  const mina = enrol();
  const tokens = await signedIn(mina);
  expect(await introspected(tokens.access_token, asWarehouse)).toMatchObject({
    active: true,
    token_type: "Bearer",
    sub: mina.memberId,
    client_id: "storefront",
    scope: "cart member",
  });
  expect(await introspected(tokens.refresh_token)).toMatchObject({ active: true });
  expect(await introspected(tokens.refresh_token, asWarehouse)).toEqual({ active: false });
  expect(await introspected("nonsense")).toEqual({ active: false });

  const next = await refreshed(tokens.refresh_token);
  expect(await introspected(tokens.refresh_token)).toEqual({ active: false });
  pass(301_000);
  expect(await introspected(next.access_token)).toEqual({ active: false });
});

test("introspection needs a client with a secret", async () => {
  const anonymous = await form("/v1/oauth/introspect", { token: "x" }, {});
  expect(await failureOf(anonymous)).toMatchObject({ status: 401, error: "invalid_client" });
  const open = await form("/v1/oauth/introspect", { token: "x", client_id: "app" }, {});
  expect(await failureOf(open)).toMatchObject({ status: 400, error: "unauthorized_client" });
  expect((await form("/v1/oauth/introspect", {})).status).toBe(400);
});

test("revoking either token ends the session; nobody revokes another client's", async () => {
  const [one, two] = [await signedIn(enrol()), await signedIn(enrol())];
  await revoked(one.refresh_token, asWarehouse);
  await revoked(one.access_token, asWarehouse);
  expect(await introspected(one.access_token)).toMatchObject({ active: true });
  await revoked(one.refresh_token);
  await revoked(two.access_token);
  for (const { access_token, refresh_token } of [one, two]) {
    expect(await introspected(access_token)).toEqual({ active: false });
    expect((await refresh(refresh_token)).status).toBe(400);
    const seen = await app.request("/v1/sessions", { headers: bearer(access_token) });
    expect(seen.status).toBe(401);
  }
  await revoked("nonsense");
  expect((await form("/v1/oauth/revoke", {})).status).toBe(400);
  expect((await form("/v1/oauth/revoke", { token: "x" }, basic("warehouse", "no"))).status).toBe(
    401,
  );
});

test("an integrator's own token can be revoked alone", async () => {
  const [one, other] = [await ownToken(), await ownToken()];
  await revoked(one.access_token, asWarehouse);
  expect(await introspected(one.access_token)).toEqual({ active: false });
  expect(await introspected(other.access_token)).toMatchObject({ active: true });
});
