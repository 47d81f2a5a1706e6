import { readFileSync } from "node:fs";

import { z } from "zod";

const Route = z.object({ page: z.string(), regex: z.string() });
const Manifest = z.object({ staticRoutes: z.array(Route), dynamicRoutes: z.array(Route) });

/**
 * Names a path by the page that shows it, as Next's build lists them, so that metrics and spans count
 * pages and not pieces: `/ko/products/moon-jar` is `/[locale]/products/[slug]`. Nothing for other paths.
 */
export const readRouteNames = (manifest: string) => {
  const { staticRoutes, dynamicRoutes } = Manifest.parse(
    JSON.parse(readFileSync(manifest, "utf8")),
  );
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }));
  return (path: string) => {
    if (path.startsWith("/_next/")) return "/_next";
    return routes.find(({ pattern }) => pattern.test(path))?.page ?? "";
  };
};
