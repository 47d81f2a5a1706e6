import { readFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import type { Running } from "@jangteo/shared/embedded/process";

import { pieces } from "../demo/products.ts";
import { readAddresses } from "../local/addresses.ts";
import { renderGateway } from "../local/bring-up.ts";
import { buildStorefront } from "../local/build.ts";
import { createDatabase, migrate, urlForService, withSql } from "../local/database.ts";
import { fillShelves } from "../local/fill-shelves.ts";
import type { Folder } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import { plainEnv, serviceUnit, type ServiceSpec } from "../local/service.ts";
import { services } from "../local/services.ts";
import { step } from "../local/steps.ts";
import { findOrInstallRedis, runPostgres, runRedis } from "../local/stores.ts";
import type { Supervisor } from "../local/supervisor.ts";
import { cpuOf, cpuOfBackends, memoryOf } from "./cpu.ts";

/** A process that was started to be measured. `cpu` is in seconds, `memory` in MiB. */
export type Server = { url: string; cpu: () => number; memory: () => number };
/** The catalogue of a shop with so many products, of which `slugs` are a thousand spread over all. */
export type Shop = { products: number; database: string; service: Server; slugs: string[] };
export type Stand = Awaited<ReturnType<typeof raise>>;

const ports = [
  ...["storefront", "auth", "member", "product", "order", "payment", "sandbox"],
  ...["gateway", "status", "admin", "smtp"],
];

/** Ports that nobody has, for everything. */
const anyAddresses = async () => {
  const names = [...ports, "mail"].map((name) => `${name.toUpperCase()}_PORT`);
  const taken = await Promise.all(names.map(() => freePort()));
  return readAddresses(Object.fromEntries(names.map((name, at) => [name, String(taken[at])])));
};

const countProducts = (url: string) =>
  withSql(url, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from product.products`;
    return row?.n ?? 0;
  });

const someSlugs = (url: string) =>
  withSql(url, async (sql) => {
    const rows = await sql<{ slug: string }[]>`
      select slug from (select slug, md5(slug) as place from product.products) as all_of_them
      order by place limit 1000`;
    return rows.map(({ slug }) => slug);
  });

type Ground = { supervisor: Supervisor; root: string; folder: Folder };

/** A real shop on this machine, and beside it the catalogue in each of these sizes. */
export const raise = async ({ supervisor, root, folder }: Ground, sizes: number[]) => {
  const secrets = readSecrets(folder);
  const addresses = await anyAddresses();
  const cluster = await step("PostgreSQL", () =>
    runPostgres(supervisor, folder, secrets.databaseOwner, addresses.preferred.postgres),
  );
  await findOrInstallRedis(supervisor);
  const redisUrl = await step("Redis", () =>
    runRedis(supervisor, folder, "state", secrets, addresses.preferred.redisState),
  );

  const keep = async (spec: ServiceSpec): Promise<Server> => {
    const unit = serviceUnit(spec, { root, folder, patienceMs: 60_000, echo: undefined });
    const { identity }: Running = await supervisor.start(unit);
    const url = spec.ready.replace(/(?<=\d)\/.*$/, "");
    return { url, cpu: () => cpuOf(identity.pid), memory: () => memoryOf(identity.pid) };
  };

  const fill = async (products: number) => {
    const database = await createDatabase(cluster, `bench_${products}`);
    await migrate(root, database, secrets);
    if ((await countProducts(database)) < products)
      await fillShelves({ url: database, secrets, pieces: pieces(products), count: products });
    return database;
  };
  const specsOf = (databaseUrl: string) =>
    services({
      ...{ root, folder, addresses, secrets, databaseUrl, redisUrl },
      ...{ ownRedis: true, cacheRedisUrl: undefined, dev: false },
    });

  const open = async (products: number, isMain: boolean): Promise<Shop> => {
    const database = await fill(products);
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
  const [postmaster = ""] = readFileSync(join(folder.postgres, "postmaster.pid"), "utf8").split(
    "\n",
  );
  const database = { cpu: () => cpuOfBackends(Number(postmaster)) };
  return { shops, main, baseline, gateway, storefront, database };
};
