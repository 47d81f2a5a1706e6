import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";
import { z } from "zod";

import { createPasswords } from "../../member/src/passwords.ts";
import { testSecret } from "../../order/src/testing/neighbours.ts";
import { urlForService, withSql } from "../local/database.ts";
import { folderAt } from "../local/folder.ts";
import { eventually } from "../local/testing.ts";
import { openStand } from "../proof/testing.ts";
import {
  backUp,
  databaseBeside,
  operate,
  rowsIn,
  shopFolder,
  structureOf,
  testPlace,
} from "./testing.ts";

const root = join(import.meta.dirname, "../..");
const place = testPlace();
const smtpPort = await freePort();
const smtpUrl = `smtp://127.0.0.1:${smtpPort}`;
const mail = await testProcess(
  join(root, "ops/local/mail-catcher.ts"),
  { SMTP_PORT: String(smtpPort) },
  { ready: "/api/messages" },
);
const lettersTo = async (email: string): Promise<number> => {
  const reply = await fetch(`${mail.url}/api/messages?to=${encodeURIComponent(email)}`);
  const { messages }: { messages: unknown[] } = JSON.parse(await reply.text());
  return messages.length;
};

const stand = await openStand({ smtpUrl });
const { adminUrl } = stand.cluster;
const shop = shopFolder(place, { pepper: testSecret });
mkdirSync(shop.media);
writeFileSync(join(shop.media, "moon-jar.avif"), "a picture");
const env = { DATABASE_URL: adminUrl, REDIS_URL: stand.redisUrl, JANGTEO_DIR: shop.dir };

const bowl = await stand.goods.sell({ units: 500 });
const buy = async (email = `${crypto.randomUUID()}@example.com`) => {
  const shopper = await stand.shopper(crypto.randomUUID());
  await shopper.add(bowl.variant);
  const { order } = await shopper.buy({ email });
  expect(order).not.toBeNull();
  return email;
};
const ordersIn = (url: string) =>
  withSql(url, async (sql) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from "order".orders`;
    return row?.count ?? 0;
  });

/** A machine on which nothing is but an empty database and an empty Redis. */
const elsewhere = async () => {
  const { redis, url } = await testRedis();
  const folder = folderAt(join(place, crypto.randomUUID()));
  const given = {
    DATABASE_URL: await databaseBeside(adminUrl),
    REDIS_URL: url,
    JANGTEO_DIR: folder.dir,
  };
  return { redis, redisUrl: url, folder, url: given.DATABASE_URL, env: given };
};

test("a backup taken while people buy is one moment of the shop, and its books agree", async () => {
  await buy();
  const buying = { on: true };
  const buyers = Promise.all(
    [1, 2, 3].map(async () => {
      while (buying.on) await buy();
    }),
  );
  const before = await ordersIn(adminUrl);
  await eventually(async () => (await ordersIn(adminUrl)) > before);
  const folder = await backUp(place, env);
  const after = await ordersIn(adminUrl);
  await eventually(async () => (await ordersIn(adminUrl)) > after);
  buying.on = false;
  await buyers;

  const there = await elsewhere();
  const { status, output } = await operate("restore", [folder], there.env).ended;
  expect(output).toContain("its books agree");
  expect(status).toBe(0);
  const count = await ordersIn(there.url);
  expect(count).toBeGreaterThan(before);
  expect(count).toBeLessThanOrEqual(after);
}, 120_000);

test("a shop at rest comes back as it was, lets the same passwords in, and tells each buyer once", async () => {
  const password = "moon jar of the drill";
  const [told, untold, unsent] = [
    await buy(),
    `${crypto.randomUUID()}@example.com`,
    `${crypto.randomUUID()}@example.com`,
  ];
  await withSql(adminUrl, async (sql) => {
    await sql`insert into member.members (email, name, language, password_hash)
      values ('mina@example.com', '김민아', 'ko', ${await createPasswords(testSecret).hash(password)})`;
  });
  await stand.atRest();
  await eventually(async () => (await lettersTo(told)) > 0);
  const letters = await lettersTo(told);
  await mail.kill();
  await buy(untold);
  await buy(unsent);
  await stand.atRest();
  const { order, payment, product } = stand.parts;
  await Promise.all([order, payment, product].map((part) => part.stop()));
  await withSql(adminUrl, async (sql) => {
    const events = (email: string) => sql`
      select e.id from "order".outbox e join "order".orders o on e.payload ->> 'orderId' = o.id::text
      where o.email = ${email}`;
    // Sent and applied, and killed before that was noted; and never sent.
    await sql`update "order".outbox set sent_at = null where id in (${events(told)}) or id in (${events(unsent)})`;
  });

  const folder = await backUp(place, env);
  const there = await elsewhere();
  const ghost = crypto.randomUUID();
  await there.redis.xadd(
    "events:{order}",
    "*",
    "id",
    ghost,
    "type",
    "order.placed",
    "payload",
    "{}",
  );
  expect(await operate("restore", [folder], there.env).ended).toMatchObject({ status: 0 });

  expect(await rowsIn(there.url)).toEqual(await rowsIn(adminUrl));
  expect(await structureOf(there.url)).toEqual(await structureOf(adminUrl));
  expect(readFileSync(join(there.folder.media, "moon-jar.avif"), "utf8")).toBe("a picture");
  expect(JSON.parse(readFileSync(there.folder.secrets, "utf8"))).toMatchObject({
    pepper: testSecret,
  });
  for (const file of [there.folder.secrets, there.folder.keys, join(folder, "manifest.json")])
    expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(join(folder, "secrets.json"))).toBe(false);
  expect(await there.redis.exists("events:{order}")).toBe(0);

  await mail.start();
  const common = {
    ISSUER: stand.issuer.tokens.rules.issuer,
    JWKS_URL: `${stand.issuer.url}keys`,
    AUTH_URL: stand.issuer.url,
    REDIS_URL: there.redisUrl,
    SMTP_URL: smtpUrl,
    STOREFRONT_URL: "http://shop.test",
    IDEMPOTENCY_SECRET: testSecret,
  };
  const member = await testProcess(join(root, "member/src/main.ts"), {
    ...common,
    DATABASE_URL: urlForService(there.url, "member", "test"),
    PASSWORD_PEPPER: testSecret,
    SECOND_FACTOR_SECRET: testSecret,
    ONE_TIME_TOKEN_SECRET: testSecret,
  });
  const signIn = async (tried: string) => {
    const reply = await fetch(`${member.url}/internal/credentials/verifications`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await stand.issuer.token("member")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ email: "mina@example.com", password: tried }),
    });
    return reply.status;
  };
  expect([await signIn(password), await signIn(`${password}.`)]).toEqual([200, 404]);

  await testProcess(join(root, "order/src/main.ts"), {
    ...common,
    DATABASE_URL: urlForService(there.url, "order", "test"),
    PRODUCT_URL: "http://127.0.0.1:1",
    PAYMENT_URL: "http://127.0.0.1:1",
    SERVICE_CLIENT_SECRET: testSecret,
    WEBHOOK_SECRET: testSecret,
  });
  const drained = async () => {
    const [row] = await withSql(
      there.url,
      (sql) => sql`select from "order".outbox where sent_at is null limit 1`,
    );
    const [pending] = z
      .tuple([z.number()])
      .rest(z.unknown())
      .parse(await there.redis.xpending("events:{order}", "mail").catch(() => [1]));
    const came = (await lettersTo(untold)) > 0 && (await lettersTo(unsent)) > 0;
    return row === undefined && pending === 0 && came;
  };
  await eventually(drained);
  // The mail server forgot what it had when it was killed: what it has now came after the restore.
  expect(await Promise.all([told, untold, unsent].map(lettersTo))).toEqual([0, letters, letters]);
}, 120_000);
