import { expect, test } from "bun:test";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { freePort } from "@jangteo/shared/embedded/ports";
import { uuidv7 } from "@jangteo/shared/id";
import { addresses, auditEvents, members } from "@jangteo/shared/schema/member";
import { wishlistItems } from "@jangteo/shared/schema/member/wishlist";
import { sendTo } from "@jangteo/shared/stream";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { testServer } from "@jangteo/shared/testing/server";
import { testTokens } from "@jangteo/shared/testing/tokens";
import { eq, inArray, sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";

import { newEmail, newKey } from "./testing.ts";

const { db, url: databaseUrl } = await testDatabase("member");
const { redis, url: redisUrl } = await testRedis();
const tokens = await testTokens();
const keys = testServer(async () => Response.json(await tokens.jwks()));
const smtpPort = await freePort();
const secret = "a secret of the tests, long enough";
const service = await testProcess(join(import.meta.dirname, "main.ts"), {
  ISSUER: tokens.rules.issuer,
  JWKS_URL: keys.url,
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  STOREFRONT_URL: "http://localhost:3000",
  AUTH_URL: keys.url,
  PASSWORD_PEPPER: secret,
  SECOND_FACTOR_SECRET: secret,
  IDEMPOTENCY_SECRET: secret,
  ONE_TIME_TOKEN_SECRET: secret,
});

const home = {
  name: "김민아",
  telephone: "010-2345-6789",
  addressCountry: "KR",
  postalCode: "04524",
  streetAddress: "서울특별시 중구 세종대로 110",
};
const newMember = async () => {
  const [member] = await db
    .insert(members)
    .values({ email: newEmail(), name: "Mina", language: "ko", passwordHash: "unused" })
    .returning();
  return member?.id ?? "";
};
const post = (path: string, body: unknown, headers: Record<string, string>) =>
  fetch(`${service.url}${path}`, {
    method: "POST",
    keepalive: false,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const isWaiting = async () => {
  const [row] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return (row?.waiting ?? 0) > 0;
};
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await pause(10);
};

test("killed in the middle of a write, the retry makes one row, and no 409 stays", async () => {
  const memberId = await newMember();
  const headers = { ...(await tokens.member(memberId)), ...newKey() };
  const add = () => post("/v1/members/me/addresses", home, headers);
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = db.transaction(async (tx) => {
    await tx.select().from(members).where(eq(members.id, memberId)).for("update");
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const lost = add().catch(() => "lost");
  await until(isWaiting);
  await service.kill();
  expect(await lost).toBe("lost");
  released.resolve();
  await holding;
  await service.start();
  await until(async () => (await add()).status !== 409);
  const again = await add();
  expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  const rows = await db.select().from(addresses).where(eq(addresses.memberId, memberId));
  expect(rows.length).toBe(1);
}, 30_000);

test("killed between a guest's list and the member's, nothing has moved, and the next merge moves it all", async () => {
  const memberId = await newMember();
  const guestId = crypto.randomUUID();
  const guestToken = await tokens.access({ sub: `guest:${guestId}`, scope: "cart" });
  const list = `${service.url}/v1/wishlists/current`;
  const pieces = [uuidv7(), uuidv7()].toSorted();
  const asGuest = { authorization: `Bearer ${guestToken}` };
  const asMember = await tokens.member(memberId);
  for (const piece of pieces)
    await fetch(`${list}/items/${piece}`, { method: "PUT", headers: asGuest, keepalive: false });
  const held = async (headers: Record<string, string>) => {
    const { items } = (await (await fetch(list, { headers, keepalive: false })).json()) as {
      items: { productId: string }[];
    };
    return items.map(({ productId }) => productId).toSorted();
  };
  const merge = () => post("/v1/wishlists/current/merges", { guestToken }, asMember);
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  // What is copied already is still to be taken from the guest: the merge waits there.
  const holding = db.transaction(async (tx) => {
    await tx
      .select()
      .from(wishlistItems)
      .where(inArray(wishlistItems.productId, pieces))
      .for("update");
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const lost = merge().catch(() => "lost");
  await until(isWaiting);
  await service.kill();
  expect(await lost).toBe("lost");
  released.resolve();
  await holding;
  await service.start();
  expect(await held(asGuest)).toEqual(pieces);
  expect(await held(asMember)).toEqual([]);
  expect((await merge()).status).toBe(204);
  expect(await held(asGuest)).toEqual([]);
  expect(await held(asMember)).toEqual(pieces);
}, 30_000);

test("sign-ins that auth tells twice are recorded once, also those told while the service was down", async () => {
  const memberId = await newMember();
  const tell = sendTo(redis, "auth");
  const payload = { memberId, sid: "s", userAgent: "", ipAddress: "203.0.113.7", newDevice: false };
  const signedIn = () => ({ id: uuidv7(), type: "auth.signed_in", payload, traceparent: null });
  const recorded = () => db.select().from(auditEvents).where(eq(auditEvents.subject, memberId));
  const [first, second, last] = [signedIn(), signedIn(), signedIn()];
  await tell([first, first]);
  await until(async () => (await recorded()).length === 1);
  await service.kill();
  await tell([second, second, first]);
  await service.start();
  await tell([last]);
  await until(async () => (await recorded()).length >= 3);
  expect((await recorded()).length).toBe(3);
}, 30_000);

test("a letter written while no mail server answers arrives once it does, in the reader's language, once", async () => {
  const email = newEmail();
  const person = { email, password: "correct horse battery", name: "Mina", language: "en" };
  const reply = await post("/v1/members", person, { ...(await tokens.guest()), ...newKey() });
  expect(reply.status).toBe(202);
  await service.kill();
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      const parts: string[] = [];
      stream.on("data", (part: Buffer) => parts.push(part.toString()));
      stream.on("end", () => {
        letters.push(parts.join(""));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(smtpPort, "127.0.0.1", resolve));
  await service.start();
  await until(async () => letters.length > 0);
  await service.stop();
  await new Promise<void>((resolve) => server.close(resolve));
  expect(letters.length).toBe(1);
  expect(letters[0]).toContain(`To: ${email}`);
  expect(letters[0]).toContain("Subject: Jangteo: confirm your e-mail address");
  expect(letters[0]).toContain("/en/verify?token=3D");
  expect(service.logged()).not.toContain(email);
}, 30_000);
