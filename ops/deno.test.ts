import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

import { denoArgs, denoProgram } from "@jangteo/shared/embedded/deno";
import { launch } from "@jangteo/shared/embedded/process";
import { own } from "@jangteo/shared/testing/place";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "jangteo-deno-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const patience = 15 * 60_000;
const inherited = ["PATH", "HOME", "TMPDIR"].flatMap((name) => {
  const value = process.env[name];
  return value === undefined ? [] : [[name, value] as const];
});

const run = async (name: string, command: string, args: string[]) => {
  const log = join(folder, name);
  const { exited } = launch({
    ...{ command, args, cwd: root, log },
    // One file at a time: the other cores are at work on other tests.
    env: {
      ...Object.fromEntries(inherited),
      ...{ NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", DENO_JOBS: "1" },
    },
    onLaunch: ({ identity }) => own(identity),
  });
  const { code } = await exited;
  return { code, said: readFileSync(log, "utf8") };
};

const testsOf = (place: string) =>
  readdirSync(join(root, place), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `./${join(place, file)}`);

/** Why: next to the test itself. */
const leftOut = new Map([["product", ["a bucket is found before the host as well"]]]);

test.each(["auth", "member", "product"])(
  "%s passes on Deno the tests that it passes on Bun",
  async (service) => {
    const place = `${service}/src`;
    const { code, said } = await run(service, process.execPath, ["ops/deno.ts", place]);
    const failures = said.slice(Math.max(0, said.indexOf("\n ERRORS \n")));
    expect(code === 0 ? "passed" : failures.slice(0, 8000)).toBe("passed");
    const lines = [...said.matchAll(/^running [1-9]\d* tests? from (\S+)$/gm)];
    const ran = new Set(lines.map(([, file]) => file ?? ""));
    expect([...ran].toSorted()).toEqual(testsOf(place).toSorted());
    const ignored = [...said.matchAll(/^(.*) \.\.\. ignored/gm)].map(([, name]) => name ?? "");
    expect(ignored).toEqual(leftOut.get(service) ?? []);
  },
  patience,
);

test("Deno serves and stops as Bun does", async () => {
  const file = "shared/src/serve.test.ts";
  const { code, said } = await run("serve", process.execPath, ["ops/deno.ts", file]);
  expect(code === 0 ? "passed" : said).toBe("passed");
});

test("on Deno a service that is broken into reads and writes only its own, and starts no program", async () => {
  const [its, other] = [join(folder, "its"), join(folder, "other")];
  for (const place of [its, other]) mkdirSync(place);
  const probe = join(import.meta.dirname, "deno/probe.ts");
  const args = denoArgs(probe, { KEYS_FILE: join(its, "keys.json") });
  const { said } = await run("probe", denoProgram(), [...args, its, other]);
  const places = [
    { reads: true, writes: true },
    { reads: false, writes: false },
  ];
  expect(JSON.parse(said)).toEqual({ places, starts: false });
});
