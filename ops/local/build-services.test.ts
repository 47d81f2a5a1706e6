import { beforeAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { execPath } from "node:process";

import { builtOf, buildServices } from "./build-services.ts";

const root = resolve(import.meta.dirname, "../..");
beforeAll(() => buildServices(root), 60_000);

test("services are built once from the same sources", async () => {
  expect(await buildServices(root)).toBe("unchanged");
});

test.each(["auth", "member", "product", "order", "payment"])(
  "%s is built with its bytecode, and tells where it failed by its sources",
  (service) => {
    const script = join(root, builtOf(service));
    expect(existsSync(`${script}.jsc`)).toBe(true);
    const { exitCode, stderr } = Bun.spawnSync([execPath, script], {
      cwd: root,
      env: { PORT: "none" },
      stderr: "pipe",
    });
    expect(exitCode).toBe(1);
    expect(stderr.toString()).toContain("The environment is not usable:\n  PORT:");
    expect(stderr.toString()).toMatch(/\/shared\/src\/env\.ts:\d+/);
    expect(stderr.toString()).toContain(`/${service}/src/env.ts:`);
  },
);
