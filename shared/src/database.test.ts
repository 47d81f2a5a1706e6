import { expect, test } from "bun:test";

import { sql } from "drizzle-orm";

import { testDatabase } from "../testing/database.ts";

const { db } = await testDatabase("member");

test("a database that hangs up in the middle of a transaction fails the work, not the process", async () => {
  const { promise: begun, resolve } = Promise.withResolvers<number>();
  const { promise: hungUp, resolve: goOn } = Promise.withResolvers<void>();
  const work = db.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    resolve(row?.pid ?? 0);
    await hungUp;
    await tx.execute(sql`select 1`).catch(() => {});
    await tx.execute(sql`select 2`);
  });
  const pid = await begun;
  await db.execute(sql`select pg_terminate_backend(${pid})`);
  goOn();
  expect(await work.catch(() => "failed")).toBe("failed");
  expect(await db.execute(sql`select 3 as three`)).toMatchObject([{ three: 3 }]);
});
