import { afterAll, expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "zod";

import { leaksOf } from "../degraded/leaks.ts";
import { visitorOf } from "../degraded/visitor.ts";
import { openShop } from "../e2e/shop.ts";
import { demoMembers } from "../local/demo-members.ts";
import { eventually } from "../local/testing.ts";
import { kidOf, readKeys } from "./file.ts";
import { rotate } from "./rotate.ts";

const root = resolve(import.meta.dirname, "../..");
const shop = await openShop();
const keyFile = join(shop.dir, "keys.json");
const { call, signIn, refresh, tokensOf, secrets } = visitorOf(shop);

const kidIn = (token: string) =>
  z.object({ kid: z.string() }).parse(JSON.parse(atob(token.split(".")[0] ?? ""))).kid;
const read = async (token: string) => (await call("/v1/members/me", token)).status;

/** Shoppers who read their page with a fresh token a few times a second, for as long as it takes. */
const shoppers = async () => {
  const seen = { statuses: new Map<number, number>(), kids: new Set<string>() };
  const over = new AbortController();
  afterAll(() => over.abort());
  const shopAround = async (member: (typeof demoMembers)[number]) => {
    let tokens = await signIn(member);
    while (!over.signal.aborted) {
      tokens = await tokensOf(await refresh(tokens.refresh_token));
      const status = await read(tokens.access_token);
      seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
      seen.kids.add(kidIn(tokens.access_token));
      await pause(250);
    }
  };
  const walks = demoMembers.map(shopAround);
  await eventually(() => (seen.statuses.get(200) ?? 0) > 1);
  const leave = async () => {
    over.abort();
    await Promise.all(walks);
    return seen;
  };
  return { seen, leave };
};

/** `bun run keys`, in the environment that the shop was started in. */
const keys = (...args: string[]) => {
  const child = spawn(process.execPath, ["ops/keys.ts", ...args], {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      JANGTEO_DIR: shop.dir,
      JANGTEO_PORT_OFFSET: String(shop.port(0)),
    },
  });
  afterAll(() => child.kill("SIGKILL"));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  const exited = new Promise<number | null>((settle) => {
    child.once("close", settle);
  });
  const said = () => output.join("");
  const killAfter = async (text: string) => {
    await eventually(() => said().includes(text), 20_000);
    child.kill("SIGKILL");
    await exited;
  };
  return { exited, said, killAfter };
};
const listed = async () => {
  const { exited, said } = keys("list");
  await exited;
  return said().trim().split("\n");
};

test("the signing key is replaced under load, through crashes, and nobody is turned away", async () => {
  const [old = ""] = readKeys(keyFile).map(kidOf);
  const { seen, leave } = await shoppers();
  const { access_token: early } = await signIn(demoMembers[0]);
  expect(kidIn(early)).toBe(old);

  await keys("rotate", "--wait", "5").killAfter("until every service has seen it");
  const [, next = ""] = readKeys(keyFile).map(kidOf);
  expect(await listed()).toEqual([
    `${old}  active    published, known to the gateway`,
    `${next}  pending   published, known to the gateway`,
  ]);
  await keys("rotate", "--wait", "5").killAfter("until its last token has expired");
  await eventually(() => seen.kids.has(next));
  expect([await read(early), seen.kids]).toEqual([200, new Set([old, next])]);

  const last = keys("rotate", "--wait", "2");
  expect(await last.exited, last.said()).toBe(0);
  expect(await listed()).toEqual([`${next}  active    published, known to the gateway`]);
  expect(await read(early)).toBe(401);

  const { statuses } = await leave();
  expect([...statuses.keys()]).toEqual([200]);
  expect(statuses.get(200)).toBeGreaterThan(20);
}, 60_000);

test("a gateway that cannot be reached stops a rotation, and the next one brings it to its end", async () => {
  const state = { away: false, has: readKeys(keyFile).map(kidOf) };
  const said: string[] = [];
  const rotation = {
    keyFile,
    published: async () => readKeys(keyFile).map(kidOf),
    gateway: {
      kids: async () => state.has,
      reload: async () => {
        if (state.away) throw new Error("away");
        state.has = readKeys(keyFile).map(kidOf);
      },
    },
    waits: { spread: 0, retire: 0 },
    report: (text: string) => {
      said.push(text);
      if (text.endsWith("is dropped")) state.away = true;
    },
  };
  expect(await rotate(rotation).catch(String)).toContain("away");
  const [kept = ""] = readKeys(keyFile).map(kidOf);
  expect([readKeys(keyFile).length, state.has.length]).toEqual([1, 2]);
  state.away = false;
  await rotate(rotation);
  expect([readKeys(keyFile).map(kidOf), state.has]).toEqual([[kept], [kept]]);
  expect(said.at(-1)).toContain("earlier rotation");
});

test("no log of all this holds a key, a password or a token", () => {
  expect(secrets.size).toBeGreaterThan(20);
  expect(leaksOf(shop, secrets)).toEqual([]);
});
