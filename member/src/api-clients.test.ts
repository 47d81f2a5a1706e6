import { expect, test } from "bun:test";
import { createHash } from "node:crypto";

import { apiClientSecrets, auditEvents } from "@jangteo/shared/schema/member";
import { eq, sql } from "drizzle-orm";

import { testMemberService } from "./testing.ts";

const later = { by: 0 };
const { asStaff, db, errors, internal, send } = await testMemberService(
  () => new Date(Date.now() + later.by),
);
const day = 86_400_000;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

const sub = crypto.randomUUID();
const owner = () => asStaff("staff clients:write", { sub });
const call = async (method: string, path: string, body?: unknown, more = {}) =>
  send(method, `/v1/api-clients${path}`, { ...(await owner()), ...more }, body);

type Registered = { id: string; secret: string; secrets: { id: string }[]; version: number };
const register = async () => {
  const id = `shop-${crypto.randomUUID().slice(0, 8)}`;
  const reply = await call("POST", "", { id, name: "Warehouse", scopes: ["catalogue:write"] });
  expect(reply.status).toBe(201);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  return (await reply.json()) as Registered;
};
const verify = async (clientId: string, secret: string) => {
  const body = { clientId, secretHash: sha256(secret) };
  return (await internal("POST", "/client-verifications", body)).status;
};
const rotate = async (id: string, othersUntil?: string) => {
  const reply = await call("POST", `/${id}/secrets`, { othersUntil });
  return [reply.status, (await reply.json()) as { id: string; secret: string }] as const;
};

test("a client is registered with a secret that is shown once and kept nowhere", async () => {
  const { id, secret } = await register();
  const body = { clientId: id, secretHash: sha256(secret) };
  const rights = await internal("POST", "/client-verifications", body);
  expect(await rights.json()).toEqual({ clientId: id, scopes: ["catalogue:write"] });
  expect(await verify(id, `${secret.slice(0, -1)}!`)).toBe(404);
  const [read, list] = [await call("GET", `/${id}`), await call("GET", "")];
  expect(read.headers.get("etag")).toBe('"1"');
  for (const text of [await read.text(), await list.text()]) {
    expect(text).toContain(id);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(sha256(secret));
  }
  const [{ dump } = { dump: "" }] = await db.execute<{ dump: string }>(sql`
    select (select json_agg(c) from member.api_clients c)::text
      || (select json_agg(s) from member.api_client_secrets s)::text
      || (select json_agg(a) from member.audit_events a)::text as dump`);
  expect(dump).toContain(sha256(secret));
  expect(dump).not.toContain(secret);
  expect(errors.join()).not.toContain(secret);
});

test("a rotated secret goes on until the time that was given, and ends then", async () => {
  const { id, secret } = await register();
  const [status, next] = await rotate(id, inDays(2));
  expect([status, await verify(id, secret), await verify(id, next.secret)]).toEqual([
    201, 200, 200,
  ]);
  later.by = 2 * day + 1000;
  expect([await verify(id, secret), await verify(id, next.secret)]).toEqual([404, 200]);
  later.by = 0;
  expect((await rotate(id, inDays(8)))[0]).toBe(400);
  const [, last] = await rotate(id);
  expect([await verify(id, next.secret), await verify(id, last.secret)]).toEqual([404, 200]);
  const kept = await db.select().from(apiClientSecrets).where(eq(apiClientSecrets.clientId, id));
  expect(kept.map((one) => one.id)).toEqual([last.id]);
});

test("rotations at once leave at most a handful of good secrets", async () => {
  const { id } = await register();
  const all = await Promise.all(Array.from({ length: 8 }, () => rotate(id, inDays(1))));
  expect(all.map(([status]) => status).toSorted((a, b) => a - b)).toEqual([
    ...Array<number>(4).fill(201),
    ...Array<number>(4).fill(409),
  ]);
});

test("a disabled client proves nothing until it is enabled; who changes it must have seen it", async () => {
  const { id, secret } = await register();
  const change = (body: object, version: number) =>
    call("PATCH", `/${id}`, body, { "if-match": `"${version}"` });
  const off = await change({ disabled: true }, 1);
  expect([off.status, off.headers.get("etag")]).toEqual([200, '"2"']);
  expect(await verify(id, secret)).toBe(404);
  expect((await change({ disabled: false }, 1)).status).toBe(412);
  expect((await change({ disabled: false, scopes: ["promotions:write"] }, 2)).status).toBe(200);
  expect(await verify(id, secret)).toBe(200);
  expect((await call("PATCH", `/${id}`, { name: "X" })).status).toBe(400);
  expect((await change({ scopes: ["members:write"] }, 3)).status).toBe(400);
});

test("a secret that leaked is ended by itself, once", async () => {
  const { id, secret, secrets } = await register();
  const [, next] = await rotate(id, inDays(7));
  const path = `/${id}/secrets/${secrets[0]?.id}`;
  expect((await call("DELETE", path)).status).toBe(204);
  expect([await verify(id, secret), await verify(id, next.secret)]).toEqual([404, 200]);
  expect((await call("DELETE", path)).status).toBe(404);
});

test("everything that is done to a client is in the audit, with who did it", async () => {
  const { id, secrets } = await register();
  await rotate(id, inDays(1));
  await call("DELETE", `/${id}/secrets/${secrets[0]?.id}`);
  await call("PATCH", `/${id}`, { disabled: true }, { "if-match": '"3"' });
  const rows = await db
    .select()
    .from(auditEvents)
    .where(sql`${auditEvents.details} ->> 'clientId' = ${id}`)
    .orderBy(auditEvents.id);
  expect(rows.map(({ action, actor }) => [action, actor])).toEqual(
    ["registered", "secret_rotated", "secret_removed", "changed"].map((what) => [
      `api_client.${what}`,
      sub,
    ]),
  );
});

test("the shop's own names and taken ones are refused, as is whoever may not", async () => {
  const { id } = await register();
  const fields = { name: "Other", scopes: ["catalogue:write"] };
  for (const taken of [id, "storefront", "order"])
    expect((await call("POST", "", { ...fields, id: taken })).status).toBe(409);
  expect((await call("POST", "", { ...fields, id: crypto.randomUUID() })).status).toBe(400);
  expect((await call("GET", "/nobody-here")).status).toBe(404);
  expect((await rotate("nobody-here"))[0]).toBe(404);
  const manager = await asStaff("staff members:write catalogue:write");
  expect((await send("GET", "/v1/api-clients", manager)).status).toBe(403);
  expect((await send("GET", "/v1/api-clients", {})).status).toBe(401);
  const client = await asStaff("clients:write", { sub: id });
  expect((await send("GET", "/v1/api-clients", client)).status).toBe(403);
});
