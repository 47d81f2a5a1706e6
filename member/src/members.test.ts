import { expect, test } from "bun:test";

import { members } from "@jangteo/shared/schema/member";

import type { Address } from "./contract.ts";
import { newEmail, newKey, testMemberService } from "./testing.ts";

const { app, db, tokens } = await testMemberService();

const join = async () => {
  const [member] = await db
    .insert(members)
    .values({ email: newEmail(), name: "Mina", language: "ko", passwordHash: "unused" })
    .returning();
  if (!member) throw new Error("insert returned no row");
  const identity = await tokens.member(member.id);
  const call = (method: string, path: string, body?: unknown, key = newKey()) =>
    app.request(`/v1/members/me${path}`, {
      method,
      headers: { "content-type": "application/json", ...identity, ...key },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { ...member, call };
};

const home = {
  name: "김민아",
  telephone: "010-2345-6789",
  addressCountry: "KR",
  postalCode: "04524",
  streetAddress: "서울특별시 중구 세종대로 110",
};
type Person = Awaited<ReturnType<typeof join>>;
const add = async ({ call }: Person, fields = {}): Promise<Address> => {
  const reply = await call("POST", "/addresses", { ...home, ...fields });
  expect(reply.status).toBe(201);
  return reply.json() as Promise<Address>;
};
const list = async ({ call }: Person) =>
  ((await (await call("GET", "/addresses")).json()) as { items: Address[] }).items;
const defaultsOf = async (person: Person) =>
  (await list(person)).filter(({ isDefault }) => isDefault);

test("a member reads and changes the account; the answer holds what the contract says, and no more", async () => {
  const person = await join();
  const changed = await person.call("PATCH", "", { name: "  미나 ", telephone: "010-1111-2222" });
  expect(changed.status).toBe(200);
  const me = await (await person.call("GET", "")).json();
  expect(me).toEqual({
    id: person.id,
    email: person.email,
    name: "미나",
    language: "ko",
    telephone: "010-1111-2222",
    roles: [],
    passwordChangedAt: person.passwordChangedAt.toISOString(),
    createdAt: person.createdAt.toISOString(),
  });
});

test("a guest has no account to read", async () => {
  const reply = await app.request("/v1/members/me", { headers: await tokens.guest() });
  expect([reply.status, await reply.json()]).toMatchObject([403, { code: "forbidden" }]);
});

test("a member who was erased is not found, with a token that still lives", async () => {
  const headers = await tokens.member(crypto.randomUUID());
  expect((await app.request("/v1/members/me", { headers })).status).toBe(404);
});

test("the first address is the default; another can take its place; one always is", async () => {
  const person = await join();
  const first = await add(person);
  const second = await add(person);
  expect([first.isDefault, second.isDefault]).toEqual([true, false]);
  await person.call("PATCH", `/addresses/${second.id}`, { isDefault: true });
  expect((await defaultsOf(person)).map(({ id }) => id)).toEqual([second.id]);
  await person.call("DELETE", `/addresses/${second.id}`);
  expect((await defaultsOf(person)).map(({ id }) => id)).toEqual([first.id]);
});

test("twenty addresses added as the default at the same time leave one default", async () => {
  const person = await join();
  await Promise.all(Array.from({ length: 20 }, () => add(person, { isDefault: true })));
  expect((await list(person)).length).toBe(20);
  expect((await defaultsOf(person)).length).toBe(1);
});

test("an address is changed by field, and a field that is not said stays", async () => {
  const person = await join();
  const { id } = await add(person, { extendedAddress: "3층" });
  const reply = await person.call("PATCH", `/addresses/${id}`, { postalCode: "06000" });
  expect(await reply.json()).toMatchObject({
    ...home,
    postalCode: "06000",
    extendedAddress: "3층",
  });
});

test("nobody reads, changes or removes another's address", async () => {
  const [owner, other] = [await join(), await join()];
  const { id } = await add(owner);
  const change = await other.call("PATCH", `/addresses/${id}`, { name: "Mallory" });
  const removal = await other.call("DELETE", `/addresses/${id}`);
  expect([change.status, removal.status]).toEqual([404, 404]);
  expect(await list(other)).toEqual([]);
  expect((await list(owner)).map(({ name }) => name)).toEqual([home.name]);
});

test("fifty addresses are enough", async () => {
  const person = await join();
  for (const _ of Array(50)) await add(person);
  const reply = await person.call("POST", "/addresses", home);
  expect(await reply.json()).toMatchObject({ status: 409, code: "conflict" });
});
