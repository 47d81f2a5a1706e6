import { expect } from "bun:test";
import { setTimeout as pause } from "node:timers/promises";

import type { Db } from "@jangteo/shared/database";
import { sql } from "drizzle-orm";

import type { ProductList } from "../contract.ts";
import { both, type testProductService } from "../testing.ts";

type Service = Awaited<ReturnType<typeof testProductService>>;
type Shelf = { slug: string; version: number };
type Kind = "categories" | "collections";

export const newSlug = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`;
/** The If-Match of a change that is made on what was read. */
export const tag = ({ version }: Pick<Shelf, "version">) => ({ "if-match": `"${version}"` });

/** Staff at work on categories and collections. */
export const testShelves = ({ db, get, staff }: Service) => {
  const add = async (kind: Kind, fields: object = {}) => {
    const slug = newSlug(kind);
    const reply = await staff("POST", `/v1/${kind}`, { slug, name: both(slug), ...fields });
    expect(reply.status).toBe(201);
    return (await reply.json()) as Shelf;
  };
  const edit = (kind: Kind, shelf: Shelf, fields: object) =>
    staff("PATCH", `/v1/${kind}/${shelf.slug}`, fields, tag(shelf));
  const edited = async (kind: Kind, shelf: Shelf, fields: object) => {
    const reply = await edit(kind, shelf, fields);
    expect([reply.status, await reply.clone().text()]).toEqual([200, expect.any(String)]);
    return (await reply.json()) as Shelf;
  };
  const remove = async (kind: Kind, shelf: Shelf) =>
    (await staff("DELETE", `/v1/${kind}/${shelf.slug}`, undefined, tag(shelf))).status;
  const read = async (kind: Kind, slug: string) =>
    (await (await staff("GET", `/v1/catalogue/${kind}/${slug}`)).json()) as Shelf;
  const leadsTo = async (kind: Kind, slug: string) => {
    const reply = await get(`/v1/${kind}/${slug}`);
    return reply.headers.get("location")?.split("/").at(-1) ?? reply.status;
  };
  const slugsIn = async (query: string) => {
    const reply = await get(`/v1/products?${query}`);
    return ((await reply.json()) as ProductList).items.map(({ slug }) => slug);
  };
  /** Does `work` in a transaction that stays open until what `other` asks for waits for it. */
  const meanwhile = async <T>(work: (tx: Db) => Promise<unknown>, other: () => Promise<T>) => {
    const asked: Promise<T>[] = [];
    await db.transaction(async (tx) => {
      await work(tx);
      asked.push(other());
      const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const isAwaited = async () =>
        (
          await db.execute(sql`select 1 from pg_locks
          where not granted and ${own?.pid ?? 0}::int = any(pg_blocking_pids(pid))`)
        ).length > 0;
      const ends = Date.now() + 5000;
      while (!(await isAwaited()) && Date.now() < ends) await pause(5);
    });
    const [reply] = await Promise.all(asked);
    if (reply === undefined) throw new Error("nothing was asked");
    return reply;
  };
  return { meanwhile, add, edit, edited, remove, read, leadsTo, slugsIn };
};
