import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { z } from "zod";

export const root = resolve(import.meta.dirname, "../..");
export const read = (path: string) => readFileSync(join(root, path), "utf8");

const Condition = z.object({ condition: z.string(), required: z.boolean().default(true) });
const Dependencies = z
  .union([z.record(z.string(), Condition), z.array(z.string())])
  .transform((given) => (Array.isArray(given) ? given : Object.keys(given)));
const Networks = z
  .union([z.array(z.string()), z.record(z.string(), z.unknown())])
  .transform((given) => (Array.isArray(given) ? given : Object.keys(given)));
const Words = z.union([z.string().transform((text) => text.split(/\s+/)), z.array(z.string())]);

const Service = z.looseObject({
  image: z.string(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  profiles: z.array(z.string()).default([]),
  entrypoint: Words.default([]),
  command: Words.default([]),
  environment: z.record(z.string(), z.union([z.string(), z.null()])).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: Networks.default([]),
  network_mode: z.string().optional(),
  depends_on: Dependencies.default([]),
  healthcheck: z.looseObject({ test: z.array(z.string()).optional() }).optional(),
});
export type Service = z.infer<typeof Service>;

const File = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

/** As Compose fills it in, where the operator has set nothing. */
const fill = (value: string) => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1").replaceAll("$$", "$");

export const written: unknown = Bun.YAML.parse(read("compose.yaml"));
export const compose = File.parse(
  JSON.parse(JSON.stringify(written), (_, value: unknown) =>
    typeof value === "string" ? fill(value) : value,
  ),
);

/** What a container runs that is made from the Dockerfile: `auth/.built/main.js`. */
export const scriptOf = ({ entrypoint, command }: Service) =>
  [...entrypoint, ...command].find((word) => /\.[jt]s$/.test(word));

/** What that is built of, where it is built: `auth/src/main.ts`. */
export const sourceOf = (service: Service) =>
  scriptOf(service)?.replace("/.built/main.js", "/src/main.ts");
