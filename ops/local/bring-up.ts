import { join } from "node:path";

import type { Addresses } from "./addresses.ts";
import { buildServices } from "./build-services.ts";
import { buildStorefront } from "./build.ts";
import { createDatabase, migrate, requireUnicode } from "./database.ts";
import { demoMembers } from "./demo-members.ts";
import type { Folder } from "./folder.ts";
import { findOrInstallObservers, observers, traceSink } from "./observe.ts";
import type { Options } from "./run.ts";
import { readSecrets, type Secrets } from "./secrets.ts";
import { seed } from "./seed.ts";
import { plainEnv, serviceUnit, type ServiceSpec } from "./service.ts";
import { runtimeOf, services } from "./services.ts";
import { bold, dim, say, step, table } from "./steps.ts";
import { findOrInstallRedis, requireRedis, runPostgres, runRedis } from "./stores.ts";
import type { Supervisor } from "./supervisor.ts";

type Shop = Options & { folder: Folder; supervisor: Supervisor; addresses: Addresses };

const at = (url: string) => new URL(url).host;

const echo = (name: string, text: string) => {
  for (const line of text.trimEnd().split("\n")) say(`${dim(name.padEnd(10))} ${line}`);
};

const databaseOf = async (
  { supervisor, folder, addresses }: Shop,
  password: string,
): Promise<string> => {
  const given = process.env["DATABASE_URL"];
  if (given) {
    await step(
      "PostgreSQL",
      () => requireUnicode(given),
      () => `${at(given)} (DATABASE_URL)`,
    );
    return given;
  }
  return step(
    "PostgreSQL",
    async () => {
      const url = await createDatabase(
        await runPostgres(supervisor, folder, password, addresses.preferred.postgres),
      );
      await requireUnicode(url);
      return url;
    },
    at,
  );
};

const redisOf = async ({ supervisor, folder, addresses }: Shop, secrets: Secrets) => {
  const run = (kind: "state" | "cache", preferred: number) =>
    runRedis(supervisor, folder, kind, secrets, preferred);
  const { redisState, redisCache } = addresses.preferred;
  const state = process.env["REDIS_URL"];
  const cache = process.env["CACHE_REDIS_URL"];
  if (state) await requireRedis("REDIS_URL", state);
  else await findOrInstallRedis(supervisor);
  if (cache) await requireRedis("CACHE_REDIS_URL", cache);
  return {
    redisUrl: state ?? (await run("state", redisState)),
    ownRedis: state === undefined,
    cacheRedisUrl: cache ?? (state ? undefined : await run("cache", redisCache)),
  };
};

const local = (port: number) => `http://localhost:${port}`;

const watched = ({ ports }: Addresses): [string, string][] => [
  ["Traces", `${local(ports.traces)}  (each request from the click to the statement)`],
  ["Metrics", `${local(ports.prometheus)}  (alerts: ${local(ports.prometheus)}/alerts)`],
  ["Alerts", `${local(ports.alertmanager)}  (their mails arrive below Mail)`],
];

const goodbye = ({ addresses, folder, dir, observe }: Shop, started: number) => {
  const { ports, origin } = addresses;
  const rows: [string, string][] = [
    ["Storefront", local(ports.storefront)],
    ["API", `${local(ports.gateway)}  (docs: ${local(ports.storefront)}/developers)`],
    ["Mail", `${local(ports.mail)}  (every mail the shop sends)`],
    ["Payments", `${local(ports.sandbox)}  (a provider to practise with; no money moves)`],
    ["Services", `auth ${origin("auth")}, member ${origin("member")}`],
    ["", `product ${origin("product")}, order ${origin("order")}, payment ${origin("payment")}`],
    ...demoMembers.map(({ email, password }, index): [string, string] => [
      index === 0 ? "Demo accounts" : "",
      `${email}  ${password}`,
    ]),
    ...(observe ? watched(addresses) : []),
    ["Logs", join(dir, "logs")],
    ["Data", `${folder.dir}  (start with --reset to begin anew)`],
  ];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`\n${bold(`  Jangteo is open`)} ${dim(`after ${seconds} s`)}\n\n${table(rows)}`);
  say(`\n  ${dim("Ctrl-C stops everything.")}\n`);
};

/** Writes the file that the gateway runs. */
export const renderGateway = (supervisor: Supervisor, root: string, { env }: ServiceSpec) =>
  supervisor.run("gateway", {
    command: process.execPath,
    args: ["gateway/src/cli.ts", "render"],
    cwd: root,
    env: { ...plainEnv(), ...env },
  });

/** Starts everything in order, one printed step each. */
export const bringUp = async (shop: Shop): Promise<void> => {
  const { root, folder, supervisor, addresses, dev, observe } = shop;
  const started = performance.now();
  const runtime = runtimeOf(process.env);
  const secrets = readSecrets(folder);
  const databaseUrl = await databaseOf(shop, secrets.databaseOwner);
  const redis = await step(
    "Redis",
    () => redisOf(shop, secrets),
    ({ redisUrl }) => at(redisUrl),
  );
  const stores = { root, folder, addresses, secrets, databaseUrl, ...redis };
  const all = services({ ...stores, dev, built: !dev, observe, runtime });
  const keep = (spec: ServiceSpec) =>
    supervisor.start(
      serviceUnit(spec, {
        root,
        folder,
        // With hot reload a service that does not start is being worked on.
        patienceMs: dev ? 3_600_000 : 60_000,
        echo: dev ? echo : undefined,
      }),
    );
  const start = (title: string, ...specs: ServiceSpec[]) =>
    step(
      title,
      () => Promise.all(specs.map(keep)),
      () => specs.map(({ name, env }) => `${name} :${env["PORT"]}`).join(", "),
    );

  await start("Mail catcher", all.mail);
  if (observe) {
    await step("Observers", () => findOrInstallObservers(supervisor));
    await start("Trace collector", traceSink(shop));
  }
  await step("Schemas", () => migrate(root, databaseUrl, secrets));
  await start("Payment sandbox", all.sandbox);
  if (!dev)
    await step(
      "Services build",
      () => buildServices(root),
      (outcome) => outcome,
    );
  await start("Services", all.auth, all.member, all.product, all.order, all.payment);
  await step("Demo shop", () => seed({ supervisor, addresses, secrets, databaseUrl }));
  await step("Gateway config", () => renderGateway(supervisor, root, all.gateway));
  await start("Gateway", all.gateway);
  if (!dev) {
    await step(
      "Storefront build",
      () => buildStorefront(supervisor, root, plainEnv()),
      (outcome) => outcome,
    );
  }
  await start("Storefront", all.storefront);
  if (observe) await start("Watching", ...(await observers(stores)));
  goodbye(shop, started);
};
