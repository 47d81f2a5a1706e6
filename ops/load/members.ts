import { freePort } from "@jangteo/shared/embedded/ports";
import { z } from "zod";

import { urlForService, withSql } from "../local/database.ts";
import { signUp } from "../local/demo-members.ts";
import { step } from "../local/steps.ts";
import { prepare, type Place } from "./ground.ts";
import { requestOf } from "./send.ts";
import { visitors } from "./visitors.ts";

const LoggedIn = z.object({ device_token: z.string() });
type Doors = { authUrl: string; clientSecret: string };

/** People who logged in before are known on their devices: nobody writes to them about it. */
const onTheirDevices = async (
  { authUrl, clientSecret }: Doors,
  accounts: { email: string; password: string }[],
) => {
  const authorization = `Basic ${btoa(`storefront:${encodeURIComponent(clientSecret)}`)}`;
  const known: { email: string; password: string; deviceToken: string }[] = [];
  for (const [nth, account] of accounts.entries()) {
    const url = `${authUrl}/v1/sessions`;
    const body = { ...account, ipAddress: `172.16.${nth}.1` };
    const asked = requestOf({ url, method: "POST", headers: { authorization }, body });
    const answer = LoggedIn.parse(await (await fetch(url, asked)).json());
    known.push({ ...account, deviceToken: answer.device_token });
  }
  return known;
};

export type Members = Awaited<ReturnType<typeof raiseMembers>>;

/** Auth and member with people who can log in, and beside them bare Hono on the same table. */
export const raiseMembers = async (place: Place) => {
  const { secrets, addresses, keep, filled, specsOf, postgres } = await prepare(place);
  const database = await step("Database", () => filled("bench_members", 0));
  const all = specsOf(database);
  await step("Mail catcher", () => keep(all.mail));
  // Whose absence payment would note at each start.
  await step("Payment sandbox", () => keep(all.sandbox));
  const [auth, member] = await step("Services", async () => [
    await keep(all.auth),
    await keep(all.member),
  ]);
  const port = await freePort();
  const bare = await keep({
    ...{ name: "bare-member", tier: "service", args: ["ops/load/bare-member.ts"] },
    env: {
      PORT: String(port),
      DATABASE_URL: urlForService(database, "member", secrets.databaseMember),
      JWKS_URL: all.member.env["JWKS_URL"] ?? "",
      ISSUER: all.member.env["ISSUER"] ?? "",
    },
    ready: `http://127.0.0.1:${port}/readyz`,
  });
  const wanted = Array.from({ length: 24 }, () => ({
    email: `${crypto.randomUUID()}@bench.example`,
    password: `${crypto.randomUUID()} jar`,
  }));
  const doors = {
    authUrl: addresses.origin("auth"),
    memberUrl: addresses.origin("member"),
    mailUrl: addresses.origin("mail"),
    clientSecret: secrets.storefrontClient,
  };
  await step("Members", () =>
    signUp(
      doors,
      wanted.map((one) => ({ ...one, name: "김민아", language: "ko" })),
    ),
  );
  const accounts = await step("Devices", () => onTheirDevices(doors, wanted));
  const id = await withSql(database, async (sql) => {
    const [row] = await sql<
      { id: string }[]
    >`select id from member.members order by id desc limit 1`;
    return row?.id ?? "";
  });
  const people = visitors({
    authUrl: doors.authUrl,
    clientSecret: secrets.storefrontClient,
    keys: place.folder.keys,
    issuer: all.auth.env["ISSUER"] ?? "",
  });
  return {
    ...place,
    auth,
    member,
    bare,
    postgres,
    people,
    accounts,
    id,
    doors,
    database,
    specs: all,
  };
};
