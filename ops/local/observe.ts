import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { findProgram } from "@jangteo/shared/embedded/programs";
import { UserError } from "@jangteo/shared/embedded/user-error";

import { alertmanagerConfig, prometheusConfig } from "../observe/configs.ts";
import { createMonitor } from "./database.ts";
import { installDebianPackages } from "./debian.ts";
import { urlForUser } from "./redis-users.ts";
import type { ServiceSpec } from "./service.ts";
import type { Given } from "./services.ts";
import type { Supervisor } from "./supervisor.ts";
import { watchers } from "./watchers.ts";

type Program = keyof typeof watchers;

const missing = () => Object.values(watchers).filter((names) => findProgram(names) === undefined);

/** Makes sure that there is all that watches; on Debian, root may install it. */
export const findOrInstallObservers = async (supervisor: Supervisor) => {
  const packages = missing().map(([, debian]) => debian);
  if (packages.length > 0) await installDebianPackages(supervisor, packages);
  const lacking = missing();
  if (lacking.length === 0) return;
  throw new UserError(
    `To watch the shop takes ${lacking.map(([upstream]) => upstream).join(", ")} on the PATH.`,
    `Debian, Ubuntu: apt install ${lacking.map(([, debian]) => debian).join(" ")}; elsewhere, the releases of the Prometheus project. Or start without --observe.`,
  );
};

const program = (name: Program) => findProgram(watchers[name]) ?? name;

type Shop = Omit<Given, "dev" | "built" | "cacheRedisUrl">;

/** The collector of traces comes before the services, which tell it. */
export const traceSink = ({ addresses }: Pick<Shop, "addresses">): ServiceSpec => ({
  name: "traces",
  tier: "edge",
  args: ["ops/observe/traces/main.ts"],
  env: { PORT: String(addresses.ports.traces) },
  ready: `${addresses.origin("traces")}/livez`,
});

/** JSON is YAML. */
const write = (file: string, content: object) => writeFileSync(file, JSON.stringify(content));

/** Prometheus, what it reads beside the services, and what tells people. */
export const observers = async (given: Shop): Promise<ServiceSpec[]> => {
  const { root, folder, addresses, secrets } = given;
  const { ports } = addresses;
  const at = (name: keyof typeof ports) => `127.0.0.1:${ports[name]}`;
  const place = (name: string) => {
    const path = join(folder.dir, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const [prometheus, alertmanager] = [place("prometheus"), place("alertmanager")];
  const config = {
    prometheus: join(prometheus, "prometheus.yml"),
    alertmanager: join(alertmanager, "alertmanager.yml"),
  };
  const targets = {
    auth: at("auth"),
    member: at("member"),
    product: at("product"),
    order: at("order"),
    payment: at("payment"),
    gateway: at("status"),
    storefront: at("storefrontStatus"),
    postgres: at("postgresExporter"),
    redis: at("redisExporter"),
    prometheus: at("prometheus"),
    alertmanager: at("alertmanager"),
  };
  write(
    config.prometheus,
    prometheusConfig({
      targets,
      rules: join(root, "ops/observe/rules/*.yml"),
      alertmanager: at("alertmanager"),
      every: 5,
    }),
  );
  write(
    config.alertmanager,
    alertmanagerConfig({
      smarthost: at("smtp"),
      from: "alerts@jangteo.example",
      to: "operator@jangteo.example",
    }),
  );
  const monitorUrl = await createMonitor(given.databaseUrl, secrets.databaseMonitor);
  const redis = new URL(
    given.ownRedis ? urlForUser(given.redisUrl, "monitor", secrets) : given.redisUrl,
  );
  const watcher = (name: Program, args: string[], path: string, env = {}): ServiceSpec => ({
    name,
    tier: "edge",
    command: program(name),
    args: [...args, `--web.listen-address=${at(name)}`],
    env: { PORT: String(ports[name]), ...env },
    ready: `${addresses.origin(name)}${path}`,
  });
  return [
    watcher(
      "alertmanager",
      [
        `--config.file=${config.alertmanager}`,
        `--storage.path=${alertmanager}`,
        "--cluster.listen-address=",
      ],
      "/-/ready",
    ),
    watcher("postgresExporter", [], "/metrics", {
      DATA_SOURCE_NAME: `${monitorUrl}?sslmode=disable`,
    }),
    watcher("redisExporter", [], "/metrics", {
      REDIS_ADDR: `redis://${redis.host}`,
      REDIS_EXPORTER_CONFIG_COMMAND: "-",
      REDIS_USER: redis.username,
      REDIS_PASSWORD: decodeURIComponent(redis.password),
    }),
    watcher(
      "prometheus",
      [
        `--config.file=${config.prometheus}`,
        `--storage.tsdb.path=${prometheus}`,
        "--storage.tsdb.retention.time=7d",
        "--enable-feature=exemplar-storage",
      ],
      "/-/ready",
    ),
  ];
};
