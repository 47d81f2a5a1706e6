import { expect, test } from "bun:test";

import { serviceOnly, visitor } from "@jangteo/shared/auth";
import type { ServiceEnv } from "@jangteo/shared/context";
import { createService } from "@jangteo/shared/service";
import { Hono } from "hono";
import { createRemoteJWKSet, customFetch, decodeJwt } from "jose";

import {
  asOrder,
  asPayment,
  asStorefront,
  asWarehouse,
  bearer,
  failureOf,
  issuer,
  read,
  testAuth,
  type Tokens,
} from "./testing.ts";

const { app, form, clock, server } = await testAuth();
const grant_type = "client_credentials";
const ask = (headers: Record<string, string>, fields: Record<string, string> = {}) =>
  form("/v1/oauth/token", { grant_type, ...fields }, headers);
const resource = "jangteo:product";

/** Another service, whose internal route wants its own tokens and whose public one a shopper's. */
const keys = createRemoteJWKSet(new URL("http://auth.test/.well-known/jwks.json"), {
  [customFetch]: async (url: string) => app.request(new URL(url).pathname),
});
const rules = { keys, issuer, clock };
const answering = (service: string) =>
  createService({ name: service, description: "For a test" }).route(
    "/",
    new Hono<ServiceEnv>()
      .get("/internal/x", serviceOnly(rules, service), (c) => c.body(null, 204))
      .get("/v1/x", visitor(rules), (c) => c.body(null, 204)),
  );
const product = answering("product");
const member = answering("member");

test("order gets a token of two minutes for product, which product takes and nobody else", async () => {
  const reply = await ask(asOrder, { resource });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const answer = await read<Tokens>(reply);
  expect(answer).toMatchObject({ token_type: "Bearer", expires_in: 120, scope: "" });
  const { sub, aud, exp = 0, iat = 0, ...claims } = decodeJwt(answer.access_token);
  expect({ sub, aud, life: exp - iat }).toEqual({
    sub: "service:order",
    aud: resource,
    life: 120,
  });
  expect(Object.keys(claims).toSorted()).toEqual(["iss", "jti", "nbf"]);
  const headers = bearer(answer.access_token);
  expect((await product.request("/internal/x", { headers })).status).toBe(204);
  expect((await member.request("/internal/x", { headers })).status).toBe(401);
  expect((await product.request("/v1/x", { headers })).status).toBe(401);
  expect((await app.request("/v1/sessions", { headers })).status).toBe(401);
});

test("each service may address those that it calls, and no other", async () => {
  const refused: [Record<string, string>, string][] = [
    [asOrder, "jangteo:member"],
    [asOrder, "jangteo:order"],
    [asOrder, "jangteo"],
    [asOrder, "product"],
    [asPayment, "jangteo:product"],
    [asWarehouse, "jangteo:product"],
  ];
  for (const [client, named] of refused) {
    const failure = await failureOf(await ask(client, { resource: named }));
    expect(failure, named).toMatchObject({ status: 400, error: "invalid_target" });
  }
  expect((await ask(asOrder, { resource: "jangteo:payment" })).status).toBe(200);
  expect((await ask(asPayment, { resource: "jangteo:order" })).status).toBe(200);
});

test("a service gets no token for the public API", async () => {
  expect(await failureOf(await ask(asOrder))).toMatchObject({ error: "invalid_target" });
  const asked = await failureOf(await ask(asOrder, { resource, scope: "cart" }));
  expect(asked).toMatchObject({ status: 400, error: "invalid_scope" });
  for (const grant of ["refresh_token", "urn:ietf:params:oauth:grant-type:token-exchange"]) {
    const reply = await ask(asOrder, { grant_type: grant, resource });
    expect(await failureOf(reply)).toMatchObject({ status: 400, error: "unauthorized_client" });
  }
});

test("a resource that a grant cannot serve is refused, not passed over", async () => {
  const reply = await ask(asStorefront, {
    grant_type: "refresh_token",
    refresh_token: "x",
    resource,
  });
  expect(await failureOf(reply)).toMatchObject({ status: 400, error: "invalid_target" });
});

test("services get their tokens while Redis is away", async () => {
  await server.stop();
  expect((await ask(asOrder, { resource })).status).toBe(200);
});
