import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { launch } from "@jangteo/shared/embedded/process";
import { own } from "@jangteo/shared/testing/place";

import { buildInto } from "../../ops/local/build";

export const storefront = join(import.meta.dirname, "..");

/** Beside the build of a shop that may be running. */
const distDir = ".local/test-build";

const quiet = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", NEXT_DIST_DIR: distDir };
export const buildEnv = {
  ...quiet,
  PATH: process.env["PATH"] ?? "",
  HOME: process.env["HOME"] ?? "",
};

const build = async () => {
  const log = join(storefront, ".local", "test-build.log");
  const next = join(storefront, "node_modules", "next", "dist", "bin", "next");
  const building = launch({
    command: process.execPath,
    args: ["--bun", next, "build"],
    cwd: storefront,
    env: buildEnv,
    log,
    onLaunch: ({ identity }) => own(identity),
  });
  const { code } = await building.exited;
  if (code !== 0) throw new Error(`The shop does not build, see ${log}`);
};

/** Builds the shop as it is shipped, once for all test files that want it. */
export const buildShop = () => buildInto(join(storefront, ".."), distDir, build);

/** The same build under another name, as the next one would be; gives its folder. */
export const buildAgain = () => {
  const next = ".local/test-build-next";
  const at = (folder: string) => join(storefront, folder);
  rmSync(at(next), { recursive: true, force: true });
  cpSync(at(distDir), at(next), { recursive: true });
  writeFileSync(join(at(next), "BUILD_ID"), "the-next-build");
  return next;
};
