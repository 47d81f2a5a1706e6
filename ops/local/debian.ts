import { existsSync } from "node:fs";

import type { Supervisor } from "./supervisor.ts";

const env = {
  PATH: process.env["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin",
  DEBIAN_FRONTEND: "noninteractive",
  // Keeps a package's own service from starting on its usual port.
  RUNLEVEL: "1",
};

/** Installs packages with apt. False where that is not possible: not Debian, or not root. */
export const installDebianPackages = async (
  { run }: Pick<Supervisor, "run">,
  packages: readonly string[],
): Promise<boolean> => {
  const hasApt = env.PATH.split(":").some((folder) => existsSync(`${folder}/apt-get`));
  if (!hasApt || process.getuid?.() !== 0) return false;
  await run("apt-get", { command: "apt-get", args: ["update", "-qq"], env });
  await run("apt-get", {
    command: "apt-get",
    args: ["install", "-y", "-qq", "--no-install-recommends", ...packages],
    env,
  });
  return true;
};
