import { afterAll, expect, test } from "bun:test";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import postgres from "postgres";

import { invariants } from "./verify/invariants.ts";
import { look } from "./verify/look.ts";
import type { Plant } from "./verify/plant.ts";
import { plantedRecords } from "./verify/planted-records.ts";
import { plantedSales } from "./verify/planted-sales.ts";
import { testShop } from "./verify/testing.ts";

const root = join(import.meta.dirname, "..");
const { adminUrl, ids } = await testShop();
const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const broken = async (on: postgres.Sql | postgres.TransactionSql, grace = 120) => {
  const found: [number, string][] = [];
  for (const one of invariants)
    for (const { says } of await look(on, one, grace)) found.push([one.number, says]);
  return found;
};

const verify = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["ops/verify.ts", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: adminUrl },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

const planted = [...plantedSales, ...plantedRecords];

class Undone extends Error {}

const planting = async (plant: Plant[2]) => {
  const found: [number, string][] = [];
  await sql
    .begin(async (tx) => {
      await plant(tx, ids);
      found.push(...(await broken(tx)));
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return found;
};

test("a shop in which all is well breaks no promise", async () => {
  expect(await broken(sql, 0)).toEqual([]);
});

test.each(planted)("a breach of promise %d is found: not so, %s", async (number, says, plant) => {
  expect(await planting(plant)).toContainEqual([number, says]);
  expect(await broken(sql)).toEqual([]);
});

test("every way in which a promise can be broken is tried here", () => {
  const looks = invariants.flatMap(({ number, looks: all }) =>
    all.map(({ says }) => `${number} ${says}`),
  );
  const tried = planted.map(([number, says]) => `${number} ${says}`);
  expect(tried.toSorted()).toEqual(looks.toSorted());
});

test("the operator reads one line for each promise, and a breach with its ids fails the command", async () => {
  const well = verify();
  expect(well.stdout.match(/^[✓–✗] \d .*$/gm)).toHaveLength(8);
  expect([well.status, well.stdout]).toEqual([0, expect.not.stringContaining("✗")]);
  await sql`update product.stock set reserved = 0 where variant_id = ${ids.variant}`;
  const wrong = verify();
  await sql`update product.stock set reserved = 2 where variant_id = ${ids.variant}`;
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain("✗ 1 units sold never exceed units available: 1 violation\n");
  expect(wrong.stdout).toContain(`${ids.variant}  seoul: 0 reserved, 2 by reservations`);
});

test("what may still be under way is no breach until the grace has passed", async () => {
  await sql`insert into "order".outbox (type, payload) values ('order.x', '{}')`;
  expect(verify().status).toBe(0);
  expect(verify("--grace", "0").stdout).toContain("✗ 5");
  await sql`delete from "order".outbox where type = 'order.x'`;
});

test("a flag that it does not know, and a database that it cannot reach, are no verdict", () => {
  for (const args of [["--garce", "1"], ["--grace", "soon"], ["now"]])
    expect(verify(...args).status).toBe(2);
});
