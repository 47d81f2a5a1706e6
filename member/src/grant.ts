import process from "node:process";

import { z } from "@hono/zod-openapi";
import { connect } from "@jangteo/shared/database";
import { readEnv } from "@jangteo/shared/env";
import { email } from "@jangteo/shared/people";
import { members } from "@jangteo/shared/schema/member";
import { eq } from "drizzle-orm";

import { roles as anyRoles } from "./contract/wire.ts";
import { changeRoles } from "./roles.ts";

/** `bun member/src/grant.ts <e-mail> [role ...]`: the operator gives a member exactly these roles. */
const env = readEnv(z.object({ DATABASE_URL: z.url() }));
const refuse = (why: string) => {
  console.error(why);
  process.exit(1);
};

const [address, ...given] = process.argv.slice(2);
const wanted = z.object({ address: email, roles: anyRoles }).safeParse({ address, roles: given });
if (!wanted.success) refuse(z.prettifyError(wanted.error));
else {
  const db = connect(env.DATABASE_URL, { max: 1 });
  const [found] = await db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.email, wanted.data.address));
  if (!found) refuse(`No member has the address ${wanted.data.address}; sign up first.`);
  else {
    const operator = { sub: null, roles: ["owner"] };
    const { roles } = await changeRoles(db, operator, found.id, wanted.data.roles);
    console.log(`${wanted.data.address}: ${roles.join(", ") || "no role"}`);
  }
  await db.$client.end();
}
