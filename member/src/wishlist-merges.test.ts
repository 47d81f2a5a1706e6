import { expect, test } from "bun:test";

import fc from "fast-check";

import { newProduct, path, testWishlists } from "./testing/wishlists.ts";

const { send, tokens, newGuest, newMember, later } = await testWishlists();

type Shopper = ReturnType<typeof newGuest> | Awaited<ReturnType<typeof newMember>>;

const products = Array.from({ length: 6 }, newProduct);
const some = fc.subarray(products);

/** Adds in this order, so that what is later is newer. */
const fill = async (shopper: Shopper, pieces: string[]) => {
  for (const piece of pieces) {
    later(1);
    expect((await shopper.add(piece)).status).toBe(204);
  }
};

test("whatever member and guests hold, in whatever order and how often: the member has all of it, once, and the guests nothing", async () => {
  await fc.assert(
    fc.asyncProperty(some, some, some, fc.boolean(), async (own, first, second, turned) => {
      const [member, one, other] = [await newMember(), newGuest(), newGuest()];
      await fill(member, own);
      await fill(one, first);
      await fill(other, second);
      const newest = [...own, ...first, ...second].toReversed();
      const expected = newest.filter((piece, at) => newest.indexOf(piece) === at);
      const order = turned ? [other, one, other] : [one, one, other];
      for (const guest of order) expect((await member.takeOver(guest)).status).toBe(204);
      expect(await member.wishes()).toEqual(expected);
      for (const guest of [one, other]) expect(await guest.wishes()).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("what the member took off after a merge does not come back with the next one", async () => {
  const [member, guest, piece] = [await newMember(), newGuest(), newProduct()];
  await guest.add(piece);
  await member.takeOver(guest);
  await member.remove(piece);
  await member.takeOver(guest);
  expect(await member.wishes()).toEqual([]);
});

test("two merges and what is added meanwhile lose nothing: it is with the member, or waits with the guest", async () => {
  for (const _ of Array.from({ length: 8 })) {
    const [member, guest] = [await newMember(), newGuest()];
    const [early, late, own] = [newProduct(), newProduct(), newProduct()];
    await guest.add(early);
    const replies = await Promise.all([
      member.takeOver(guest),
      guest.add(late),
      member.takeOver(guest),
      member.add(own),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const held = [...(await member.wishes()), ...(await guest.wishes())];
    expect(held.toSorted()).toEqual([early, late, own].toSorted());
    await member.takeOver(guest);
    expect((await member.wishes()).toSorted()).toEqual([early, late, own].toSorted());
  }
}, 30_000);

test("two members who claim one guest at once: one gets the pieces, none is doubled", async () => {
  const guest = newGuest();
  const pieces = [newProduct(), newProduct()];
  for (const piece of pieces) await guest.add(piece);
  const members = [await newMember(), await newMember()];
  await Promise.all(members.map((member) => member.takeOver(guest)));
  const held = await Promise.all(members.map((member) => member.wishes()));
  expect(held.flat().toSorted()).toEqual(pieces.toSorted());
});

test("a merge is never refused for fullness: the list then holds more, and takes no more", async () => {
  const [member, guest] = [await newMember(), newGuest()];
  await Promise.all(Array.from({ length: 500 }, () => member.add(newProduct())));
  const piece = newProduct();
  await guest.add(piece);
  expect((await member.takeOver(guest)).status).toBe(204);
  expect((await member.read()).total).toBe(501);
  expect((await member.add(newProduct())).status).toBe(409);
  expect((await member.add(piece)).status).toBe(204);
}, 30_000);

test("it takes both tokens: the member's own, and the guest's own", async () => {
  const [member, other, guest] = [await newMember(), await newMember(), newGuest()];
  const piece = newProduct();
  await guest.add(piece);
  await other.add(piece);
  const merges = `${path}/merges`;
  const guestToken = await guest.token();
  expect((await guest.call("POST", merges, { guestToken })).status).toBe(403);
  const otherToken = await tokens.access({ sub: other.id });
  const issued = await tokens.sign("at+jwt", "somewhere-else", { sub: `guest:${guest.id}` });
  for (const wrong of [otherToken, issued, `${guestToken.slice(0, -8)}AAAAAAAA`, "not.a.token"]) {
    const reply = await member.call("POST", merges, { guestToken: wrong });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ errors: [{ in: "body", pointer: "/guestToken" }] });
  }
  expect(await member.wishes()).toEqual([]);
  expect(await guest.wishes()).toEqual([piece]);
  expect((await send("POST", merges, {}, { guestToken })).status).toBe(401);
});

test("who is erased takes nothing over; the guest still holds it", async () => {
  const [member, guest] = [await newMember(), newGuest()];
  await guest.add(newProduct());
  await member.call("DELETE", "/v1/members/me");
  expect((await member.takeOver(guest)).status).toBe(404);
  expect((await guest.wishes()).length).toBe(1);
});
