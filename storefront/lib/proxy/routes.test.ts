// oxlint-disable no-restricted-imports -- a test is in no browser's bundle
import { expect, test } from "bun:test";

import * as auth from "@jangteo/auth/contract";
import * as member from "@jangteo/member/contract";
import * as order from "@jangteo/order/contract";
import * as payment from "@jangteo/payment/contract";
import * as product from "@jangteo/product/contract";

import { routeOf } from "./routes";

/** Files, which the proxy does not carry: their bodies are larger, and no JSON. */
const files = [
  ...["/v1/media", "/v1/media/{file}"],
  ...["/v1/product-exports", "/v1/product-imports", "/v1/order-exports"],
];

test("a browser can reach every published route but files, those that hand out or take a token or a secret, and those of providers", () => {
  const unreachable = Object.values({ ...auth, ...member, ...product, ...order, ...payment })
    .flatMap((route) => (typeof route === "object" && "getRoutingPath" in route ? [route] : []))
    .filter(({ path }) => path.startsWith("/v1/"))
    .filter(({ path, method }) => {
      const taken = routeOf(path.slice("/v1".length), method.toUpperCase());
      return !taken?.methods.some((one) => one === method.toUpperCase());
    });
  expect([...new Set(unreachable.map(({ path }): string => path))].toSorted()).toEqual(
    [
      "/v1/api-clients",
      "/v1/api-clients/{id}",
      "/v1/api-clients/{id}/secrets",
      "/v1/api-clients/{id}/secrets/{secretId}",
      "/v1/carts/current/merges",
      "/v1/guest-tokens",
      "/v1/oauth/introspect",
      "/v1/oauth/revoke",
      "/v1/oauth/token",
      "/v1/payment-windows/{id}",
      "/v1/webhook-deliveries/{id}",
      "/v1/webhook-deliveries/{id}/replays",
      "/v1/webhook-subscriptions",
      "/v1/webhook-subscriptions/{id}",
      "/v1/webhook-subscriptions/{id}/deliveries",
      "/v1/webhook-subscriptions/{id}/pings",
      "/v1/webhook-subscriptions/{id}/replays",
      "/v1/webhook-subscriptions/{id}/secrets",
      "/v1/webhooks/{provider}",
      "/v1/wishlists/current/merges",
      ...files,
    ].toSorted(),
  );
});
