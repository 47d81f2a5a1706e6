import { expect, spyOn, test } from "bun:test";

import { eq, sql } from "drizzle-orm";

import { outbox } from "../schema/member.ts";
import { testDatabase } from "../testing/database.ts";
import type { Db } from "./database.ts";

test("a database that hangs up in the middle of a transaction fails the work, not the process", async () => {
  const { db } = await testDatabase("member");
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

test("what a transaction sends at once comes after its beginning, in this order, and fails as a whole", async () => {
  const { db } = await testDatabase("member");
  const type = crypto.randomUUID();
  const write = (tx: Db) => tx.insert(outbox).values({ type, payload: {} });
  const written = async () => (await db.select().from(outbox).where(eq(outbox.type, type))).length;
  const failing = db.transaction(async (tx) => {
    await Promise.all([write(tx), write(tx), tx.execute(sql`select 1 / 0`)]);
  });
  expect(await failing.catch(() => "failed")).toBe("failed");
  expect(await written()).toBe(0);
  const crowd = Array.from({ length: 40 }, () =>
    db.transaction(async (tx) => {
      const [[mine]] = await Promise.all([
        tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`),
        write(tx),
      ]);
      const [again] = await tx.execute<{ id: string }>(
        sql`select pg_current_xact_id()::text as id`,
      );
      return mine?.id === again?.id ? mine?.id : "another";
    }),
  );
  const ids = await Promise.all(crowd);
  expect(new Set(ids).size).toBe(40);
  expect(ids).not.toContain("another");
  expect(await written()).toBe(40);
});

test("what a question costs does not grow with the number of those before it", async () => {
  const { db } = await testDatabase("member");
  const ask = () => db.execute(sql`select pg_sleep(0.001)`);
  // So many connections that one is always free.
  await Promise.all([ask(), ask(), ask()]);
  for (let n = 0; n < 1000; n += 1) await ask();
  const looked = spyOn(Array.prototype, "indexOf");
  await ask();
  const longest = Math.max(
    ...looked.mock.contexts.map((list) => (Array.isArray(list) ? list.length : 0)),
  );
  looked.mockRestore();
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(200);
});
