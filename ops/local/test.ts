import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join, resolve } from "node:path";

import { describeError, explained } from "./errors.ts";
import { installPackages } from "./install.ts";
import { watchers } from "./watchers.ts";

type Tool = { package: string; programs: readonly string[]; hint: string };

const TOOLS: readonly Tool[] = [
  {
    package: "redis-server",
    programs: ["redis-server", "valkey-server"],
    hint: "Fedora: dnf install valkey; Alpine: apk add redis; Arch: pacman -S valkey; macOS: brew install redis",
  },
  {
    package: "chromium",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    hint: "Fedora: dnf install chromium; Alpine: apk add chromium; Arch: pacman -S chromium; macOS: brew install --cask chromium",
  },
  ...Object.values(watchers).map(([upstream, debian]) => ({
    package: debian,
    programs: [debian, upstream],
    hint: `${upstream}: elsewhere from the releases of the Prometheus project`,
  })),
];

const isOnPath = (program: string): boolean =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const root = resolve(import.meta.dirname, "../..");

const runHere = (command: string, args: readonly string[]): Promise<number> =>
  new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit" });
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    process.on("SIGINT", () => {});
    child.once("error", () => settle(1));
    child.once("exit", (code) => settle(code ?? 1));
  });

const installTools = async (): Promise<void> => {
  const missing = TOOLS.filter(({ programs }) => !programs.some(isOnPath));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.package);
  const lacking = explained(
    `The tests run on real parts, and ${names.join(" and ")} is missing.`,
    `Debian, Ubuntu: apt install ${names.join(" ")}\n${missing.map(({ hint }) => hint).join("\n")}`,
  );
  const { installDebianPackages } = await import("./debian.ts");
  const run = async (
    _: string,
    { command, args }: { command: string; args: readonly string[] },
  ) => {
    if ((await runHere(command, args)) !== 0) throw lacking;
  };
  if (!(await installDebianPackages({ run }, names))) throw lacking;
};

try {
  await installPackages(root, new AbortController().signal);
  await installTools();
  // One file a core at a time: each brings its own database, Redis and ports. A busy machine is no failure.
  const args = ["test", "--parallel", "--timeout", "60000", ...process.argv.slice(2)];
  process.exit(await runHere(process.execPath, args));
} catch (error) {
  process.stderr.write(describeError(error));
  process.exit(1);
}
