import { afterAll, expect } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { systemClock, type Clock } from "@jangteo/shared/clock";
import type { Connected, Db } from "@jangteo/shared/database";
import { testDatabase } from "@jangteo/shared/testing/database";
import { reached } from "@jangteo/shared/testing/server";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { sql } from "drizzle-orm";

import { createApp } from "./app.ts";
import { createPictureFolder } from "./picture-folder.ts";
import type { PictureStore } from "./picture-store.ts";
import type { Catalogue } from "./seed-catalogue.ts";

export const testSecret = "a secret of the tests, long enough";

type Options = { clock?: Clock; pictures?: PictureStore };

/** The product service on a database of its own. */
export const testProductService = async ({ clock = systemClock, pictures }: Options = {}) => {
  const { db, url, adminUrl } = await testDatabase("product");
  const tokens = await testTokens();
  const mediaDir = mkdtempSync(join(tmpdir(), "jangteo-media-"));
  afterAll(() => rmSync(mediaDir, { recursive: true, force: true }));
  const lines: string[] = [];
  const app = reached(
    createApp({
      db,
      rules: tokens.rules,
      idempotencySecret: testSecret,
      clock,
      pictures: pictures ?? createPictureFolder(mediaDir),
      log: {
        info: () => {},
        warn: () => {},
        error: (message, fields) => void lines.push(JSON.stringify({ message, fields })),
      },
    }),
  );
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers });
  const staffToken = await tokens.access({
    sub: crypto.randomUUID(),
    scope: "catalogue:write",
    roles: ["manager"],
  });
  const asStaff = { authorization: `Bearer ${staffToken}` };
  /** A request of staff, with a new Idempotency-Key unless `headers` say otherwise. */
  const staff = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method,
      headers: {
        ...asStaff,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { db, url, adminUrl, tokens, app, get, mediaDir, asStaff, staff, errors: lines };
};

export const both = (words: string) => ({ ko: `${words} (한글)`, en: words });

type NewProduct = Catalogue["products"][number];

/** A bowl that differs from the next by its number. */
export const bowl = (n: number, change: Partial<NewProduct> = {}, units = 9): NewProduct => ({
  slug: `bowl-${n}`,
  category: "bowls",
  ...{ name: both(`Bowl ${n}`), description: both("A bowl") },
  ...{ material: both("Clay"), care: both("By hand") },
  attributes: [],
  variants: [
    {
      sku: `BOWL-${n}`,
      ...{ width: 124, height: 68, depth: 124, weight: 260, capacity: 320 },
      price: { KRW: 10_000 + (n % 5) * 1000, USD: 1000 + (n % 5) * 100 },
      stock: units,
    },
  ],
  pictures: [],
  ...change,
});

export const shelf = (slug: string, parent: string | null = null) => ({
  slug,
  parent,
  ...{ name: both(slug), description: both(`Our ${slug}`) },
});

/** Reserved is what is held and committed, on hand what moved, available what is free; always. */
export const expectLedgerAddsUp = async (db: Db) => {
  const wrong = await db.execute(sql`
    select s.variant_id, s.on_hand, s.reserved, moved.units as moved, held.units as held
    from product.stock s
    cross join lateral (select coalesce(sum(quantity), 0)::int as units from product.stock_movements m
      where m.variant_id = s.variant_id and m.location = s.location) moved
    cross join lateral (select coalesce(sum(quantity - r.shipped), 0)::int as units from product.reservations r
      where r.variant_id = s.variant_id and r.location = s.location and state in ('held', 'committed')) held
    where s.on_hand <> moved.units or s.reserved <> held.units`);
  const mistold = await db.execute(sql`
    select a.product_id, a.available, sum(s.on_hand - s.reserved) as free
    from product.availability a join product.variants v using (product_id)
    join product.stock s on s.variant_id = v.id
    group by a.product_id having a.available <> sum(s.on_hand - s.reserved)`);
  expect([...wrong, ...mistold]).toEqual([]);
};

export type Statement = { text: string; parameters: unknown[] };

/** The statements that some work sends to the database. */
export const statementsOf = async (db: Connected, work: () => Promise<void>) => {
  const sent: Statement[] = [];
  const { options } = db.$client;
  options.debug = (_connection, text, parameters) => {
    // A new connection asks for the types of arrays.
    if (!text.includes("pg_catalog.pg_type")) sent.push({ text, parameters });
  };
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return sent;
};
