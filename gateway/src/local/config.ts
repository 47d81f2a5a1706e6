import { parse } from "yaml";
import { z } from "zod";

import { createCredentials } from "./credentials.ts";
import type { Phases, Plugin, Runtime, Scope } from "./plugin.ts";
import { plugins as known } from "./plugins.ts";
import { createRoute, createRouter } from "./router.ts";

const instance = z.strictObject({ name: z.string(), config: z.unknown().default({}) });
type Instance = z.infer<typeof instance>;
const instances = z.array(instance).default([]);
const milliseconds = z.int().positive();

const route = z.strictObject({
  name: z.string(),
  methods: z.array(z.string()).min(1),
  paths: z.array(z.string()).min(1),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  strip_path: z.literal(false),
  plugins: instances,
});
const service = z.strictObject({
  name: z.string(),
  url: z.url({ protocol: /^http$/ }),
  retries: z.literal(0),
  connect_timeout: milliseconds,
  write_timeout: milliseconds,
  read_timeout: milliseconds,
  routes: z.array(route).default([]),
});
const secret = z.strictObject({
  key: z.string(),
  algorithm: z.literal("EdDSA"),
  rsa_public_key: z.string(),
});
const file = z.strictObject({
  _format_version: z.literal("3.0"),
  services: z.array(service).default([]),
  routes: z.array(route.extend({ strip_path: z.boolean().optional() })).default([]),
  plugins: instances,
  consumers: z
    .array(z.strictObject({ username: z.string(), jwt_secrets: z.array(secret).default([]) }))
    .default([]),
});
export type Service = Omit<z.infer<typeof service>, "routes" | "retries">;

/** A file that the local gateway will not run; the message names every part it does not know. */
export class UnusableConfig extends Error {
  constructor(findings: string[]) {
    super(`The local gateway cannot run this file:\n${findings.join("\n")}`);
  }
}

const explain = (where: string, error: z.ZodError) =>
  error.issues.map(
    ({ path, message }) => `  ${[...(where === "" ? [] : [where]), ...path].join(".")}: ${message}`,
  );

const byPriority = ([one]: [Plugin, Phases], [other]: [Plugin, Phases]) =>
  other.priority - one.priority;

/** Of two plugins of one name only the most specific runs; all run in Kong's order of priority. */
const load = (global: Instance[], own: Instance[], runtime: Runtime, scope: Scope) => {
  const named = new Set(own.map(({ name }) => name));
  const chosen = [
    ...global.filter(({ name }) => !named.has(name)).map((one) => ({ one, at: "global" })),
    ...own.map((one) => ({ one, at: scope.name })),
  ];
  return chosen
    .map(({ one, at }): [Plugin, Phases] => {
      const plugin = known.find(({ name }) => name === one.name);
      const where = `${at === "global" ? "plugins" : `route ${at}`}: ${one.name}`;
      if (!plugin) throw new UnusableConfig([`  ${where}: the local gateway has no such plugin`]);
      try {
        return [plugin, plugin.load(one.config, runtime, { ...scope, name: at })];
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        throw new UnusableConfig(explain(where, error));
      }
    })
    .toSorted(byPriority)
    .map(([, phases]) => phases);
};

/** Reads a rendered file into what answers requests. Throws on anything that it does not implement. */
export const loadConfig = (text: string, runtime: Runtime) => {
  const result = file.safeParse(parse(text));
  if (!result.success) throw new UnusableConfig(explain("", result.error));
  const { services, routes, plugins, consumers } = result.data;
  const credentials = createCredentials(consumers);
  const phasesOf = (name: string, own: Instance[]) =>
    load(plugins, own, runtime, { name, credentials });
  return {
    unmatched: phasesOf("global", []),
    match: createRouter([
      ...services.flatMap((one) =>
        one.routes.map((own) => createRoute(own, one, phasesOf(own.name, own.plugins))),
      ),
      ...routes.map((own) => createRoute(own, undefined, phasesOf(own.name, own.plugins))),
    ]),
  };
};
export type Config = ReturnType<typeof loadConfig>;
