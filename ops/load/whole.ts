import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { renderGateway } from "../local/bring-up.ts";
import { buildStorefront } from "../local/build.ts";
import { signUp } from "../local/demo-members.ts";
import { supervised } from "../local/run.ts";
import { readSecrets } from "../local/secrets.ts";
import { plainEnv } from "../local/service.ts";
import { step } from "../local/steps.ts";
import { runPostgres, runRedis } from "../local/stores.ts";
import { openPostgres, openRedis } from "./counters.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { prepare, type Place, type Server } from "./ground.ts";
import { restock } from "./market.ts";
import { someSlugs } from "./stand.ts";
import { errandsAt } from "./visits.ts";

/** A process that costs something: which, and how it is counted. */
export type Component = { pid: number; cpu: () => number };
export type Whole = Awaited<ReturnType<typeof raiseWhole>>;

const preload = "shared_preload_libraries = 'pg_stat_statements'";

/** PostgreSQL counts statements only when it was told to before it started. */
export const countStatements = async (
  { root, folder }: Omit<Place, "supervisor">,
  interrupt: AbortSignal,
): Promise<void> => {
  const file = join(folder.postgres, "postgresql.conf");
  if (existsSync(file) && readFileSync(file, "utf8").includes(preload)) return;
  await supervised({ root, folder }, interrupt, async (supervisor) => {
    const { databaseOwner } = readSecrets(folder);
    await step("Data folder", () => runPostgres(supervisor, folder, databaseOwner, 0));
    appendFileSync(file, `\n${preload}\n`);
  });
};

/** The shop as `bun run start` has it, with a database for each service, so that they are told apart. */
export const raiseWhole = async (place: Place, flags: string[] = []) => {
  const { supervisor, root, folder } = place;
  const ground = await prepare(place, flags);
  const { secrets, addresses, keep, filled, specsOf, cluster, redisUrl } = ground;
  const cacheUrl = await step("Redis for what is kept", () =>
    runRedis(supervisor, folder, "cache", secrets, addresses.preferred.redisCache),
  );
  const [member, product, order, payment] = await step("Databases", async () => [
    await filled("size_member", 0),
    await filled("size_product", 200),
    await filled("size_order", 0),
    await filled("size_payment", 0),
  ]);
  const variants = await restock(product);
  const specs = specsOf(product, cacheUrl);
  const services: Record<string, Server> = await step("Services", async () => ({
    mail: await keep(specs.mail),
    sandbox: await keep(specs.sandbox),
    auth: await keep(specs.auth),
    member: await keep(specsOf(member, cacheUrl).member),
    product: await keep(specs.product),
    order: await keep(specsOf(order, cacheUrl).order),
    payment: await keep(specsOf(payment, cacheUrl).payment),
  }));
  const gateway = await step("Gateway", async () => {
    await renderGateway(supervisor, root, specs.gateway);
    return keep(specs.gateway);
  });
  const storefront = await step("Storefront", async () => {
    await buildStorefront(supervisor, root, plainEnv());
    const env = { ...specs.storefront.env, TRUSTED_PROXIES: "127.0.0.1,::1" };
    return keep({ ...specs.storefront, env });
  });
  const mailUrl = addresses.origin("mail");
  const accounts = Array.from({ length: 24 }, () => ({
    email: `${crypto.randomUUID()}@bench.example`,
    password: `${crypto.randomUUID()} jar`,
  }));
  await step("Members", () =>
    signUp(
      {
        authUrl: addresses.origin("auth"),
        memberUrl: addresses.origin("member"),
        mailUrl,
        clientSecret: secrets.storefrontClient,
      },
      accounts.map((account) => ({ ...account, name: "김민아", language: "ko" })),
    ),
  );

  const database = await openPostgres(cluster);
  const state = await openRedis(redisUrl, secrets.redisOwner);
  const cache = await openRedis(cacheUrl);
  const { pid: postmaster } = ground.postgres;
  const components: Record<string, Component> = {
    ...{ storefront, gateway, ...services },
    postgres: { pid: postmaster, cpu: () => cpuOfFamily(postmaster) - database.ownCpu() },
    "redis-state": { pid: state.pid, cpu: () => cpuOf(state.pid) },
    "redis-cache": { pid: cache.pid, cpu: () => cpuOf(cache.pid) },
  };
  const origin = addresses.origin("storefront").replace("127.0.0.1", "localhost");
  const slugs = await someSlugs(product);
  const errands = errandsAt({ origin, mailUrl, slugs, variants, accounts });
  const close = async () => {
    state.close();
    cache.close();
    await database.close();
  };
  return {
    components,
    errands,
    database,
    redis: { state, cache },
    productDatabase: product,
    close,
  };
};
