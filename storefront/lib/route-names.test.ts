import { expect, test } from "bun:test";
import { join } from "node:path";

import { buildEnv, buildShop, storefront } from "../testing/build";
import { readRouteNames } from "./route-names";

test("a request is counted by its page, never by its piece", async () => {
  await buildShop();
  const nameOf = readRouteNames(join(storefront, buildEnv.NEXT_DIST_DIR, "routes-manifest.json"));
  const names = {
    "/ko": "/[locale]",
    "/en/products/moon-jar": "/[locale]/products/[slug]",
    "/en/products/moon-jar/reviews": "/[locale]/products/[slug]/reviews",
    "/ko/checkout": "/[locale]/checkout",
    "/api/carts/current/items": "/api/[...path]",
    "/ko/admin/orders": "/[locale]/admin/orders",
    "/_next/static/chunks/1.js": "/_next",
    "/ko/nowhere/at/all": "/[locale]/[...rest]",
  };
  expect(Object.fromEntries(Object.keys(names).map((path) => [path, nameOf(path)]))).toEqual(names);
});
