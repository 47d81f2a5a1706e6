import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { BunPlugin } from "bun";

import { fingerprint } from "./build.ts";
import { inTurn } from "./lock.ts";

const built = ["auth", "member", "product", "order", "payment"];

/** The script of a service, built of `<service>/src/main.ts`; paths are relative to the shop's root. */
export const builtOf = (service: string) => `${service}/.built/main.js`;

/** What finds files of its own package, which a bundle would hide from it. */
const outside = ["sharp", "@node-rs/argon2", "@simplewebauthn/server", "@jangteo/shared/reference"];

/** Pushing metrics and adding up those of workers brings in an HTTP client that no service uses. */
const withoutPushing: BunPlugin = {
  name: "without pushing",
  setup: (build) => {
    build.onLoad({ filter: /prom-client\/lib\/(pushgateway|cluster)\.js$/ }, () => ({
      contents: "module.exports = {};",
      loader: "js",
    }));
  },
};

/** One script with its bytecode. Names stay: errors are told apart by them. */
const build = async (root: string, service: string) => {
  const outdir = join(root, service, ".built");
  rmSync(outdir, { recursive: true, force: true });
  await Bun.build({
    entrypoints: [join(root, service, "src/main.ts")],
    outdir,
    target: "bun",
    format: "cjs",
    bytecode: true,
    minify: { whitespace: true, syntax: true },
    sourcemap: "linked",
    external: outside,
    plugins: [withoutPushing],
  });
};

/** Builds the services whose last build came from other sources, or for another Bun. */
export const buildServices = (root: string) => {
  const folder = join(root, "ops/.local");
  mkdirSync(folder, { recursive: true });
  return inTurn(join(folder, "build-services.json"), async () => {
    const sources = ["bun.lock", "patches", "shared", ...built, "ops/local/build-services.ts"];
    const wanted = `${Bun.version} ${fingerprint(root, sources)}`;
    const stampOf = (service: string) => join(root, service, ".built/sources");
    const stale = built.filter((service) => {
      const stamp = stampOf(service);
      return !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted;
    });
    for (const service of stale) {
      await build(root, service);
      writeFileSync(stampOf(service), wanted);
    }
    return stale.length === 0 ? "unchanged" : "built";
  });
};
