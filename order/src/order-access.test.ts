import { expect, test } from "bun:test";

import type { Order } from "./contract.ts";
import { numberOf } from "./numbers.ts";
import { pruneLookups } from "./order-access.ts";
import { type Statement, statementsOf } from "./testing.ts";
import { book } from "./testing/booked.ts";
import { testVisits } from "./testing/visits.ts";

const now = { at: new Date() };
const { db, visitor } = await testVisits(() => now.at);
const later = (milliseconds: number) => {
  now.at = new Date(now.at.getTime() + milliseconds);
};
const hour = 3_600_000;

/** A refusal without what differs between any two requests. */
const refusalOf = async (reply: Response) => {
  const {
    requestId: _request,
    traceId: _trace,
    ...said
  } = (await reply.json()) as Record<string, unknown>;
  return said;
};

test("whoever knows number and e-mail address of a guest's order reads it, now and on its page", async () => {
  const { id, number, email } = await book(db);
  const anybody = await visitor();
  expect((await anybody.see(id)).status).toBe(404);
  const reply = await anybody.look(numberOf(number).toLowerCase(), email.toUpperCase());
  expect(reply.status).toBe(200);
  expect((await reply.json()) as Order).toMatchObject({ id, number: numberOf(number), can: [] });
  expect((await anybody.see(id)).status).toBe(200);
  const member = await visitor(crypto.randomUUID());
  expect((await member.see(id)).status).toBe(404);
  expect((await member.look(numberOf(number), email)).status).toBe(200);
  expect((await member.see(id)).status).toBe(200);
});

test("a wrong number and a wrong address are one and the same refusal, by the same statements", async () => {
  const { id, number } = await book(db);
  const guest = await visitor();
  const replies: Response[] = [];
  const look = (shown: string, address: string) =>
    statementsOf(db, async () => void replies.push(await guest.look(shown, address)));
  const wrongAddress = await look(numberOf(number), "another@example.com");
  const wrongNumber = await look("JT-0000007", "someone@example.com");
  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  const [one, other] = await Promise.all(replies.map(refusalOf));
  expect(one).toEqual(other);
  const texts = (sent: Statement[]) => sent.map(({ text }) => text);
  expect(texts(wrongAddress)).toEqual(texts(wrongNumber));
  expect((await guest.see(id)).status).toBe(404);
});

test("a member's order is not found by its number: its member logs in", async () => {
  const { number, email } = await book(db, { owner: crypto.randomUUID() });
  expect((await (await visitor()).look(numberOf(number), email)).status).toBe(404);
});

test("ten wrong addresses within an hour, and a number waits for the rest of it, also with the right one", async () => {
  const { number, email } = await book(db);
  const guests = await Promise.all(Array.from({ length: 12 }, () => visitor()));
  const wrong = await Promise.all(
    guests.map((guest, at) => guest.look(numberOf(number), `no-${at}@example.com`)),
  );
  const statuses = wrong.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
  later(20 * 60_000);
  const [guest] = guests;
  const refused = await guest?.look(numberOf(number), email);
  expect([refused?.status, refused?.headers.get("retry-after")]).toEqual([429, "2400"]);
  later(40 * 60_000);
  expect((await guest?.look(numberOf(number), email))?.status).toBe(200);
});

test("nor can one address be tried with one number after the other", async () => {
  const guest = await visitor();
  const email = `${crypto.randomUUID()}@example.com`;
  const statuses: number[] = [];
  for (const digit of Array.from({ length: 11 }).keys())
    statuses.push((await guest.look(`JT-90000${digit}`, email)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
});

test("somebody who looks the same order up again and again is never taken for one who guesses", async () => {
  const { number, email } = await book(db);
  const guest = await visitor();
  for (const time of Array.from({ length: 12 }).keys())
    expect([time, (await guest.look(numberOf(number), email)).status]).toEqual([time, 200]);
}, 20_000);

test("what was found can be read for a day, and is then forgotten", async () => {
  const { id, number, email } = await book(db);
  const guest = await visitor();
  await guest.look(numberOf(number), email);
  later(25 * hour);
  expect(await pruneLookups(db, now.at)).toBeGreaterThan(0);
  expect((await guest.see(id)).status).toBe(404);
});

test("what is no number, or no address, is refused as a field", async () => {
  const guest = await visitor();
  for (const [number, email] of [
    ["1001; drop", "mina@example.com"],
    ["JT-0001001", "mina"],
  ] as const)
    expect((await guest.look(number, email)).status).toBe(400);
});
