import { expect, test } from "bun:test";

import * as auth from "@jangteo/auth/contract";
import * as member from "@jangteo/member/contract";
import * as order from "@jangteo/order/contract";
import * as payment from "@jangteo/payment/contract";
import * as product from "@jangteo/product/contract";
import { parse } from "yaml";
import { z } from "zod";

import { keySet } from "./testing/keys.ts";
import { renderFor } from "./testing/stand.ts";

const Operation = z.object({
  method: z.string().toUpperCase(),
  path: z.string(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
});
type Kind = "public" | "private" | "none";

const kindOf = ({ method, path, security }: z.infer<typeof Operation>): Kind => {
  const [scheme] = security.flatMap((one) => Object.keys(one));
  // Clients call theirs at auth itself: the answers hold tokens.
  if (path.startsWith("/internal/") || scheme === "client") return "none";
  if (scheme === undefined) return "public";
  if (scheme === "bearer") return "private";
  throw new Error(`${method} ${path}: say how the gateway should treat "${scheme}"`);
};

const operations = Object.entries({ auth, member, product, order, payment }).flatMap(
  ([service, contract]) =>
    Object.values(contract).flatMap((exported) => {
      const { data } = Operation.safeParse(exported);
      return data ? [{ service, ...data }] : [];
    }),
);

const File = z.object({
  services: z.array(
    z.object({
      name: z.string(),
      routes: z.array(
        z.object({
          name: z.string(),
          methods: z.array(z.string()),
          paths: z.array(z.string()),
          plugins: z.array(z.object({ name: z.string(), config: z.unknown() })).default([]),
        }),
      ),
    }),
  ),
  consumers: z.array(z.object({ jwt_secrets: z.array(z.object({ key: z.string() })) })),
});
const file = File.parse(parse(renderFor({})));

const samples: Record<string, string> = {
  id: "0198c0de-0000-7000-8000-000000000001",
  secretId: "0198c0de-0000-7000-8000-000000000002",
  productId: "0198c0de-0000-7000-8000-000000000003",
  provider: "sandbox",
};
const sample = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? "celadon-tea-bowl");

const routesOf = (method: string, path: string) =>
  file.services.flatMap(({ name: service, routes }) =>
    routes
      .filter(({ methods }) => methods.includes(method))
      .filter(({ paths }) => paths.some((one) => new RegExp(`^${one.slice(1)}`).test(path)))
      .map(({ plugins }) => ({ service, plugins: plugins.map(({ name }) => name) })),
  );

test.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))(
  "%s is routed as its contract says",
  (_name, operation) => {
    const kind = kindOf(operation);
    const routes = routesOf(operation.method, sample(operation.path));
    const found = routes.map(({ service, plugins }) => ({
      service,
      kind: plugins.includes("jwt") ? "private" : "public",
    }));
    expect(found).toEqual(kind === "none" ? [] : [{ service: operation.service, kind }]);
  },
);

test("every private route runs the guard before jwt", () => {
  const routes = file.services.flatMap(({ routes: own }) => own);
  const guarded = routes.filter(({ plugins }) => plugins.some(({ name }) => name === "jwt"));
  expect(guarded.length).toBeGreaterThan(0);
  for (const { plugins } of guarded)
    expect(JSON.stringify(plugins)).toContain(".bearer({ issuer =");
});

test("only public answers are cached", () => {
  const cached = operations.filter(({ method, path }) =>
    routesOf(method, sample(path)).some(({ plugins }) => plugins.includes("proxy-cache")),
  );
  expect(cached.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
    "GET /v1/categories",
    "GET /v1/categories/{slug}",
    "GET /v1/collections",
    "GET /v1/collections/{slug}",
    "GET /v1/products",
    "GET /v1/products/{slug}",
    "GET /v1/search/suggestions",
  ]);
});

test("the catalogue lets through exactly the parameters of its contract", () => {
  const [, list = ""] = /query = \{([^}]*)\}/.exec(renderFor({})) ?? [];
  const passed = [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name);
  expect(new Set(passed)).toEqual(new Set(Object.keys(product.listProducts.request.query.shape)));
});

test("the gateway knows the keys of the key set, by their names", () => {
  const known = file.consumers.flatMap(({ jwt_secrets }) => jwt_secrets.map(({ key }) => key));
  expect(known).toEqual(keySet.keys.map(({ kid }) => kid));
});
