import { expect, test } from "bun:test";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from "jose";

import { readClients } from "./clients.ts";
import { createKeys } from "./keys.ts";
import { read, asWarehouse, issuer, sha256, testAuth, type Tokens } from "./testing.ts";
import { createTokens } from "./tokens.ts";

const { app, enrol, form, json, signedIn, refreshed, dir } = await testAuth();

const jwks = () => read<JSONWebKeySet>(app.request("/.well-known/jwks.json"));
const verified = async (token: string) =>
  jwtVerify(token, createLocalJWKSet(await jwks()), {
    algorithms: ["EdDSA"],
    audience: "jangteo",
    typ: "at+jwt",
    issuer,
  });
const nothingElse =
  "acr amr aud auth_time client_id epoch exp iat iss jti nbf roles scope sid sub".split(" ");

test("an access token says who signed in, how and when, and nothing about the person", async () => {
  const mina = enrol();
  const before = Math.floor(Date.now() / 1000);
  const { access_token, expires_in } = await signedIn(mina);
  const { payload, protectedHeader } = await verified(access_token);
  const [key] = (await jwks()).keys;
  expect(protectedHeader).toEqual({ alg: "EdDSA", typ: "at+jwt", kid: key?.kid ?? "" });
  expect(Object.keys(payload).toSorted()).toEqual(nothingElse);
  expect(payload).toMatchObject({
    sub: mina.memberId,
    client_id: "storefront",
    scope: "cart member",
    roles: [],
    epoch: 1,
    acr: "1",
    amr: ["pwd"],
    nbf: payload.iat,
  });
  expect(payload["auth_time"]).toBeWithin(before, (payload.iat ?? 0) + 1);
  expect(expires_in).toBeWithin(285, 301);
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(expires_in);
});

test("a refresh keeps the session and the time of the login, and changes the token's id", async () => {
  const first = await signedIn(enrol());
  const second = await refreshed(first.refresh_token);
  const [before, after] = [decodeJwt(first.access_token), decodeJwt(second.access_token)];
  expect(after["sid"]).toBe(before["sid"]);
  expect(after["auth_time"]).toBe(before["auth_time"]);
  expect(after.jti).not.toBe(before.jti);
});

test("a guest's token lasts 15 minutes and permits a cart only", async () => {
  const guestId = crypto.randomUUID();
  const reply = await json("/v1/guest-tokens", { guestId });
  expect(reply.status).toBe(201);
  const answer = await read<Tokens>(reply);
  expect(answer).toMatchObject({ expires_in: 900, scope: "cart" });
  expect(answer.refresh_token).toBeUndefined();
  const { payload } = await verified(answer.access_token);
  expect(Object.keys(payload).toSorted()).toEqual(nothingElse);
  expect(payload).toMatchObject({ sub: `guest:${guestId}`, sid: guestId, roles: [], amr: [] });
});

test("an integrator's token is in its own name", async () => {
  const reply = await form("/v1/oauth/token", { grant_type: "client_credentials" }, asWarehouse);
  const { access_token } = await read<Tokens>(reply);
  const { payload } = await verified(access_token);
  expect(Object.keys(payload).toSorted()).toEqual(nothingElse);
  expect(payload).toMatchObject({ sub: "warehouse", client_id: "warehouse", roles: [] });
});

test("a service token is for one service, lasts two minutes, and is reused until shortly before", async () => {
  const time = { now: Date.now() };
  const tokens = createTokens({
    keys: await createKeys(),
    issuer,
    clock: () => new Date(time.now),
  });
  const first = await tokens.service("member");
  const { aud, sub, exp = 0, iat = 0 } = decodeJwt(first);
  expect({ aud, sub, life: exp - iat }).toEqual({
    aud: "jangteo:member",
    sub: "service:auth",
    life: 120,
  });
  expect(await tokens.service("product")).not.toBe(first);
  time.now += 89_000;
  expect(await tokens.service("member")).toBe(first);
  time.now += 2000;
  expect(await tokens.service("member")).not.toBe(first);
});

test("integrators come from a file of hashes, which cannot name the storefront or a person", async () => {
  const file = join(dir, "clients.json");
  const registered = async (...clients: Record<string, unknown>[]) => {
    await writeFile(file, JSON.stringify({ clients }));
    return readClients(file);
  };
  const erp = { id: "erp", secretHash: sha256("x"), scopes: ["catalogue:read"] };
  expect(await registered(erp)).toEqual([{ ...erp, grants: ["client_credentials"] }]);
  expect(await readClients()).toEqual([]);
  const refused = [
    [{ ...erp, id: "storefront" }],
    [{ ...erp, id: "order" }],
    [{ ...erp, peers: ["member"] }],
    [erp, erp],
    [{ ...erp, id: crypto.randomUUID() }],
    [{ ...erp, firstParty: true }],
    [{ ...erp, secretHash: "secret" }],
    [{ id: "open", scopes: [] }],
  ];
  for (const clients of refused)
    expect(await registered(...clients).catch(() => "refused")).toBe("refused");
});

test("keys and metadata may be cached, and lead to where things are", async () => {
  const reply = await app.request("/.well-known/oauth-authorization-server");
  expect(reply.headers.get("cache-control")).toBe("public, max-age=300");
  const metadata = await read<Record<string, string>>(reply);
  expect(metadata).toMatchObject({ issuer, scopes_supported: expect.arrayContaining(["cart"]) });
  expect(metadata["grant_types_supported"]).not.toContain("password");
  for (const name of ["token", "revocation", "introspection"]) {
    const { pathname } = new URL(metadata[`${name}_endpoint`] ?? "");
    expect((await app.request(pathname)).status).toBe(405);
  }
  const found = await app.request(new URL(metadata["jwks_uri"] ?? "").pathname);
  expect(found.headers.get("cache-control")).toBe("public, max-age=300");
});

test("the committed document is what the service serves", async () => {
  const committed = await readFile(new URL("../openapi.json", import.meta.url), "utf8");
  const served = await read<unknown>(app.request("/openapi.json"));
  expect(served).toEqual(JSON.parse(committed));
});
