import { expect, test } from "bun:test";

import { clean } from "./cleaning.ts";
import { newProduct, path, testWishlists } from "./testing/wishlists.ts";

const { db, app, send, tokens, newGuest, newMember, later, now } = await testWishlists();

const statusOf = async (reply: Promise<Response>) => (await reply).status;
const day = 86_400_000;

test("a guest and a member keep pieces, the newest first, and take them off; twice is as once", async () => {
  for (const shopper of [newGuest(), await newMember()]) {
    const [bowl, jar] = [newProduct(), newProduct()];
    expect(await shopper.read()).toEqual({ items: [], total: 0, next: null });
    expect(await statusOf(shopper.add(bowl))).toBe(204);
    const addedAt = now.at.toISOString();
    later(1000);
    expect(await statusOf(shopper.add(jar))).toBe(204);
    later(1000);
    expect(await statusOf(shopper.add(bowl))).toBe(204);
    const { items, total } = await shopper.read();
    expect(total).toBe(2);
    expect(items.map(({ productId }) => productId)).toEqual([jar, bowl]);
    expect(items[1]).toEqual({ productId: bowl, addedAt });
    for (const _ of [1, 2]) expect(await statusOf(shopper.remove(jar))).toBe(204);
    expect(await shopper.wishes()).toEqual([bowl]);
  }
});

test("nobody sees or changes the list of anybody else, with a guest's id of a member's neither", async () => {
  const member = await newMember();
  const shoppers = [newGuest(), newGuest(), member, newGuest(member.id)];
  const pieces = shoppers.map(() => newProduct());
  for (const [at, shopper] of shoppers.entries()) await shopper.add(pieces[at] ?? "");
  for (const shopper of shoppers)
    for (const piece of pieces)
      if (!(await shopper.wishes()).includes(piece)) await shopper.remove(piece);
  for (const [at, shopper] of shoppers.entries())
    expect(await shopper.wishes()).toEqual([pieces[at] ?? ""]);
});

test("a personal list is kept by no cache", async () => {
  const reply = await newGuest().call("GET", path);
  expect(reply.headers.get("cache-control")).toBe("no-store");
});

test("a long list is read page by page, without a gap or a repeat, also where times are equal", async () => {
  const guest = newGuest();
  const pieces = Array.from({ length: 7 }, newProduct);
  for (const [at, piece] of pieces.entries()) {
    if (at % 3 === 0) later(1);
    await guest.add(piece);
  }
  const pages: string[][] = [];
  for (let query: string | null = "?limit=2"; query !== null;) {
    const page = await guest.read(query);
    expect(page.total).toBe(7);
    pages.push(page.items.map(({ productId }) => productId));
    query = page.next === null ? null : `?limit=2&after=${page.next}`;
  }
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 1]);
  expect(pages.flat()).toEqual(await guest.wishes());
  expect(pages.flat().toSorted()).toEqual(pieces.toSorted());
});

test("a list takes 500 pieces, however many come at once, and then says that it is full", async () => {
  const guest = newGuest();
  const all = Array.from({ length: 510 }, newProduct);
  const statuses = await Promise.all(all.map((piece) => statusOf(guest.add(piece))));
  expect(statuses.filter((status) => status === 204).length).toBe(500);
  expect(statuses.filter((status) => status === 409).length).toBe(10);
  const [first = ""] = await guest.wishes();
  expect(await statusOf(guest.add(first))).toBe(204);
  await guest.remove(first);
  expect(await statusOf(guest.add(newProduct()))).toBe(204);
  expect((await guest.read()).total).toBe(500);
}, 30_000);

test("a wrong question is refused by the name of the parameter", async () => {
  const guest = newGuest();
  for (const [query, pointer] of [
    ["limit=0", "/limit"],
    ["limit=501", "/limit"],
    ["after=yesterday", "/after"],
    [`after=9999999999999.${"'".repeat(36)}`, "/after"],
    ["owner=me", "/owner"],
  ]) {
    const reply = await guest.call("GET", `${path}?${query}`);
    expect([query, reply.status]).toEqual([query, 400]);
    expect(await reply.json()).toMatchObject({ errors: [{ in: "query", pointer }] });
  }
  expect(await statusOf(guest.add("celadon-tea-bowl"))).toBe(400);
  const far = await guest.call("GET", `${path}?after=9999999999999.${newProduct()}`);
  expect(far.status).toBe(200);
});

test("without a token, or with one of no shopper, there is no list", async () => {
  expect((await app.request(path)).status).toBe(401);
  for (const claims of [
    { sub: "client-1", scope: "products:read" },
    { sub: (await newMember()).id, scope: "products:read" },
    { sub: "guest:everybody", scope: "cart" },
  ]) {
    const authorization = `Bearer ${await tokens.access(claims)}`;
    expect((await send("GET", path, { authorization })).status).toBe(403);
  }
});

test("who was erased meanwhile leaves no list behind", async () => {
  const member = await newMember();
  const adding = Array.from({ length: 8 }, () => member.add(newProduct()));
  await Promise.all([...adding, member.call("DELETE", "/v1/members/me")]);
  expect(await statusOf(member.add(newProduct()))).toBe(404);
  expect((await member.read()).total).toBe(0);
});

test("a guest's list is kept for 30 days after the last piece, a member's for as long as the account", async () => {
  const [guest, busy, member] = [newGuest(), newGuest(), await newMember()];
  for (const shopper of [guest, busy, member]) await shopper.add(newProduct());
  later(day);
  await busy.add(newProduct());
  later(29 * day - 1);
  await clean(db, now.at);
  expect((await guest.read()).total).toBe(1);
  later(2);
  await clean(db, now.at);
  expect((await guest.read()).total).toBe(0);
  expect((await busy.read()).total).toBe(2);
  later(365 * day);
  await clean(db, now.at);
  expect((await member.read()).total).toBe(1);
});
