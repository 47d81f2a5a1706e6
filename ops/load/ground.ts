import { readFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import type { Running } from "@jangteo/shared/embedded/process";

import { pieces } from "../demo/products.ts";
import { readAddresses } from "../local/addresses.ts";
import { buildServices } from "../local/build-services.ts";
import { createDatabase, migrate, withSql } from "../local/database.ts";
import { fillShelves } from "../local/fill-shelves.ts";
import type { Folder } from "../local/folder.ts";
import { readSecrets } from "../local/secrets.ts";
import { serviceUnit, type ServiceSpec } from "../local/service.ts";
import { services } from "../local/services.ts";
import { step } from "../local/steps.ts";
import { findOrInstallRedis, runPostgres, runRedis } from "../local/stores.ts";
import type { Supervisor } from "../local/supervisor.ts";
import { cpuOf, cpuOfBackends, peakMemoryOf } from "./cpu.ts";

/** A process that was started to be measured. `cpu` is in seconds, `memory` the most MiB so far. */
export type Server = { url: string; pid: number; cpu: () => number; memory: () => number };
export type Place = { supervisor: Supervisor; root: string; folder: Folder };

export const portNames = [
  ...["storefront", "auth", "member", "product", "order", "payment", "sandbox"],
  ...["gateway", "status", "admin", "smtp"],
];

/** Ports that nobody has, for everything. */
const anyAddresses = async () => {
  const names = [...portNames, "mail"].map((name) => `${name.toUpperCase()}_PORT`);
  const taken = await Promise.all(names.map(() => freePort()));
  return readAddresses(Object.fromEntries(names.map((name, at) => [name, String(taken[at])])));
};

const countProducts = (url: string) =>
  withSql(url, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from product.products`;
    return row?.n ?? 0;
  });

/** What every shop of the bench stands on: its stores, and the means to start a process, with these flags of Bun. */
export const prepare = async ({ supervisor, root, folder }: Place, flags: string[] = []) => {
  const secrets = readSecrets(folder);
  await step("Services build", () => buildServices(root));
  const addresses = await anyAddresses();
  const cluster = await step("PostgreSQL", () =>
    runPostgres(supervisor, folder, secrets.databaseOwner, addresses.preferred.postgres),
  );
  await findOrInstallRedis(supervisor);
  const redisUrl = await step("Redis", () =>
    runRedis(supervisor, folder, "state", secrets, addresses.preferred.redisState),
  );

  const keep = async (spec: ServiceSpec): Promise<Server> => {
    const unit = serviceUnit(
      { ...spec, args: [...flags, ...spec.args] },
      { root, folder, patienceMs: 60_000, echo: undefined },
    );
    const { identity }: Running = await supervisor.start(unit);
    const url = spec.ready.replace(/(?<=\d)\/.*$/, "");
    const { pid } = identity;
    return { url, pid, cpu: () => cpuOf(pid), memory: () => peakMemoryOf(pid) };
  };
  /** A database with every service's tables, and so many products on its shelves. */
  const filled = async (name: string, products: number) => {
    const database = await createDatabase(cluster, name);
    await migrate(root, database, secrets);
    if (products > 0 && (await countProducts(database)) < products)
      await fillShelves({ url: database, secrets, pieces: pieces(products), count: products });
    return database;
  };
  const specsOf = (databaseUrl: string, cacheRedisUrl?: string) =>
    services({
      ...{ root, folder, addresses, secrets, databaseUrl, redisUrl, cacheRedisUrl },
      // Bun's profiler tells by sources.
      ...{ ownRedis: true, dev: false, built: flags.length === 0 },
    });
  const [postmaster = ""] = readFileSync(join(folder.postgres, "postmaster.pid"), "utf8").split(
    "\n",
  );
  const postgres = {
    pid: Number(postmaster),
    cpu: () => cpuOfBackends(Number(postmaster)),
  };
  return { secrets, addresses, keep, filled, specsOf, postgres, cluster, redisUrl };
};
