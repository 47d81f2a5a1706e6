import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { tagOf } from "@jangteo/shared/denylist";
import { Redis } from "ioredis";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { z } from "zod";

import { hiddenFields } from "../../storefront/testing/form.ts";
import type { Shop } from "./shop.ts";
import { type Language, logIn, newPerson, press, words } from "./shopper.ts";

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

/** In half minutes, since 1970. */
const now = () => Date.now() / 30_000;

/**
 * An authenticator app. A code is taken once, so each is of a later step than the one before. Taken are the
 * present one, the one before and the next; towards the end of a half minute the one before is not for long.
 */
const authenticator = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const used = { step: 0 };
  return async () => {
    used.step = Math.max(used.step + 1, Math.floor(now() - 0.7));
    while (used.step > Math.floor(now()) + 1) await pause(100);
    return totp.generate({ timestamp: used.step * 30_000 });
  };
};

/** Sets a second factor up, and wrongly at first; what it gives is the app and the codes. */
export const setUpApp = async (shop: Shop, page: Page, language: Language) => {
  const { account, forms } = words[language];
  const { secondFactor } = account;
  await page.goto(`${shop.origin}/${language}/account/security/second-factor`);
  await press(page, secondFactor.begin);
  await page.getByRole("img", { name: secondFactor.picture }).waitFor();
  const secret = async () => (await page.locator("code.secret").innerText()).replaceAll(" ", "");
  const shown = await secret();
  const next = authenticator(shown);
  await page.getByLabel(secondFactor.code).fill("000000");
  await press(page, secondFactor.confirm);
  await page.locator(".field__error").getByText(forms.rules.wrongCode).waitFor();
  if ((await secret()) !== shown) throw new Error("A wrong code changed the secret");
  await page.getByLabel(secondFactor.code).fill(await next());
  await press(page, secondFactor.confirm);
  await page.getByText(secondFactor.codes.once).waitFor();
  const codes = await page.locator(".codes__list code").allInnerTexts();
  return { next, codes };
};

const Held = z.looseObject({ access: z.string() });
const Claims = z.object({ sub: z.string(), sid: z.string() });

/** As if a shopper had shown an hour ago who they are: a test does not wait for ten minutes. */
export const letProofAge = async ({ dir, said }: Shop, page: Page) => {
  const cookies = await page.context().cookies();
  const handle = cookies.find(({ name }) => name === "sid")?.value ?? "";
  const address = /Redis .* ([\d.]+:\d+)/.exec(said())?.[1] ?? "";
  const { redisOwner } = JSON.parse(readFileSync(join(dir, "secrets.json"), "utf8"));
  const redis = new Redis(`redis://:${redisOwner}@${address}`);
  const key = `b:{${createHash("sha256").update(handle).digest("hex")}}:s`;
  const held = Held.parse(JSON.parse((await redis.get(key)) ?? "{}"));
  const claims = Buffer.from(held.access.split(".")[1] ?? "", "base64url").toString();
  const { sub, sid } = Claims.parse(JSON.parse(claims));
  const earlier = Math.floor(Date.now() / 1000) - 3600;
  await redis.hset(`a:{${tagOf(sub)}}:s:${sid}`, "authTime", earlier);
  await redis.set(key, JSON.stringify({ ...held, accessUntil: 0 }), "KEEPTTL");
  redis.disconnect();
};
