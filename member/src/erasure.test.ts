import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { auditEvents, outbox } from "@jangteo/shared/schema/member";
import { eq, sql } from "drizzle-orm";

import type { ErasureReceipt } from "./contract.ts";
import { enrolApp, newEmail, newKey, testMemberService } from "./testing.ts";

const { db, internal, join, send, tokens } = await testMemberService();

const me = "/v1/members/me";
const home = {
  name: "Wilhelmina Aldertree",
  telephone: "010-2345-6789",
  addressCountry: "KR",
  postalCode: "04524",
  streetAddress: "110 Camphorwood Lane",
};

/** Every row of every table of the schema, as text. */
const dump = async () => {
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'member'`,
  );
  expect(tables.length).toBeGreaterThan(12);
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db.execute<{ text: string }>(
        sql`select ${name} || ' ' || one::text as text from ${sql.identifier("member")}.${sql.identifier(name)} as one`,
      ),
    ),
  );
  return rows.flat().map(({ text }) => text);
};
const holding = async (...words: string[]) =>
  (await dump()).filter((row) =>
    words.some((word) => row.toLowerCase().includes(word.toLowerCase())),
  );

/** Somebody who left a trace wherever one can be left. */
const busyMember = async () => {
  const member = await join({ name: "Mina Oaktree", telephone: "010-9876-5432" });
  const { email, password, call } = member;
  const guest = await tokens.guest();
  await call("PATCH", me, { name: "Mina Birchtree" });
  await call("POST", `${me}/addresses`, home);
  await send("POST", "/v1/members/password-resets", { ...guest, ...newKey() }, { email });
  const person = { email, password: "another good one", name: "Mina Oaktree", language: "en" };
  await send("POST", "/v1/members", { ...guest, ...newKey() }, person);
  const next = newEmail();
  await call("POST", `${me}/email-changes`, { email: next });
  await call("PUT", `/v1/wishlists/current/items/${uuidv7()}`);
  await enrolApp(member);
  await call("POST", `${me}/second-factor/enrolments`);
  await internal("POST", "/credentials/verifications", { email, password });
  return { ...member, next };
};

test("after an erasure nothing personal is left in any table, and the receipt says what stays", async () => {
  const { id, email, next, call } = await busyMember();
  const bystander = await busyMember();
  const traces = [email, next, "Mina Birchtree", "010-9876-5432", home.name, home.streetAddress];
  expect((await holding(...traces)).length).toBeGreaterThan(4);
  const before = await holding(bystander.id, bystander.email);
  const reply = await call("DELETE", me);
  expect(reply.status).toBe(200);
  const receipt = (await reply.json()) as ErasureReceipt;
  expect(receipt).toEqual({
    id: expect.any(String),
    erasedAt: expect.stringMatching(/Z$/),
    erased: [
      "account",
      "addresses",
      "password",
      "second_factor",
      "passkeys",
      "wishlist",
      "pending_links",
      "stored_answers",
      "sessions",
    ],
    kept: ["security_events"],
  });
  expect(await holding(email, next)).toEqual([]);
  const names = (await dump()).filter((row) => row.includes("Mina Birchtree"));
  expect(names.every((row) => row.includes(bystander.id))).toBe(true);
  const kept = new Set((await holding(id)).map((row) => row.split(" ")[0]));
  expect(kept).toEqual(new Set(["audit_events", "outbox"]));
  expect(await holding(bystander.id, bystander.email)).toEqual(before);
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.id, receipt.id));
  expect(row).toMatchObject({ action: "member.erased", subject: id });
});

test("the other services are told by id alone", async () => {
  const { id, call } = await join();
  await call("DELETE", me);
  const events = await db
    .select()
    .from(outbox)
    .where(sql`${outbox.payload} ->> 'memberId' = ${id}`);
  expect(events.map(({ type, payload }) => [type, payload])).toEqual([
    ["member.erased", { memberId: id, farewellId: expect.any(String) }],
  ]);
});

test("two erasures at once make one receipt; the account is gone, and the address is free", async () => {
  const { id, email, password, call } = await join();
  const replies = await Promise.all(Array.from({ length: 5 }, () => call("DELETE", me)));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 404, 404, 404, 404,
  ]);
  expect((await call("GET", me)).status).toBe(404);
  expect((await internal("GET", `/members/${id}/session-epoch`)).status).toBe(404);
  const proof = await internal("POST", "/credentials/verifications", { email, password });
  expect(proof.status).toBe(404);
  await join({ email });
});

test("a write that runs while the account is erased leaves nothing behind", async () => {
  const { id, call } = await join();
  const writes = Array.from({ length: 10 }, (_, at) =>
    at % 2 === 0
      ? call("PATCH", me, { name: "Mina Elmtree" })
      : call("POST", `${me}/addresses`, { ...home, name: "Mina Elmtree" }),
  );
  await Promise.all([...writes, call("DELETE", me)]);
  expect((await call("GET", me)).status).toBe(404);
  const rows = await holding("Elmtree");
  expect(rows).toEqual([]);
  expect((await holding(id)).every((row) => /^(audit_events|outbox|idempotency) /.test(row))).toBe(
    true,
  );
});
