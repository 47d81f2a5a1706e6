import { resolve } from "node:path";
import process from "node:process";

import { readEnv } from "@jangteo/shared/env";
import { ensureRole, roleOf } from "@jangteo/shared/migrate";
import { z } from "zod";

import { migrate, requireUnicode, withSql } from "../local/database.ts";
import { describeError } from "../local/errors.ts";
import { say } from "../local/steps.ts";

const root = resolve(import.meta.dirname, "../..");

const env = readEnv(
  z.object({
    /** As a role that may create roles and schemas. */
    DATABASE_URL: z.url(),
    MEMBER_DATABASE_URL: z.url(),
    PRODUCT_DATABASE_URL: z.url(),
    ORDER_DATABASE_URL: z.url(),
    PAYMENT_DATABASE_URL: z.url(),
    /** Of the role that an exporter reads statistics as. */
    MONITOR_PASSWORD: z.string().min(32),
  }),
);

const passwordIn = (url: string) => decodeURIComponent(new URL(url).password);

/** The exporter's role sees statistics, and no row of the shop. */
const ensureMonitor = async () => {
  await ensureRole(env.DATABASE_URL, "monitor", env.MONITOR_PASSWORD);
  await withSql(env.DATABASE_URL, (sql) => sql.unsafe(`grant pg_monitor to ${roleOf("monitor")}`));
};

try {
  await requireUnicode(env.DATABASE_URL);
  const services = await migrate(root, env.DATABASE_URL, {
    databaseMember: passwordIn(env.MEMBER_DATABASE_URL),
    databaseProduct: passwordIn(env.PRODUCT_DATABASE_URL),
    databaseOrder: passwordIn(env.ORDER_DATABASE_URL),
    databasePayment: passwordIn(env.PAYMENT_DATABASE_URL),
  });
  await ensureMonitor();
  say(`The schemas of ${services} are up to date.`);
} catch (error) {
  process.stderr.write(describeError(error));
  process.exit(1);
}
