import { expect, test } from "bun:test";

import { newHandle } from "../session/handle";
import { broken, challengeId, passkeyId } from "../session/testing";
import { testProxy } from "./testing";

const { ask, signIn, gateway, issuing } = await testProxy();

const item = `/wishlists/current/items/${crypto.randomUUID()}`;
const cookiesOf = (reply: Response) => reply.headers.getSetCookie().map((one) => one.split(";", 3));
const named = (reply: Response, name: string) =>
  cookiesOf(reply).find(([pair = ""]) => pair.startsWith(`${name}=`));
const json = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });
const signed = {
  id: "key",
  rawId: "key",
  type: "public-key",
  clientExtensionResults: {},
  response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA", userHandle: "AA" },
};

test("looking at a wishlist makes nobody a guest; keeping a piece does, once", async () => {
  const guests = issuing.state.guests;
  const looked = await ask("/wishlists/current");
  expect([looked.status, looked.headers.getSetCookie(), issuing.state.guests]).toEqual([
    401,
    [],
    guests,
  ]);
  const kept = await ask(item, { method: "PUT", body: "{}" });
  const [cookie = ""] = named(kept, "gid") ?? [];
  expect(cookie).toMatch(/^gid=[\w-]{43}$/);
  const seen = await ask("/wishlists/current", { cookie });
  expect([seen.status, seen.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect(seen.headers.getSetCookie()).toEqual([]);
  const [writing, reading] = gateway.seen.map(({ headers }) => headers.get("authorization"));
  expect(writing).toBe(reading ?? "");
});

test("what a page writes at once is of one guest, what another writes of another", async () => {
  const keep = async (visit: string) => {
    const kept = await ask(item, { method: "PUT", body: "{}", headers: { "x-visit": visit } });
    return named(kept, "gid")?.[0];
  };
  const [page, other] = [newHandle(), newHandle()];
  const [one, two, third] = await Promise.all([keep(page), keep(page), keep(other)]);
  expect(one).toMatch(/^gid=[\w-]{43}$/);
  expect(two).toBe(one ?? "");
  expect(third).not.toBe(one ?? "");
  expect(await keep("short")).not.toBe((await keep("short")) ?? "");
  for (const { headers } of gateway.seen) expect(headers.get("x-visit")).toBeNull();
});

test("a member who keeps a piece is no guest as well", async () => {
  const cookie = await signIn();
  const kept = await ask(item, { method: "PUT", body: "{}", cookie });
  expect([kept.status, kept.headers.getSetCookie()]).toEqual([200, []]);
});

test("no guest's token is taken from a browser", async () => {
  const reply = await ask("/wishlists/current/merges", json({ guestToken: "a.b.c" }));
  expect(reply.status).toBe(405);
  expect(gateway.seen).toHaveLength(0);
});

test.each([
  ["a password", "/sessions", { email: "a@b.test", password: "x" }],
  ["a code", `/sessions/challenges/${challengeId}/completion`, { code: "123456" }],
  ["a passkey", `/sessions/passkey-challenges/${passkeyId}/completion`, { response: signed }],
])(
  "who comes in by %s is a guest no more: the next one here starts anew",
  async (_how, path, body) => {
    const reply = await ask(path, { ...json(body), cookie: `gid=${newHandle()}` });
    expect(reply.status).toBe(201);
    expect(named(reply, "sid")?.[0]).toMatch(/^sid=[\w-]{43}$/);
    expect(named(reply, "gid")).toEqual(["gid=", " Path=/", " Max-Age=0"]);
    const without = await ask(path, json(body));
    expect(named(without, "gid")).toBeUndefined();
  },
);

test("who is not let in stays the guest", async () => {
  issuing.state.login = broken;
  const reply = await ask("/sessions", {
    ...json({ email: "a@b.test", password: "x" }),
    cookie: `gid=${newHandle()}`,
  });
  expect([reply.ok, reply.headers.getSetCookie()]).toEqual([false, []]);
});
