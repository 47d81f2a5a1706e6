import { afterAll, expect } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as memberContract from "@jangteo/member/contract";
import { createLog } from "@jangteo/shared/log";
import { AppError } from "@jangteo/shared/problem";
import { protect } from "@jangteo/shared/protect";
import { createService } from "@jangteo/shared/service";
import { testRedis } from "@jangteo/shared/testing/redis";
import type { JWTVerifyGetKey } from "jose";

import { createApp } from "./app.ts";
import { storefront, type Client } from "./clients.ts";
import { openKeys } from "./keys.ts";

export const issuer = "http://issuer.test";
export const secret = "a secret of the tests, long enough for all";
const storefrontSecret = "the storefront's own, with a : and a % in it";

export const sha256 = (text: string) => new Bun.CryptoHasher("sha256").update(text).digest("hex");

const integrators: Client[] = [
  {
    id: "warehouse",
    secretHash: sha256("warehouse-secret"),
    scopes: ["catalogue:read", "stock:write"],
    grants: ["client_credentials"],
  },
  { id: "app", scopes: ["cart", "member"], grants: ["refresh_token"] },
];

/** One person, as the member service knows her. */
const person = (roles: string[] = []) => ({
  memberId: crypto.randomUUID() as string,
  email: `mina-${crypto.randomUUID()}@example.com`,
  password: "correct horse",
  epoch: 1,
  roles,
});
export type Person = ReturnType<typeof person>;

/** Stands in for the member service where the network would be; it checks the service tokens. */
const memberService = (people: Map<string, Person>, keys: JWTVerifyGetKey, clock: () => Date) => {
  const app = createService({
    name: "member",
    description: "",
    log: createLog("member", () => {}),
  });
  protect(app, "member", memberContract, { keys, issuer, clock });
  return app
    .openapi(memberContract.verifyCredential, (c) => {
      const { email, password } = c.req.valid("json");
      const found = [...people.values()].find((one) => one.email === email);
      if (found?.password !== password) throw new AppError("not_found", "Wrong");
      const { memberId, epoch, roles } = found;
      return c.json({ memberId, epoch, roles, language: "ko" as const }, 200);
    })
    .openapi(memberContract.getSessionEpoch, (c) => {
      const found = people.get(c.req.valid("param").id);
      if (!found) throw new AppError("not_found", "Nobody");
      return c.json({ epoch: found.epoch, roles: found.roles }, 200);
    });
};

/** The service on a Redis of its own, with a clock and a member service that tests can move. */
export const testAuth = async () => {
  const dir = mkdtempSync(join(tmpdir(), "jangteo-auth-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const { redis, server } = await testRedis();
  const keys = await openKeys(join(dir, "keys.json"));
  const now = { ahead: 0 };
  const clock = () => new Date(Date.now() + now.ahead);
  const people = new Map<string, Person>();
  const memberApp = memberService(people, keys.verify, clock);
  const member = { answer: undefined as number | undefined, asked: 0 };
  const logged: string[] = [];
  const clients = [storefront(storefrontSecret), ...integrators];
  const app = createApp({
    redis,
    issuer,
    keys,
    secret,
    clients,
    clock,
    log: createLog("auth", (line) => logged.push(line)),
    member: {
      url: "http://member.test",
      fetch: async (input, init) => {
        member.asked += 1;
        if (member.answer === 0) throw new TypeError("connection refused");
        if (member.answer) return new Response(null, { status: member.answer });
        return memberApp.request(input, init);
      },
    },
  });
  return {
    app,
    redis,
    server,
    logged,
    clock,
    member,
    dir,
    enrol: (roles?: string[]) => {
      const one = person(roles);
      people.set(one.memberId, one);
      return one;
    },
    erase: ({ memberId }: Person) => people.delete(memberId),
    /** Moves the clock on, by milliseconds. */
    pass: (milliseconds: number) => {
      now.ahead += milliseconds;
    },
    ...callsOf(app),
  };
};

export const basic = (id: string, password: string) => ({
  authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(password)}`)}`,
});
const asStorefront = basic("storefront", storefrontSecret);
export const asWarehouse = basic("warehouse", "warehouse-secret");
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

type App = ReturnType<typeof createApp>;
type Headers = Record<string, string>;

const callsOf = (app: App) => {
  const json = async (path: string, body: unknown, headers: Headers = asStorefront) =>
    app.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const form = async (
    path: string,
    fields: Record<string, string>,
    headers: Headers = asStorefront,
  ) => app.request(path, { method: "POST", headers, body: new URLSearchParams(fields) });
  const login = (
    { email, password }: Pick<Person, "email" | "password">,
    ipAddress = "192.0.2.1",
  ) => json("/v1/sessions", { email, password, ipAddress, userAgent: "Firefox" });
  const refresh = (refresh_token: string, headers: Headers = asStorefront) =>
    form("/v1/oauth/token", { grant_type: "refresh_token", refresh_token }, headers);
  const signedIn = async (who: Person, ipAddress?: string): Promise<Tokens> => {
    const reply = await login(who, ipAddress);
    expect(reply.status).toBe(201);
    return read(reply);
  };
  const refreshed = async (token: string, headers?: Headers): Promise<Tokens> => {
    const reply = await refresh(token, headers);
    expect(reply.status).toBe(200);
    return read(reply);
  };
  return { json, form, login, refresh, signedIn, refreshed };
};

export type Tokens = {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  refresh_expires_in: number;
  scope: string;
  memberId: string;
};

/** The body of an answer, taken to have the type that the contract's own tests hold. */
export const read = async <T>(reply: Response | Promise<Response>): Promise<T> =>
  JSON.parse(await (await reply).text());

/** What a refusal says, without the ids that change. */
export const failureOf = async (reply: Response) => {
  const { code, error, title } = await read<Record<string, string>>(reply);
  return { status: reply.status, code, error, title };
};
