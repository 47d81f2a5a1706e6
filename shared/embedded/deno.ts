import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";

const root = join(import.meta.dirname, "../..");

/** Deno's program. The package's own command starts it as a child, which no signal would reach. */
export const denoProgram = () => {
  const deno = createRequire(import.meta.url).resolve("deno/package.json");
  const system = [
    process.platform,
    process.arch,
    ...(process.platform === "linux" ? ["glibc"] : []),
  ];
  return join(
    dirname(createRequire(deno).resolve(`@deno/${system.join("-")}/package.json`)),
    "deno",
  );
};

/** What Deno is given to run a service: the network, its environment, and of files only those that it names. */
export const denoArgs = (main: string, env: Record<string, string>) => {
  const { KEYS_FILE, CLIENTS_FILE, MEDIA_DIR } = env;
  const kept = [...(KEYS_FILE ? [dirname(KEYS_FILE)] : []), ...(MEDIA_DIR ? [MEDIA_DIR] : [])];
  const packages = join(root, "node_modules");
  const read = [packages, "/usr/bin/ldd", ...kept, ...(CLIENTS_FILE ? [CLIENTS_FILE] : [])];
  return [
    "run",
    ...["--no-prompt", "--allow-net", "--allow-env"],
    `--allow-ffi=${packages}`,
    `--allow-read=${read.map((path) => resolve(path)).join(",")}`,
    ...(kept.length > 0 ? [`--allow-write=${kept.map((path) => resolve(path)).join(",")}`] : []),
    main,
  ];
};
