import { resolve } from "node:path";

import { readEnv } from "@jangteo/shared/env";
import { z } from "zod";

import { runCommand } from "../local/command.ts";
import { createMonitor, migrate, requireUnicode } from "../local/database.ts";
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

await runCommand(async () => {
  await requireUnicode(env.DATABASE_URL);
  const services = await migrate(root, env.DATABASE_URL, {
    databaseMember: passwordIn(env.MEMBER_DATABASE_URL),
    databaseProduct: passwordIn(env.PRODUCT_DATABASE_URL),
    databaseOrder: passwordIn(env.ORDER_DATABASE_URL),
    databasePayment: passwordIn(env.PAYMENT_DATABASE_URL),
  });
  await createMonitor(env.DATABASE_URL, env.MONITOR_PASSWORD);
  say(`The schemas of ${services} are up to date.`);
});
