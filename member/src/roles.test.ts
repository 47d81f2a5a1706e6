import { expect, test } from "bun:test";

import { auditEvents, members, outbox } from "@jangteo/shared/schema/member";
import { and, eq, sql } from "drizzle-orm";

import { newEmail, testMemberService } from "./testing.ts";

const { asStaff, db, internal, join, send, tokens } = await testMemberService();

const scope = "members:read members:write";
const manager = () => asStaff(scope);
const owner = () => asStaff(scope, { roles: ["owner"] });
const give = async (id: string, roles: string[], as = manager()) =>
  send("PUT", `/v1/members/${id}/roles`, await as, { roles });

test("a role is given; the member's sessions end, and the audit says who gave what", async () => {
  const { id, email, name } = await join();
  const by = crypto.randomUUID();
  const reply = await give(id, ["support", "support"], asStaff(scope, { sub: by }));
  expect([reply.status, await reply.json()]).toEqual([
    200,
    { id, email, name, roles: ["support"] },
  ]);
  const epoch = await internal("GET", `/members/${id}/session-epoch`);
  expect(await epoch.json()).toEqual({
    epoch: 2,
    roles: ["support"],
    secondFactor: false,
    passkey: false,
  });
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.subject, id));
  expect(row).toMatchObject({
    action: "member.roles_changed",
    actor: by,
    details: { from: [], to: ["support"] },
  });
  const told = await db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(
      and(
        eq(outbox.type, "member.session_epoch_bumped"),
        sql`${outbox.payload} ->> 'memberId' = ${id}`,
      ),
    );
  expect(told).toEqual([{ payload: { memberId: id, epoch: 2 } }]);
});

test("staff read whose roles they are about to change, and that is written down", async () => {
  const { id, email, name } = await join({ roles: ["support"] });
  const by = crypto.randomUUID();
  const read = async (who: string, as = asStaff(scope, { sub: by })) =>
    send("GET", `/v1/members/${who}/roles`, await as);
  expect(await (await read(id)).json()).toEqual({ id, email, name, roles: ["support"] });
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.actor, by));
  expect(row).toMatchObject({ action: "member.looked_up", subject: id });
  expect((await read(crypto.randomUUID())).status).toBe(404);
  expect((await read(id, asStaff("orders:write"))).status).toBe(403);
});

test("the same roles again end nothing", async () => {
  const { id } = await join({ roles: ["support", "fulfilment"] });
  expect((await give(id, ["fulfilment", "support"])).status).toBe(200);
  const epoch = await internal("GET", `/members/${id}/session-epoch`);
  expect(await epoch.json()).toMatchObject({ epoch: 1 });
});

test("owners alone make and unmake owners; the last one stays", async () => {
  const [{ id }, boss] = [await join(), await join({ roles: ["owner"] })];
  expect((await give(id, ["owner"])).status).toBe(403);
  expect((await give(boss.id, [], owner())).status).toBe(409);
  expect((await give(id, ["owner"], owner())).status).toBe(200);
  expect((await give(boss.id, [])).status).toBe(403);
  const replies = await Promise.all([give(id, [], owner()), give(boss.id, [], owner())]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const left = await db
    .select()
    .from(members)
    .where(sql`'owner' = any(${members.roles})`);
  expect(left.length).toBe(1);
  const [last] = left;
  const erasing = await tokens.access({ sub: last?.id ?? "", scope: "member" });
  const erased = await send("DELETE", "/v1/members/me", { authorization: `Bearer ${erasing}` });
  expect(erased.status).toBe(409);
});

test("roles are refused without the scope, to nobody, and when there is no such role", async () => {
  const { id } = await join();
  expect((await give(id, ["support"], asStaff("staff members:read"))).status).toBe(403);
  expect((await give(id, ["support"], tokens.member())).status).toBe(403);
  expect((await send("PUT", `/v1/members/${id}/roles`, {}, { roles: [] })).status).toBe(401);
  expect((await give(crypto.randomUUID(), ["support"])).status).toBe(404);
  const unknown = await give(id, ["king"]);
  expect(await unknown.json()).toMatchObject({ status: 400, errors: [{ pointer: "/roles/0" }] });
});

test("staff find a member by the whole address, and it is recorded that they looked", async () => {
  const { id, email, name } = await join();
  const by = crypto.randomUUID();
  const look = async (address: string) =>
    (await send("GET", `/v1/members?email=${address}`, await asStaff(scope, { sub: by }))).json();
  expect(await look(email.toUpperCase())).toEqual({ items: [{ id, email, name, roles: [] }] });
  expect(await look(newEmail())).toEqual({ items: [] });
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.actor, by));
  expect(rows.map(({ action, subject }) => [action, subject])).toEqual([["member.looked_up", id]]);
  const path = `/v1/members?email=${email}`;
  expect((await send("GET", path, await tokens.member(id))).status).toBe(403);
  expect((await send("GET", path, {})).status).toBe(401);
  const bad = await send("GET", "/v1/members?email=mina", await manager());
  expect(await bad.json()).toMatchObject({ status: 400, errors: [{ pointer: "/email" }] });
});
