import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { migrateService } from "@jangteo/shared/migrate";
import { testDatabase } from "@jangteo/shared/testing/database";

import { migrationsOf } from "../backup/migrations.ts";
import { databaseBeside } from "../backup/testing.ts";
import { withSql } from "../local/database.ts";
import { eventually } from "../local/testing.ts";
import { invariants } from "../verify/invariants.ts";
import { look } from "../verify/look.ts";
import { checkOut } from "./check-out.ts";
import { openHarbour } from "./fleet.ts";
import { findPrevious } from "./previous.ts";
import { openVisitors } from "./visitors.ts";

const root = join(import.meta.dirname, "../..");
const services = ["member", "product", "payment", "order"];

const older = join(mkdtempSync(join(tmpdir(), "jangteo-upgrade-")), "older");
afterAll(() => rmSync(join(older, ".."), { recursive: true, force: true }));
const { commit, why } = findPrevious(root);
checkOut(root, commit, older);

const adminUrl = await databaseBeside((await testDatabase("member")).adminUrl);
const migrateAll = async (from: string) => {
  for (const service of services)
    await migrateService({
      ...{ adminUrl, service, folder: join(from, service, "drizzle"), password: "test" },
    });
};
const applied = async () => {
  const all = await withSql(adminUrl, migrationsOf);
  return Object.values(all).flat().length;
};

test(`${why} goes on serving while the database is brought to this version, and beside it`, async () => {
  await migrateAll(older);
  const before = await applied();
  const harbour = await openHarbour(adminUrl, join(older, "payment/sandbox/main.ts"));
  const previous = await harbour.add(older);
  const visitors = await openVisitors(harbour, adminUrl);
  /** So many more of each have been served. */
  const serveMore = async (more: number) => {
    const from = Object.entries(visitors.served());
    await eventually(() => {
      if (visitors.failed.length > 0) throw new Error(visitors.failed.slice(0, 5).join("\n"));
      const now: Record<string, number> = visitors.served();
      return from.every(([what, count]) => (now[what] ?? 0) >= count + more);
    });
  };
  await serveMore(2);
  await migrateAll(root);
  expect(await applied()).toBeGreaterThan(before);
  await serveMore(2);
  await harbour.add(root);
  await serveMore(3);
  await harbour.leave(previous);
  await serveMore(2);
  await visitors.close();
  expect(visitors.failed).toEqual([]);
  const broken = await withSql(adminUrl, async (sql) => {
    const found: unknown[] = [];
    for (const one of invariants) found.push(...(await look(sql, one, 120)));
    return found;
  });
  expect(broken).toEqual([]);
}, 180_000);
