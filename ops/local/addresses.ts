import { holderOf, isFree } from "@jangteo/shared/embedded/ports";
import { UserError } from "@jangteo/shared/embedded/user-error";

/** What runs only where the shop is watched. */
const watching = {
  traces: 4318,
  prometheus: 9090,
  alertmanager: 9093,
  postgresExporter: 9187,
  redisExporter: 9121,
};
const defaults = {
  storefront: 3000,
  auth: 4000,
  member: 5000,
  product: 5100,
  order: 5200,
  payment: 5300,
  sandbox: 5400,
  gateway: 8000,
  status: 8100,
  admin: 8001,
  storefrontStatus: 3100,
  smtp: 1025,
  mail: 1080,
  ...watching,
};
type Name = keyof typeof defaults;
/** The ports that stores take when they are free: moved with the others, so that they never meet. */
const storeDefaults = { postgres: 15_432, redisState: 16_379, redisCache: 16_380 };
type Store = keyof typeof storeDefaults;
export type Addresses = {
  ports: Record<Name, number>;
  preferred: Record<Store, number>;
  origin: (name: Name) => string;
};

type Env = Record<string, string | undefined>;

const variable = (name: string) =>
  `${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_PORT`;

const offsetOf = (env: Env) => Number(env["JANGTEO_PORT_OFFSET"] ?? 0);

const portOf = (name: Name, env: Env): number => {
  const moved = defaults[name] + offsetOf(env);
  const port = Number(env[variable(name)] ?? moved);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(
    `The port of ${name} is not a port.`,
    `${variable(name)} takes 1 to 65535, JANGTEO_PORT_OFFSET a number that is added to every port.`,
  );
};

/** Where everything listens: the usual ports, moved together or one by one by the environment. */
export const readAddresses = (env: Env): Addresses => {
  const ports = {
    storefront: portOf("storefront", env),
    auth: portOf("auth", env),
    member: portOf("member", env),
    product: portOf("product", env),
    order: portOf("order", env),
    payment: portOf("payment", env),
    sandbox: portOf("sandbox", env),
    gateway: portOf("gateway", env),
    status: portOf("status", env),
    admin: portOf("admin", env),
    storefrontStatus: portOf("storefrontStatus", env),
    smtp: portOf("smtp", env),
    mail: portOf("mail", env),
    traces: portOf("traces", env),
    prometheus: portOf("prometheus", env),
    alertmanager: portOf("alertmanager", env),
    postgresExporter: portOf("postgresExporter", env),
    redisExporter: portOf("redisExporter", env),
  };
  const moved = offsetOf(env);
  const preferred = {
    postgres: storeDefaults.postgres + moved,
    redisState: storeDefaults.redisState + moved,
    redisCache: storeDefaults.redisCache + moved,
  };
  return { ports, preferred, origin: (name) => `http://127.0.0.1:${ports[name]}` };
};

/** Fails with the name of every port that is taken, before anything starts. */
export const requireFreePorts = async ({ ports }: Addresses, watched = false): Promise<void> => {
  const needed = Object.entries(ports).filter(
    ([name]) => watched || !Object.hasOwn(watching, name),
  );
  const checked = await Promise.all(
    needed.map(async ([name, port]) => ({ name, port, free: await isFree(port) })),
  );
  const taken = checked.filter(({ free }) => !free);
  if (taken.length === 0) return;
  const lines = taken.map(({ name, port }) => {
    const holder = holderOf(port);
    return `Port ${port}, which ${name} needs, is taken${holder ? ` by ${holder}` : ""}.`;
  });
  const example = taken.map(({ name, port }) => `${variable(name)}=${port + 1}`).join(" ");
  throw new UserError(
    lines.join("\n"),
    `Stop what holds it, or choose another port: ${example} (JANGTEO_PORT_OFFSET=10000 moves them all).`,
  );
};
