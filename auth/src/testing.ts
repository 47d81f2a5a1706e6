import { afterAll, expect } from "bun:test";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createLog } from "@jangteo/shared/log";
import { testRedis } from "@jangteo/shared/testing/redis";
import { reached } from "@jangteo/shared/testing/server";
import type { Redis } from "ioredis";

import { createApp, type Deps } from "./app.ts";
import { serviceClient, storefront, type Client } from "./clients.ts";
import { createEvents } from "./events.ts";
import { openKeys } from "./keys.ts";
import { memberService, person, type Person, type Registered } from "./testing/member.ts";

export type { Person } from "./testing/member.ts";

export const issuer = "http://issuer.test";
export const secret = "a secret of the tests, long enough for all";
const storefrontSecret = "the storefront's own, with a : and a % in it";

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const integrators: Client[] = [
  {
    id: "warehouse",
    secretHash: sha256("warehouse-secret"),
    scopes: ["catalogue:read", "stock:write"],
    grants: ["client_credentials"],
  },
  {
    id: "helpdesk",
    secretHash: sha256("helpdesk-secret"),
    scopes: ["cart", "orders:write"],
    grants: ["urn:ietf:params:oauth:grant-type:token-exchange"],
  },
  { id: "app", scopes: ["cart", "member"], grants: ["refresh_token"] },
];

const neverAnswering = (signal: AbortSignal | null | undefined) =>
  new Promise<Response>((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });

/** The service on a Redis of its own, with a clock and a member service that tests can move. */
export const testAuth = async () => {
  const dir = mkdtempSync(join(tmpdir(), "jangteo-auth-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const { redis, server } = await testRedis();
  const keys = await openKeys(join(dir, "keys.json"));
  const now = { ahead: 0 };
  const clock = () => new Date(Date.now() + now.ahead);
  const people = new Map<string, Person>();
  const registered: Registered[] = [];
  const memberApp = memberService(people, registered, { keys: keys.verify, issuer, clock });
  const member = { answer: undefined as number | "never" | undefined, asked: 0 };
  const logged: string[] = [];
  const clients = [
    storefront(storefrontSecret),
    serviceClient("order", "order-secret"),
    serviceClient("payment", "payment-secret"),
    ...integrators,
  ];
  const log = createLog("auth", (line) => logged.push(line));
  const deps: Omit<Deps, "redis"> = {
    issuer,
    keys,
    secret,
    clients,
    clock,
    log,
    member: {
      url: "http://member.test",
      fetch: async (input, init) => {
        member.asked += 1;
        if (member.answer === "never") return neverAnswering(init?.signal);
        if (member.answer === 0) throw new TypeError("connection refused");
        if (member.answer) return new Response(null, { status: member.answer });
        return memberApp.request(input, init);
      },
    },
  };
  const at = (other: Redis) => {
    const app = reached(createApp({ ...deps, redis: other }));
    return { app, ...callsOf(app) };
  };
  return {
    redis,
    /** What ends sessions, and what tells of it. */
    parts: { redis, emit: createEvents(redis, log) },
    /** What was told of a member, the first first. */
    told: async ({ memberId }: Person) =>
      (await redis.xrange("events:{auth}", "-", "+"))
        .map(([, fields]) => ({
          type: fields[fields.indexOf("type") + 1] ?? "",
          payload: JSON.parse(fields[fields.indexOf("payload") + 1] ?? "{}"),
        }))
        .filter(({ payload }) => payload.memberId === memberId),
    server,
    logged,
    clock,
    member,
    dir,
    enrol: (roles?: string[], code?: string) => {
      const one = person(roles, code);
      people.set(one.memberId, one);
      return one;
    },
    /** The API clients that staff registered. */
    registered,
    erase: ({ memberId }: Person) => people.delete(memberId),
    /** Moves the clock on, by milliseconds. */
    pass: (milliseconds: number) => {
      now.ahead += milliseconds;
    },
    /** The service on another Redis, as after a failover. */
    at,
    ...at(redis),
  };
};

export const basic = (id: string, password: string) => ({
  authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(password)}`)}`,
});
export const asStorefront = basic("storefront", storefrontSecret);
export const asHelpdesk = basic("helpdesk", "helpdesk-secret");
export const asWarehouse = basic("warehouse", "warehouse-secret");
export const asOrder = basic("order", "order-secret");
export const asPayment = basic("payment", "payment-secret");
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
    deviceToken?: string,
  ) => json("/v1/sessions", { email, password, ipAddress, deviceToken, userAgent: "Firefox" });
  const complete = (id: string, code: string, deviceToken?: string) =>
    json(`/v1/sessions/challenges/${id}/completion`, {
      ...{ code, deviceToken },
      ...{ userAgent: "Safari", ipAddress: "192.0.2.2" },
    });
  const challenged = async (who: Person, ipAddress?: string) => {
    const reply = await login(who, ipAddress);
    expect(reply.status).toBe(202);
    return (await read<{ challenge_id: string }>(reply)).challenge_id;
  };
  /** Signed in with a second factor. */
  const verified = async (who: Person): Promise<Tokens> => {
    const reply = await complete(await challenged(who), who.code ?? "");
    expect(reply.status).toBe(201);
    return read(reply);
  };
  const stepUp = (
    access_token: string,
    given: { password?: string; code?: string; passkey?: object },
  ) => json("/v1/sessions/current/step-ups", given, bearer(access_token));
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
  return {
    ...{ json, form, login, refresh, signedIn, refreshed },
    ...{ complete, challenged, verified, stepUp },
  };
};

export type Tokens = {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  refresh_expires_in: number;
  scope: string;
  memberId: string;
  device_token: string;
  mfa_enrolment_required: boolean;
};

/** The body of an answer, taken to have the type that the contract's own tests hold. */
export const read = async <T>(reply: Response | Promise<Response>): Promise<T> =>
  JSON.parse(await (await reply).text());

/** What a refusal says, without the ids that change. */
export const failureOf = async (reply: Response) => {
  const { code, error, title } = await read<Record<string, string>>(reply);
  return { status: reply.status, code, error, title };
};
