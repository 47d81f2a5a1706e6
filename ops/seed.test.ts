import { afterAll, expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

import { testDatabase } from "@jangteo/shared/testing/database";
import { admin, testPassword } from "@jangteo/shared/testing/postgres";

import { pieces } from "./demo/products.ts";
import { temporaryFolder } from "./local/testing.ts";

/** Each starts processes, which a busy machine takes long to do; it only bounds a failure. */
const patience = 120_000;
const place = temporaryFolder();
afterAll(place.remove);

/** A data folder such as `bun run start` makes, of a shop whose database is elsewhere. */
const dir = join(place.path, "shop");
mkdirSync(dir);
writeFileSync(join(dir, "secrets.json"), JSON.stringify({ databaseProduct: testPassword }));
const { adminUrl } = await testDatabase("product");

const seedFile = join(import.meta.dirname, "seed.ts");
const environment = { PATH: process.env["PATH"], JANGTEO_DIR: dir, DATABASE_URL: adminUrl };

const seed = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [seedFile, ...args], {
    env: { ...environment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((settle) => {
    child.once("close", settle);
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, said, complained };
};

type Row = { slug: string; version: number };
const shelf = () =>
  admin(adminUrl, (sql) => sql<Row[]>`select slug, version from product.products order by slug`);
const cards = () =>
  admin(adminUrl, async (sql) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from product.cards`;
    return row?.n;
  });

test(
  "a shop has as many products as were asked for, and a second time changes nothing",
  async () => {
    const first = await seed(["--products", "30"]);
    expect(first).toMatchObject({ code: 0, complained: "" });
    expect(first.said).toContain("30 of 30 products, 30 of them new");
    const filled = await shelf();
    expect(filled.map(({ slug }) => slug)).toEqual(
      [...pieces(30)].map(({ slug }) => slug).toSorted(),
    );
    // Each in two languages and two currencies, so that shoppers find it at once.
    expect(await cards()).toBe(30 * 4);

    const again = await seed(["--products", "30"]);
    expect(again.said).toContain("30 of 30 products, 0 of them new");
    expect(await shelf()).toEqual(filled);
  },
  patience,
);

test(
  "a seed that is killed leaves whole products, and the next one adds the rest",
  async () => {
    const child = spawn(process.execPath, [seedFile, "--products", "620"], {
      env: environment,
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((settle) => {
      child.once("close", settle);
    });
    for await (const line of createInterface({ input: child.stdout }))
      if (/ [1-9]\d* of them/.test(line)) break;
    // The whole group, so that nothing of it writes on.
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await ended;

    const { code, said } = await seed(["--products", "620"]);
    expect(code).toBe(0);
    const [, added = ""] = /620 of 620 products, (\d+) of them new/.exec(said) ?? [];
    expect(Number(added)).toBeGreaterThan(0);
    expect(Number(added)).toBeLessThan(620 - 30);
    expect(await shelf()).toHaveLength(620);
    expect(await cards()).toBe(620 * 4);
  },
  patience,
);

test.each([
  [[], "Say how many products."],
  [["--products"], "Say how many products."],
  [["--products", "many"], "many is not a number from 1 to"],
  [["--products", "0"], "0 is not a number from 1 to"],
  [["--products", "-5"], "There is no option -5."],
  [["--products", "10.5"], "10.5 is not a number from 1 to"],
  [["--products", "9999999"], "9999999 is not a number from 1 to"],
  [["--product", "10"], "There is no option --product."],
  [["--products", "10", "more"], "Say how many products."],
])(
  "%p is refused with what would be right, and adds nothing",
  async (args, complaint) => {
    const before = await shelf();
    const { code, complained } = await seed(args);
    expect(code).toBe(1);
    expect(complained).toContain(complaint);
    expect(complained).toContain("Usage: bun run seed --products");
    expect(await shelf()).toEqual(before);
  },
  patience,
);

test(
  "where no shop is, and where its database does not run, the way out is named",
  async () => {
    const nowhere = await seed(["--products", "10"], { JANGTEO_DIR: join(place.path, "nowhere") });
    expect(nowhere.code).toBe(1);
    expect(nowhere.complained).toContain("There is no shop in");
    expect(nowhere.complained).toContain("bun run start");
    const stopped = await seed(["--products", "10"], { DATABASE_URL: "" });
    expect(stopped.code).toBe(1);
    expect(stopped.complained).toContain("The shop's database does not run.");
  },
  patience,
);

test(
  "a database that refuses is told as it is, without a password",
  async () => {
    const url = new URL(adminUrl);
    url.pathname = "/nothing_here";
    const { code, complained } = await seed(["--products", "10"], { DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(complained).toContain('database "nothing_here" does not exist');
    expect(complained).not.toContain(`:${testPassword}@`);
  },
  patience,
);
