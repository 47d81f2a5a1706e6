import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { schemas } from "../backup/tables.ts";
import { contracts } from "./contracts.ts";
import { contractsIn } from "./statements.ts";

const root = join(import.meta.dirname, "../..");
const migrations = schemas.flatMap((service) =>
  readdirSync(join(root, service, "drizzle"))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => `${service}/drizzle/${name}`),
);

test("a migration only adds, so that the release before goes on serving, or says why it may do more", () => {
  const found = migrations.flatMap((file): [string, string[]][] => {
    const breaks = new Set(contractsIn(readFileSync(join(root, file), "utf8")));
    return breaks.size === 0 ? [] : [[file, [...breaks].toSorted()]];
  });
  const listed = Object.entries(contracts).map(([file, { breaks }]) => [file, breaks.toSorted()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
});

test.each([
  ['DROP TABLE "order"."carts";', "drops what is read"],
  ['ALTER TABLE "order"."carts" DROP COLUMN "owner";', "drops what is read"],
  ['ALTER TABLE "order"."carts" RENAME COLUMN "owner" TO "of";', "renames what is used"],
  ['ALTER TABLE "order"."carts" RENAME TO "baskets";', "renames what is used"],
  ['ALTER TABLE "order"."carts" SET SCHEMA "basket";', "moves what is used"],
  ['ALTER TABLE "order"."carts" ALTER COLUMN "units" SET DATA TYPE bigint;', "changes a type"],
  ['ALTER TABLE "order"."carts" ALTER "units" TYPE bigint;', "changes a type"],
  [
    'ALTER TABLE "order"."carts" ALTER COLUMN "x" SET NOT NULL;',
    "asks for a value that is not written",
  ],
  [
    'ALTER TABLE "order"."carts" ALTER COLUMN "x" DROP DEFAULT;',
    "drops a default that is relied on",
  ],
  [
    'ALTER TABLE "order"."carts" ADD COLUMN "x" text NOT NULL;',
    "adds a column that is not written",
  ],
  [
    'ALTER TABLE "order"."carts" ADD CONSTRAINT "x" CHECK (units > 0);',
    "locks writers out while every row is looked at",
  ],
  [
    'ALTER TABLE "order"."carts" ADD CONSTRAINT "x" UNIQUE("owner");',
    "locks writers out while every row is looked at",
  ],
  [
    'CREATE INDEX "x" ON "order"."carts" USING btree ("owner");',
    "locks writers out while an index is made",
  ],
  [
    'CREATE UNIQUE INDEX "x" ON "order"."carts" ("owner");',
    "locks writers out while an index is made",
  ],
  ['DROP INDEX "order"."carts_live";', "drops what makes reading quick"],
  [`-- Why.\nUPDATE "order"."carts" SET "owner" = 'x';`, "holds every row that it changes"],
  ['TRUNCATE "order"."carts";', "takes away what is there"],
  [
    'CREATE TABLE "order"."new" ("id" uuid);--> statement-breakpoint\nDROP TABLE "order"."carts";',
    "drops what is read",
  ],
])("%s is seen", (sql, breaks) => {
  expect(contractsIn(sql)).toEqual([breaks]);
});

test.each([
  'ALTER TABLE "order"."carts" ADD COLUMN "x" text;',
  'ALTER TABLE "order"."carts" ADD COLUMN "x" integer DEFAULT 0 NOT NULL;',
  'ALTER TABLE "order"."carts" ADD CONSTRAINT "x" CHECK (units > 0) NOT VALID;',
  'ALTER TABLE "order"."carts" VALIDATE CONSTRAINT "x";',
  'ALTER TABLE "order"."carts" ALTER COLUMN "x" DROP NOT NULL;',
  `INSERT INTO "order"."shipping_zones" ("code") VALUES ('x');`,
  `CREATE TABLE "order"."new" ("id" uuid NOT NULL, "on_update" text);--> statement-breakpoint
ALTER TABLE "order"."new" ADD CONSTRAINT "fk" FOREIGN KEY ("id") REFERENCES "order"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "new_id" ON "order"."new" USING btree ("id");`,
])("what only adds may be: %s", (sql) => {
  expect(contractsIn(sql)).toEqual([]);
});
