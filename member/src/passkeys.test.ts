import { expect, test } from "bun:test";

import { auditEvents, passkeys } from "@jangteo/shared/schema/member";
import { softAuthenticator, type SoftAuthenticator } from "@jangteo/shared/testing/authenticator";
import { eq } from "drizzle-orm";

import { clean } from "./cleaning.ts";
import {
  enrolApp,
  shop,
  testMemberService,
  type PasskeyRegistration,
  type TestMember,
} from "./testing.ts";

const now = { at: new Date() };
const { db, internal, join, tokens, send } = await testMemberService(() => now.at);

const path = "/v1/members/me/passkeys";
const later = (seconds: number) => {
  now.at = new Date(now.at.getTime() + seconds * 1000);
};
const begin = async ({ call }: TestMember): Promise<PasskeyRegistration> => {
  const reply = await call("POST", `${path}/registrations`);
  expect([reply.status, reply.headers.get("cache-control")]).toEqual([201, "no-store"]);
  return (await reply.json()) as PasskeyRegistration;
};
const add = async (
  { call }: TestMember,
  { id, options }: PasskeyRegistration,
  key: SoftAuthenticator,
) => call("POST", path, { registrationId: id, name: "휴대폰", response: key.create(options) });
const holder = async (fields: Parameters<typeof join>[0] = {}, options = {}) => {
  const member = await join(fields);
  const key = softAuthenticator({ origin: shop, ...options });
  expect((await add(member, await begin(member), key)).status).toBe(201);
  return { member, key };
};
const ask = async () => {
  const reply = await internal("POST", "/passkeys/challenges");
  return (await reply.json()) as { challengeId: string; options: { challenge: string } };
};
const verify = (challengeId: string, response: unknown) =>
  internal("POST", "/passkeys/verifications", { challengeId, response });
const signIn = async (key: SoftAuthenticator, ...as: Parameters<SoftAuthenticator["get"]>[1][]) => {
  const { challengeId, options } = await ask();
  return (await verify(challengeId, key.get(options, ...as))).status;
};
const listed = async ({ call }: TestMember) => {
  const { items } = (await (await call("GET", path)).json()) as { items: object[] };
  return items;
};

test("a passkey that was added proves its member without a name or a password", async () => {
  const { member, key } = await holder({ roles: ["support"] });
  const { challengeId, options } = await ask();
  expect(options).toMatchObject({
    allowCredentials: [],
    rpId: "shop.example",
    userVerification: "required",
  });
  const reply = await verify(challengeId, key.get(options));
  expect([reply.status, await reply.json()]).toEqual([
    200,
    {
      ...{ memberId: member.id, email: member.email, language: "en" },
      ...{ epoch: 1, roles: ["support"], secondFactor: false, passkey: true },
    },
  ]);
  const times = { createdAt: now.at.toISOString(), lastUsedAt: now.at.toISOString() };
  expect(await listed(member)).toEqual([{ id: key.id, name: "휴대폰", ...times }]);
});

test("the authenticator is told the address and a number, and which keys it has already", async () => {
  const { member, key } = await holder();
  const { options, expiresIn } = await begin(member);
  expect(expiresIn).toBe(300);
  const said: Record<string, unknown> = options;
  expect(said["rp"]).toEqual({ id: "shop.example", name: "Jangteo" });
  expect(said).toMatchObject({
    attestation: "none",
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: [{ id: key.id, type: "public-key" }],
  });
  expect(options.user.name).toBe(member.email);
  expect(Buffer.from(options.user.id, "base64url").toString("hex")).toBe(
    member.id.replaceAll("-", ""),
  );
});

test("a registration works for its own member, for five minutes, and once", async () => {
  const [mina, juno] = [await join(), await join()];
  const begun = await begin(mina);
  const key = softAuthenticator({ origin: shop });
  expect((await add(juno, begun, key)).status).toBe(400);
  const both = await Promise.all([add(mina, begun, key), add(mina, begun, key)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400]);
  const known = await add(mina, await begin(mina), key);
  expect(known.status).toBe(409);
  const late = await begin(mina);
  later(300);
  const refused = await add(mina, late, softAuthenticator({ origin: shop }));
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { errors: [{ pointer: "/registrationId", rule: "expired" }] },
  ]);
});

test("a passkey of another site, or one that asks for no finger and no PIN, is not added", async () => {
  const member = await join();
  const elsewhere = { origin: "https://shop.example.evil.example" };
  for (const bad of [elsewhere, { origin: shop, verifies: false }]) {
    const key = softAuthenticator(bad);
    const reply = await add(member, await begin(member), key);
    expect([reply.status, await reply.json()]).toMatchObject([
      400,
      { errors: [{ pointer: "/response", rule: "wrong" }] },
    ]);
  }
  expect(await listed(member)).toEqual([]);
});

test("a signature is good once, also when it comes twice at a time, and for five minutes", async () => {
  const { key } = await holder();
  const { challengeId, options } = await ask();
  const signed = key.get(options);
  const both = await Promise.all([verify(challengeId, signed), verify(challengeId, signed)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  await clean(db, now.at);
  expect((await verify(challengeId, signed)).status).toBe(404);
  const slow = await ask();
  later(300);
  expect((await verify(slow.challengeId, key.get(slow.options))).status).toBe(404);
  const early = await ask();
  later(-60);
  expect((await verify(early.challengeId, key.get(early.options))).status).toBe(404);
  later(60);
});

test("what a phishing page collected, or another key signed, proves nobody", async () => {
  const [{ key }, other] = [await holder(), await holder()];
  expect(await signIn(key, { from: "https://shop-example.evil.example" })).toBe(404);
  expect(await signIn(key, { as: Buffer.from("somebody else").toString("base64url") })).toBe(404);
  const { challengeId, options } = await ask();
  const forged = { ...other.key.get(options), id: key.id, rawId: key.id };
  expect((await verify(challengeId, forged)).status).toBe(404);
  expect(await signIn(softAuthenticator({ origin: shop }))).toBe(404);
  const registration = await begin(other.member);
  expect((await verify(registration.id, other.key.get(registration.options))).status).toBe(404);
  expect(await signIn(key)).toBe(200);
});

test("a copy of a key that counts is found out; keys that do not count work", async () => {
  const { key } = await holder();
  expect(await signIn(key)).toBe(200);
  key.rewind(0);
  expect(await signIn(key)).toBe(404);
  key.rewind(9);
  expect(await signIn(key)).toBe(200);
  const { key: synced } = await holder({}, { counts: false });
  expect([await signIn(synced), await signIn(synced)]).toEqual([200, 200]);
});

test("a passkey that was removed opens nothing; nobody removes another's", async () => {
  const [{ member, key }, other] = [await holder(), await holder()];
  expect((await other.member.call("DELETE", `${path}/${key.id}`)).status).toBe(404);
  expect((await member.call("DELETE", `${path}/${key.id}`)).status).toBe(204);
  expect(await signIn(key)).toBe(404);
  expect((await member.call("DELETE", `${path}/${key.id}`)).status).toBe(404);
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subject, member.id));
  expect(rows.map(({ action }) => action)).toEqual([
    "member.passkey_added",
    "member.passkey_removed",
  ]);
});

test("staff keep a second factor: a passkey or an app, whichever is left", async () => {
  const { member, key } = await holder({ roles: ["support"] });
  const { call, id } = member;
  expect((await call("DELETE", `${path}/${key.id}`)).status).toBe(403);
  await enrolApp(member, now.at);
  const both = await Promise.all([
    call("DELETE", `${path}/${key.id}`),
    call("DELETE", "/v1/members/me/second-factor"),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 403]);
  const epoch = await internal("GET", `/members/${id}/session-epoch`);
  const { passkey, secondFactor } = (await epoch.json()) as Record<string, boolean>;
  expect([passkey, secondFactor].filter(Boolean)).toHaveLength(1);
});

test("an account holds twenty passkeys, however many are added at a time", async () => {
  const { member } = await holder();
  const adding = async () => add(member, await begin(member), softAuthenticator({ origin: shop }));
  const replies = await Promise.all(Array.from({ length: 22 }, adding));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(19);
  expect((await member.call("POST", `${path}/registrations`)).status).toBe(409);
});

test("guests have no passkeys; an erased member has none any more", async () => {
  const { member, key } = await holder();
  expect((await send("GET", path, await tokens.guest())).status).toBe(403);
  expect((await member.call("DELETE", "/v1/members/me")).status).toBe(200);
  expect(await signIn(key)).toBe(404);
  expect((await member.call("GET", path)).status).toBe(404);
  expect(await db.select().from(passkeys).where(eq(passkeys.memberId, member.id))).toEqual([]);
});
