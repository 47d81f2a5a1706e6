import { freePort } from "@jangteo/shared/embedded/ports";

import { renderGateway } from "../local/bring-up.ts";
import { buildStorefront } from "../local/build.ts";
import { urlForService, withSql } from "../local/database.ts";
import { plainEnv } from "../local/service.ts";
import { step } from "../local/steps.ts";
import { prepare, type Place, type Server } from "./ground.ts";

/** The catalogue of a shop with so many products, of which `slugs` are a thousand spread over all. */
export type Shop = { products: number; database: string; service: Server; slugs: string[] };
export type Stand = Awaited<ReturnType<typeof raise>>;

export const someSlugs = (url: string) =>
  withSql(url, async (sql) => {
    const rows = await sql<{ slug: string }[]>`
      select slug from (select slug, md5(slug) as place from product.products) as all_of_them
      order by place limit 1000`;
    return rows.map(({ slug }) => slug);
  });

/** A real shop on this machine, and beside it the catalogue in each of these sizes. */
export const raise = async (place: Place, sizes: number[]) => {
  const ground = await prepare(place);
  const { supervisor, root } = place;
  const { secrets, addresses, keep, filled, specsOf, postgres } = ground;

  const open = async (products: number, isMain: boolean): Promise<Shop> => {
    const database = await filled(`bench_${products}`, products);
    const { product } = specsOf(database);
    const port = isMain ? Number(product.env["PORT"]) : await freePort();
    const service = await keep({
      ...product,
      name: `product-${products}`,
      env: { ...product.env, PORT: String(port) },
      ready: `http://127.0.0.1:${port}/readyz`,
    });
    return { products, database, service, slugs: await someSlugs(database) };
  };
  const shops: Shop[] = [];
  const ordered = sizes.toSorted((a, b) => a - b);
  for (const products of ordered)
    shops.push(
      await step(`${products} products`, () => open(products, products === ordered.at(-1))),
    );
  const main = shops.at(-1);
  if (!main) throw new Error("There is no size to measure");

  const all = specsOf(main.database);
  const port = await freePort();
  const baseline = await step("Bare Hono", () =>
    keep({
      name: "baseline",
      tier: "service",
      args: ["ops/load/baseline.ts"],
      env: {
        PORT: String(port),
        DATABASE_URL: urlForService(main.database, "product", secrets.databaseProduct),
      },
      ready: `http://127.0.0.1:${port}/readyz`,
    }),
  );
  const gateway = await step("Gateway", async () => {
    await keep(all.auth);
    await renderGateway(supervisor, root, all.gateway);
    return { ...(await keep(all.gateway)), url: addresses.origin("gateway") };
  });
  const storefront = await step("Storefront", async () => {
    await buildStorefront(supervisor, root, plainEnv());
    return keep(all.storefront);
  });
  return { shops, main, baseline, gateway, storefront, database: postgres };
};
