import { readFile } from "node:fs/promises";
import { join } from "node:path";

// Read when asked, from the folder the shop runs in: the bundler must leave them alone.
const build = () =>
  readFile(join(process.cwd(), process.env["NEXT_DIST_DIR"] ?? ".next", "BUILD_ID"), "utf8");
const worker = () =>
  readFile(join(process.cwd(), "domains", "installed", "worker", "worker.js"), "utf8");

/** The worker of this build: another build is another script, and takes over from this one. */
export const workerScript = async () =>
  `const build = ${JSON.stringify((await build()).trim())};\n${await worker()}`;
