import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Redis } from "ioredis";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";

import { hiddenFields } from "../../storefront/testing/form.ts";
import type { Shop } from "./shop.ts";
import { type Language, logIn, newPerson } from "./shopper.ts";

const send = async (
  url: string,
  origin: string,
  cookie: string,
  fields: Record<string, string>,
) => {
  const form = hiddenFields(await (await fetch(url, { headers: { cookie } })).text());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const headers = { origin, cookie };
  const reply = await fetch(url, { method: "POST", body: form, headers, redirect: "manual" });
  if (reply.status !== 303) throw new Error(`${url} answered ${reply.status}`);
};

/** Somebody with an account, who got it by the forms and the mail, without a browser. */
export const newMember = async (shop: Shop, language: Language) => {
  const person = newPerson();
  await send(`${shop.origin}/${language}/signup`, shop.origin, "", person);
  const opened = await fetch(await shop.linkTo(person.email, "verify"), { redirect: "manual" });
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(";", 1).join(""))
    .join("; ");
  await send(`${shop.origin}/${language}/verify/confirm`, shop.origin, cookie, {});
  return person;
};
export type Person = Awaited<ReturnType<typeof newMember>>;

export const comeIn = async (shop: Shop, page: Page, language: Language, person: Person) => {
  await page.goto(`${shop.origin}/${language}/login`);
  await logIn(page, language, person.email, person.password);
  await page.waitForURL((url) => !url.pathname.endsWith("/login"));
};

/** An authenticator app. A code is taken once, so each is of a later step than the one before. */
export const authenticator = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const used = { step: 0 };
  return () => {
    const now = Math.floor(Date.now() / 30_000);
    used.step = Math.max(used.step + 1, now - 1);
    return totp.generate({ timestamp: used.step * 30_000 });
  };
};

/** As if everybody had proven who they are an hour ago: a test does not wait for ten minutes. */
export const letProofsAge = async ({ dir, said }: Shop) => {
  const address = /Redis .* ([\d.]+:\d+)/.exec(said())?.[1] ?? "";
  const { redisOwner } = JSON.parse(readFileSync(join(dir, "secrets.json"), "utf8"));
  const redis = new Redis(`redis://${redisOwner ? `:${redisOwner}@` : ""}${address}`);
  for (const key of await redis.keys("a:{*}:s:*"))
    await redis.hset(key, "authTime", Math.floor(Date.now() / 1000) - 3600);
  for (const key of await redis.keys("b:{*}:s")) {
    const session = JSON.parse((await redis.get(key)) ?? "{}");
    await redis.set(key, JSON.stringify({ ...session, accessUntil: 0 }), "KEEPTTL");
  }
  redis.disconnect();
};
