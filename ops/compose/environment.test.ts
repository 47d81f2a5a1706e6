import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";

import { compose, read, root, scriptOf, type Service } from "./compose-file.ts";

const dir = mkdtempSync(join(tmpdir(), "jangteo-compose-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const run = (args: string[], env: Record<string, string> = {}) =>
  Bun.spawnSync([execPath, ...args], { cwd: root, env, stderr: "pipe" });
run(["ops/compose/secrets.ts", dir]);

const services = Object.entries(compose.services);
const settings = ({ environment }: Service) =>
  Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
const secretIn = (value: string) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1];

/** Where a script reads its environment, and how that is set going. */
const readers: Record<string, { file: string; call?: string }> = {
  "auth/.built/main.js": { file: "auth/src/env.ts", call: "env()" },
  "member/.built/main.js": { file: "member/src/env.ts" },
  "product/.built/main.js": { file: "product/src/env.ts" },
  "order/.built/main.js": { file: "order/src/env.ts" },
  "payment/.built/main.js": { file: "payment/src/env.ts" },
  "payment/sandbox/main.ts": { file: "payment/sandbox/env.ts" },
  "gateway/src/cli.ts": { file: "gateway/src/env.ts", call: "renderEnv()" },
};
const processes = services.flatMap(([name, service]) => {
  const reader = readers[scriptOf(service) ?? ""];
  return reader ? [{ name, service, ...reader }] : [];
});

/** What every process may read beside its own. */
const common = readdirSync(join(root, "shared/src"))
  .filter((name) => /^[\w-]+\.ts$/.test(name))
  .map((name) => read(`shared/src/${name}`))
  .join("\n");
const passedOn = /PASSED_ON = \[([^\]]+)\]/.exec(read("ops/local/service.ts"))?.[1] ?? "";
const unread = ({ environment }: Service, source: string) =>
  Object.keys(environment).filter((name) =>
    [name, name.replace(/_FILE$/, "")].every(
      (one) => !new RegExp(`\\b${one}\\b`).test(`${source}\n${common}\n${passedOn}`),
    ),
  );

describe.each(processes)("$name", ({ service, file, call }) => {
  const env = Object.fromEntries(
    settings(service).map(([name, value = ""]) => [name, value.replace("/run/secrets", dir)]),
  );
  const start = (given: object) =>
    run(["-e", `const read = await import("./${file}"); read.${call ?? "env"}`], { ...given });

  test("starts on what Compose sets, with the secrets that were drawn", () => {
    const { exitCode, stderr } = start(env);
    expect(stderr.toString()).toBe("");
    expect(exitCode).toBe(0);
  });

  test("is set nothing that it does not read", () => {
    expect(unread(service, read(file))).toEqual([]);
  });
});

test("commands are set what they read, and no more", () => {
  const commands = services.flatMap(([name, service]) => {
    const script = scriptOf(service);
    return script && !readers[script] ? [{ name, unread: unread(service, read(script)) }] : [];
  });
  expect(commands.map(({ name }) => name)).toContain("migrate");
  expect(commands.filter((one) => one.unread.length > 0)).toEqual([]);
});

test("the storefront is set what it reads, its secrets among what it takes from files", () => {
  const storefront = compose.services["storefront"];
  if (!storefront) throw new Error("There is no storefront");
  expect(unread(storefront, read("storefront/lib/env.ts"))).toEqual([]);
  const filed = settings(storefront).flatMap(([name = ""]) =>
    name.endsWith("_FILE") ? name.slice(0, -5) : [],
  );
  const taken = /of \[(.+)\]/.exec(read("storefront/lib/secret-files.ts"))?.[1] ?? "";
  expect(filed.filter((name) => !taken.includes(`"${name}"`))).toEqual([]);
});

describe("secrets", () => {
  test("are drawn as many as are mounted", () => {
    const mounted = Object.values(compose.secrets).map(({ file }) => file);
    const drawn = readdirSync(dir).filter((name) => name !== "secrets.json");
    expect(mounted.toSorted()).toEqual(drawn.map((name) => `.secrets/${name}`).toSorted());
  });

  test("stand in no variable, where `docker inspect` would show them", () => {
    const shown = services.flatMap(([name, service]) =>
      settings(service)
        .filter(
          ([variable = "", value = ""]) =>
            /SECRET|PASSWORD|PEPPER|API_KEY|_KEY$|PASS/.test(variable.replace(/_FILE$/, "")) &&
            !secretIn(value),
        )
        .map(([variable]) => `${name} ${variable}`),
    );
    expect(shown).toEqual([]);
    const logins = services.flatMap(([, service]) =>
      settings(service).filter(([, value = ""]) => /:\/\/[^/]*@/.test(value)),
    );
    expect(logins).toEqual([]);
  });

  test.each(services)("%s mounts those that it reads, and no others", (_, service) => {
    const { environment, command, healthcheck } = service;
    const words = [...Object.values(environment), ...command, ...(healthcheck?.test ?? [])];
    const wanted = words.flatMap((word) =>
      [...(word ?? "").matchAll(/\/run\/secrets\/([\w-]+)/g)].map(([, name = ""]) => name),
    );
    expect([...new Set(wanted)].toSorted()).toEqual(service.secrets.toSorted());
  });
});

describe("addresses", () => {
  /** Who listens where: our own by PORT, the others as their images do. */
  const foreign: Record<string, number[]> = {
    postgres: [5432],
    "redis-state": [6379],
    "redis-cache": [6379],
    gateway: [8000],
    kong: [8000, 8100],
    otel: [4318],
    prometheus: [9090],
    alertmanager: [9093],
    grafana: [3000],
    traces: [16686, 4318],
    "postgres-exporter": [9187],
    "redis-exporter": [9121],
  };
  const listens = (host: string) =>
    foreign[host] ??
    ["PORT", "SMTP_PORT", "STATUS_PORT"].map((name) =>
      Number(compose.services[host]?.environment[name]),
    );
  const wrong = (text: string) =>
    [...text.matchAll(/(?:\/\/|=|")([a-z][a-z-]*):(\d+)(?!\w)/g)].filter(
      ([, host = "", port]) => host !== "localhost" && !listens(host).includes(Number(port)),
    );

  test("of other containers are those where they listen", () => {
    for (const [name, service] of services) {
      const text = [...settings(service).map(([, value]) => value), ...service.command].join("\n");
      expect(wrong(text), name).toEqual([]);
    }
    expect(wrong("http://member:5001")).not.toEqual([]);
    const others = ["observe/compose/prometheus.yml", "compose/grafana/datasources/jangteo.yml"];
    for (const file of others) expect(wrong(read(`ops/${file}`)), file).toEqual([]);
  });

  test("that are published end in the container, or at the relay that passes them on", () => {
    for (const [name, { ports, command, environment }] of services) {
      const inside = ports.map((port) => port.split(":").at(-1) ?? "");
      const relayed = command.flatMap((word) => /^(\d+)=/.exec(word)?.[1] ?? []);
      const own = environment["PORT"] ?? (name === "kong" ? "8000" : "");
      expect(inside.toSorted(), name).toEqual(
        ports.length === 0 ? [] : relayed.length > 0 ? relayed.toSorted() : [own],
      );
    }
  });
});

test("Kong is set all that it needs", () => {
  const env = compose.services["kong"]?.environment ?? {};
  const needed = [...read("gateway/README.md").matchAll(/`(KONG_\w+)=([^`]*)`/g)];
  expect(needed.length).toBeGreaterThan(10);
  for (const [, name = "", value = ""] of needed)
    if (value.includes("<")) expect(env[name], name).toBeTruthy();
    else expect(env[name], name).toBe(value);
  expect(env["KONG_LUA_PACKAGE_PATH"]).toBe("/etc/kong/lua/?.lua;;");
  expect(env["KONG_DECLARATIVE_CONFIG"]).toBe(
    compose.services["render"]?.environment["GATEWAY_CONFIG"],
  );
  expect(read("gateway/README.md")).toContain("GATEWAY_REDIS_USERNAME");
});
