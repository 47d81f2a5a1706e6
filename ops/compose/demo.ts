import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";

import { readEnv } from "@jangteo/shared/env";
import { z } from "zod";

import { runCommand } from "../local/command.ts";
import { demoMembers, seedMembers } from "../local/demo-members.ts";
import { demoCatalogue, PRODUCT_SEED } from "../local/demo-products.ts";
import { say } from "../local/steps.ts";

const env = readEnv(
  z.object({
    MEMBER_DATABASE_URL: z.url(),
    PRODUCT_DATABASE_URL: z.url(),
    ORDER_DATABASE_URL: z.url(),
    STOREFRONT_CLIENT_SECRET: z.string().min(32),
    AUTH_URL: z.url(),
    MEMBER_URL: z.url(),
    /** The mail catcher, at a loopback address: it answers under no other name. */
    MAIL_URL: z.url(),
  }),
);

const fill = (script: string, DATABASE_URL: string, input: string) => {
  const given = { PATH: process.env["PATH"], DATABASE_URL };
  execFileSync(process.execPath, [script], {
    input,
    env: given,
    stdio: ["pipe", "ignore", "inherit"],
  });
};

await runCommand(async () => {
  fill(PRODUCT_SEED, env.PRODUCT_DATABASE_URL, demoCatalogue());
  fill(resolve(import.meta.dirname, "../../order/src/seed.ts"), env.ORDER_DATABASE_URL, "");
  await seedMembers({
    databaseUrl: env.MEMBER_DATABASE_URL,
    authUrl: env.AUTH_URL,
    memberUrl: env.MEMBER_URL,
    mailUrl: env.MAIL_URL,
    clientSecret: env.STOREFRONT_CLIENT_SECRET,
  });
  for (const { email, password } of demoMembers) say(`${email}  ${password}`);
});
