import { createHmac } from "node:crypto";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testRedis } from "@jangteo/shared/testing/redis";

import { mailedToken } from "../local/demo-members.ts";

const root = join(import.meta.dirname, "../..");
const secret = (name: string) => `${name} of the tests, long enough for everything`;
const storefrontSecret = secret("storefront");

type Reply = { status: number; body: Record<string, unknown> };

/** Auth and member as processes, on real stores, with a mail server that keeps what it gets. */
export const openServices = async () => {
  const { url: redisUrl, redis } = await testRedis();
  const { url: databaseUrl, adminUrl } = await testDatabase("member");
  const [authPort, smtpPort] = [await freePort(), await freePort()];
  const authUrl = `http://127.0.0.1:${authPort}`;
  const issuer = { ISSUER: "http://issuer.test", JWKS_URL: `${authUrl}/.well-known/jwks.json` };
  const mail = await testProcess(
    join(root, "ops/local/mail-catcher.ts"),
    {
      SMTP_PORT: String(smtpPort),
    },
    { ready: "/api/messages" },
  );
  const member = await testProcess(join(root, "member/src/main.ts"), {
    ...issuer,
    AUTH_URL: authUrl,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    STOREFRONT_URL: "http://shop.test",
    PASSWORD_PEPPER: secret("pepper"),
    SECOND_FACTOR_SECRET: secret("second factor"),
    IDEMPOTENCY_SECRET: secret("idempotency"),
    ONE_TIME_TOKEN_SECRET: secret("one-time token"),
  });
  const auth = await testProcess(
    join(root, "auth/src/main.ts"),
    {
      ISSUER: issuer.ISSUER,
      REDIS_URL: redisUrl,
      MEMBER_URL: member.url,
      KEYS_FILE: join(mail.dir, "keys.json"),
      TOKEN_SECRET: secret("token"),
      STOREFRONT_CLIENT_SECRET: storefrontSecret,
      ORDER_CLIENT_SECRET: secret("order client"),
      PAYMENT_CLIENT_SECRET: secret("payment client"),
    },
    { port: authPort },
  );

  const ask = async (
    url: string,
    { token, method = "POST", body }: { token?: string; method?: string; body?: unknown } = {},
  ): Promise<Reply> => {
    const basic = btoa(`storefront:${encodeURIComponent(storefrontSecret)}`);
    const reply = await fetch(url, {
      method,
      keepalive: false,
      headers: {
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        authorization: token === undefined ? `Basic ${basic}` : `Bearer ${token}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, body: text ? JSON.parse(text) : {} };
  };
  const from = { ipAddress: "192.0.2.1", userAgent: "Firefox" };
  const login = (who: Credentials, more: Record<string, string> = {}) =>
    ask(`${auth.url}/v1/sessions`, { body: { ...who, ...from, ...more } });
  const complete = (challenge: unknown, code: string) =>
    ask(`${auth.url}/v1/sessions/challenges/${String(challenge)}/completion`, {
      body: { code, ...from },
    });
  const refresh = async (token: unknown) => {
    const reply = await fetch(`${auth.url}/v1/oauth/token`, {
      method: "POST",
      keepalive: false,
      headers: {
        authorization: `Basic ${btoa(`storefront:${encodeURIComponent(storefrontSecret)}`)}`,
      },
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: String(token),
      }),
    });
    return { status: reply.status };
  };
  /** A new member, by a mail and its link. */
  const signUp = async () => {
    const who = {
      email: `mina-${crypto.randomUUID()}@example.com`,
      password: `moon jar ${crypto.randomUUID()}`,
    };
    const guest = await ask(`${auth.url}/v1/guest-tokens`, {
      body: { guestId: crypto.randomUUID() },
    });
    await ask(`${member.url}/v1/members`, {
      token: String(guest.body["access_token"]),
      body: { ...who, name: "Mina", language: "en" },
    });
    const token = await mailedToken(mail.url, who.email);
    await ask(`${member.url}/v1/members/verifications`, { body: { token } });
    return who;
  };
  return { auth, member, mail, redis, adminUrl, ask, login, complete, refresh, signUp };
};
export type Credentials = { email: string; password: string };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The half minute that an authenticator app counts. */
export const stepNow = () => Math.floor(Date.now() / 30_000);

/** What an authenticator app shows in a half minute (RFC 6238). */
export const codeAt = (secretText: string, step: number) => {
  const bits = secretText
    .split("")
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};
