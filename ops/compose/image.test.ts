import { afterAll, describe, expect, test } from "bun:test";
import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { execPath } from "node:process";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testRedis } from "@jangteo/shared/testing/redis";

import { compose, read, root, scriptOf } from "./compose-file.ts";
import { assemble, stageOf, stepsOf } from "./dockerfile.ts";

const place = mkdtempSync(join(tmpdir(), "jangteo-image-"));
chmodSync(place, 0o755);
afterAll(() => rmSync(place, { recursive: true, force: true }), 60_000);
const { url: redisUrl } = await testRedis();

const lastOf = (stage: string, word: string) =>
  stepsOf(stage).findLast((step) => step.word === word)?.rest ?? "";

describe("the services' image, its steps followed by hand", () => {
  const app = assemble("services", place);

  test("holds what every container runs that is made from it, with all that this imports", async () => {
    const scripts = Object.values(compose.services).flatMap((service) =>
      service.build?.target === "services" ? (scriptOf(service) ?? []) : [],
    );
    expect(scripts.length).toBeGreaterThanOrEqual(14);
    const { success, logs } = await Bun.build({
      entrypoints: [...new Set(scripts)].map((script) => join(app, script)),
      target: "bun",
      throw: false,
    });
    expect(logs.map(String)).toEqual([]);
    expect(success).toBe(true);
  });

  test("holds no test, no secret, no picture and nothing of the storefront's", () => {
    const glob = new Bun.Glob(
      "{auth,gateway,member,ops,order,payment,product,shared}/**/*.{test.ts,env,webp}",
    );
    const found = [...glob.scanSync({ cwd: app, dot: true })].filter(
      (path) => !path.includes("node_modules"),
    );
    expect(found).toEqual([]);
    for (const path of [".secrets", ".git", ".env", "storefront/server.ts"])
      expect(existsSync(join(app, path)), path).toBe(false);
  });

  test("runs auth as a user who owns nothing there, and its health check says so", async () => {
    const [uid = 0, gid = 0] = lastOf("services", "USER").split(":").map(Number);
    expect(uid).toBeGreaterThanOrEqual(10_000);
    const volume = join(place, "keys");
    mkdirSync(volume);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(volume, uid, gid);
    const secret = join(place, "secret");
    writeFileSync(secret, `${"k".repeat(43)}\n`, { mode: 0o444 });
    const env = {
      HOST: "127.0.0.1",
      PORT: String(await freePort()),
      ISSUER: "http://localhost:8000",
      REDIS_URL: redisUrl,
      MEMBER_URL: "http://127.0.0.1:9",
      KEYS_FILE: join(volume, "keys.json"),
      TOKEN_SECRET_FILE: secret,
      STOREFRONT_CLIENT_SECRET_FILE: secret,
      ORDER_CLIENT_SECRET_FILE: secret,
      PAYMENT_CLIENT_SECRET_FILE: secret,
    };
    const nobody = { cwd: app, env, ...(isRoot && { uid, gid }) };
    const auth = spawn(execPath, compose.services["auth"]?.command ?? [], nobody);
    afterAll(() => auth.kill("SIGKILL"));
    const ended = new Promise((settle) => auth.once("exit", (code) => settle(code)));
    const listens = new Promise((settle) =>
      auth.stdout.once("data", (said) => settle(String(said))),
    );
    auth.stderr.pipe(process.stderr);
    expect(await Promise.race([listens, ended])).toContain("auth listens");

    const words = /CMD (\[.+\])$/.exec(lastOf("services", "HEALTHCHECK"))?.[1] ?? "[]";
    const [program, ...args]: string[] = JSON.parse(words);
    expect(program).toBe("bun");
    const check = spawn(execPath, args, { ...nobody, stdio: "inherit" });
    expect(await new Promise((settle) => check.once("exit", settle))).toBe(0);

    const writes = spawn("touch", [join(app, "auth/written")], nobody);
    const refused = await new Promise((settle) => writes.once("exit", settle));
    if (isRoot) expect(refused).toBe(1);
    auth.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

test("the storefront's image lacks no package that its server loads", async () => {
  const text = stageOf("storefront-packages")
    .steps.map(({ rest }) => rest)
    .join(" ");
  const removed = (/ rm -rf ([^&]+)/.exec(text)?.[1] ?? "").trim().split(/\s+/);
  expect(removed).toContain("*typescript*");
  const { success, metafile } = await Bun.build({
    entrypoints: [join(root, "storefront/server.ts")],
    target: "bun",
    external: ["next"],
    metafile: true,
  });
  expect(success).toBe(true);
  const loaded = Object.keys(metafile?.inputs ?? {}).flatMap(
    (path) => /node_modules\/\.bun\/([^/]+)/.exec(path)?.[1] ?? [],
  );
  expect(loaded.length).toBeGreaterThan(5);
  const lacking = loaded.filter((name) => removed.some((glob) => new Bun.Glob(glob).match(name)));
  expect([...new Set(lacking)]).toEqual([]);
});

test("the storefront's start unpacks no program into /tmp, where a container runs none", async () => {
  const unpacked = join(place, "unpacked");
  mkdirSync(unpacked);
  const { exitCode, stderr } = await Bun.$`${execPath} -e ${`
    const { default: load } = await import("next/dist/server/config.js");
    const { headers } = await load("phase-production-server", process.cwd());
    if ((await headers()).length === 0) throw new Error("this is not the storefront's configuration");
  `}`
    .cwd(join(root, "storefront"))
    .env({ PATH: process.env["PATH"] ?? "", NODE_ENV: "production", TMPDIR: unpacked })
    .nothrow()
    .quiet();
  expect(exitCode, stderr.toString()).toBe(0);
  expect(readdirSync(unpacked)).toEqual([]);
});

test("an image is stopped as its server expects, and runs as the user of the other", () => {
  for (const stage of ["services", "storefront"]) {
    expect(lastOf(stage, "STOPSIGNAL")).toBe("SIGTERM");
    expect(lastOf(stage, "USER")).toBe("10001:10001");
    expect(lastOf(stage, "HEALTHCHECK")).toContain("/readyz");
  }
  expect(read("storefront/server.ts")).toContain('"/readyz"');
});
