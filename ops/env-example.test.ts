import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

/** What an `env.ts` reads: `NAME: z...`, the shared groups of names, or `read("NAME", ...)`. */
const groups = {
  listening: ["PORT", "HOST"],
  bounds: ["MAX_REQUESTS_IN_FLIGHT"],
  tokenIssuer: ["ISSUER", "JWKS_URL"],
};
const namesIn = (source: string) => {
  const keys = [...source.matchAll(/\b([A-Z][A-Z0-9_]+): (?:z|port|secret)\b/g)].map(
    ([, name]) => name,
  );
  const calls = [...source.matchAll(/\bread\("([A-Z0-9_]+)"/g)].map(([, name]) => name);
  const shared = Object.entries(groups).flatMap(([group, names]) =>
    source.includes(`...${group}`) ? names : [],
  );
  return sorted([...keys, ...calls, ...shared].filter((name) => name !== undefined));
};

const namesOf = (example: string) =>
  sorted([...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].flatMap(([, name]) => name ?? []));

const envOf = (folder: string) =>
  [`${folder}/src/env.ts`, `${folder}/lib/env.ts`].find((path) => existsSync(join(root, path)));
const services = readdirSync(root).flatMap((folder) => {
  const env = folder === "shared" ? undefined : envOf(folder);
  return env === undefined ? [] : [{ folder, env }];
});

test.each(services)(
  "$folder/.env.example names what $folder reads, and no more",
  ({ folder, env }) => {
    const names = namesIn(read(env));
    expect(names).toContain("PORT");
    expect(namesOf(read(`${folder}/.env.example`))).toEqual(names);
  },
);

test("the README explains every variable of every service, in both languages", () => {
  expect(services.length).toBeGreaterThanOrEqual(5);
  for (const readme of ["README.md", "README.ko.md"]) {
    const text = read(readme);
    const unexplained = services
      .flatMap(({ env }) => namesIn(read(env)))
      .filter((name) => !text.includes(`\`${name}\``));
    expect(unexplained, readme).toEqual([]);
  }
});
