import { afterAll, describe, expect, test } from "bun:test";

import { openShop } from "../e2e/shop.ts";
import { demoMembers } from "../local/demo-members.ts";
import { eventually } from "../local/testing.ts";
import { leaksOf } from "./leaks.ts";
import { whileFrozen, whileKilled, type Part } from "./processes.ts";
import { cookiesOf, visitorOf } from "./visitor.ts";

const shop = await openShop();
const visitor = visitorOf(shop);
const { browse, logIn, call, signIn, refresh, tokensOf, secrets } = visitor;
const [mina, james] = demoMembers;

const cookie = await cookiesOf(logIn(mina));
const tokens = await signIn(mina);
const held = { refresh: tokens.refresh_token };

/** What an answer is to whoever asked: its status, and what its headers say. */
const told = ({ status, headers }: Response) =>
  [
    status,
    ...(headers.get("content-type") === "application/problem+json" ? ["problem"] : []),
    ...(headers.has("retry-after") ? ["retry"] : []),
    ...(/\b(sid|gid|dev)=/.test(headers.get("set-cookie") ?? "") ? ["cookies changed"] : []),
  ].join(" ");

const probes = {
  page: async () => told(await browse("/ko/products")),
  "token at member": async () => told(await call("/v1/members/me", tokens.access_token)),
  // Words that nobody has asked for, so that neither the gateway nor the storefront knows the answer.
  catalogue: async () =>
    told(await call(`/v1/products?q=${crypto.randomUUID()}`, tokens.access_token)),
  "token at auth": async () => told(await call("/v1/sessions", tokens.access_token)),
  read: async () => told(await browse("/api/members/me", { headers: { cookie } })),
  write: async () =>
    told(
      await browse("/api/members/me", {
        method: "PATCH",
        headers: { cookie, "idempotency-key": crypto.randomUUID() },
        body: { name: mina.name },
      }),
    ),
  login: async () => told(await logIn(james)),
  refresh: async () => {
    const reply = await refresh(held.refresh);
    if (reply.ok) held.refresh = (await tokensOf(reply)).refresh_token;
    return String(reply.status);
  },
};
type Probe = keyof typeof probes;
type Seen = Partial<Record<Probe, string>>;

const look = async (names: readonly Probe[]): Promise<Seen> => {
  const pairs = names.map(async (name): Promise<[Probe, string]> => [
    name,
    await probes[name]().catch(() => "no answer"),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
};

const asUsual = {
  page: "200",
  catalogue: "200",
  "token at member": "200",
  "token at auth": "200",
  read: "200",
  write: "200",
  login: "201 cookies changed",
  refresh: "200",
};
const later = "503 problem retry";
const late = "504 problem retry";
const broken = "502 problem";

/** What is left when a part is gone, or frozen; a way that leads to that part itself is left out there. */
const expected: Record<string, { part: Part; gone: Seen; frozen: Seen }> = {
  Redis: {
    part: "redis-state",
    gone: { ...asUsual, "token at auth": later, write: later, login: later, refresh: "503" },
    frozen: { ...asUsual, "token at auth": later, write: later, login: later, refresh: "503" },
  },
  PostgreSQL: {
    part: "postgres",
    gone: {
      ...asUsual,
      catalogue: later,
      "token at member": later,
      read: later,
      write: later,
      login: later,
    },
    frozen: { page: "200", "token at auth": "200", login: later, refresh: "200" },
  },
  member: {
    part: "member",
    gone: { ...asUsual, "token at member": broken, read: broken, write: broken, login: later },
    frozen: { page: "200", catalogue: "200", "token at auth": "200", login: later, refresh: "200" },
  },
  product: {
    part: "product",
    gone: { ...asUsual, catalogue: broken },
    frozen: {
      page: "200",
      "token at member": "200",
      "token at auth": "200",
      read: "200",
      write: "200",
      login: asUsual.login,
      refresh: "200",
    },
  },
  auth: {
    part: "auth",
    gone: { ...asUsual, "token at auth": broken, login: later, refresh: "no answer" },
    frozen: {
      page: "200",
      catalogue: "200",
      "token at member": "200",
      read: "200",
      write: "200",
      login: later,
    },
  },
  gateway: {
    part: "gateway",
    gone: { page: "200", read: later, write: later, login: asUsual.login, refresh: "200" },
    frozen: { page: "200", read: late, write: late, login: asUsual.login, refresh: "200" },
  },
};
const namesOf = (seen: Seen) => (Object.keys(probes) as Probe[]).filter((name) => name in seen);

const matrix: [state: string, Seen][] = [];
afterAll(() => {
  const columns = Object.keys(probes) as Probe[];
  const rows = matrix.map(([state, seen]) => [state, ...columns.map((name) => seen[name] ?? "")]);
  const lines = [["", ...columns], ...rows];
  const widths = ["", ...columns].map((_, at) =>
    Math.max(...lines.map((cells) => (cells[at] ?? "").length)),
  );
  const text = lines.map((cells) =>
    cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "),
  );
  process.stdout.write(`\n${text.join("\n")}\n\n`);
});

const healthy = async () => Bun.deepEquals(await look(namesOf(asUsual)), asUsual);

test("everything answers while everything runs", async () => {
  const seen = await look(namesOf(asUsual));
  matrix.push(["all is well", seen]);
  expect(seen).toEqual(asUsual);
});

describe.each(Object.entries(expected))("without %s", (name, { part, gone, frozen }) => {
  test.each([
    ["gone", gone, whileKilled],
    ["frozen", frozen, whileFrozen],
  ] as const)(
    "the shop does what it can when it is %s, and all again afterwards",
    async (mode, wanted, hold) => {
      const seen = await hold(shop.dir, part, () => look(namesOf(wanted)));
      matrix.push([`${name} ${mode}`, seen]);
      await eventually(healthy, 20_000);
      expect(seen).toEqual(wanted);
    },
    40_000,
  );
});

test("no log of all this holds a password, a token or a cookie", () => {
  expect(secrets.size).toBeGreaterThan(20);
  expect(leaksOf(shop, secrets)).toEqual([]);
});
