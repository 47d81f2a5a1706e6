import { expect, test } from "bun:test";

import { uuidv7 } from "@jangteo/shared/id";
import { fulfilments, returns } from "@jangteo/shared/schema/order/sales";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testMailbox } from "@jangteo/shared/testing/mailbox";

import { sendLetters } from "./letters.ts";
import { numberOf } from "./numbers.ts";
import { book } from "./testing/booked.ts";

const { db } = await testDatabase("order");
const { transport, lettersTo } = await testMailbox();
const errors: string[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (message: string, fields?: object) =>
    void errors.push(JSON.stringify({ message, ...fields })),
};
const desk = {
  ...{ db, log, from: "Jangteo <shop@jangteo.example>" },
  storefrontUrl: "https://shop.example",
};
const newEvent = (type: string, payload: object) => ({
  ...{ id: uuidv7(), type: `order.${type}`, payload, traceparent: null },
});
const tell = async (type: string, payload: object) => {
  const event = newEvent(type, payload);
  await sendLetters({ ...desk, transport }, event);
  return event;
};
/** What left the shop of an order. */
const send = async (orderId: string, carrier: string, trackingNumber: string) => {
  const [parcel] = await db
    .insert(fulfilments)
    .values({ orderId, carrier, trackingNumber, state: "shipped" })
    .returning();
  await tell("shipped", { orderId, fulfilmentId: parcel?.id ?? "" });
};
const hangul = /[가-힣]/;

test("the confirmation tells number, lines, totals and address, and leads to the order", async () => {
  const { id, number, email } = await book(db);
  await tell("confirmed", { orderId: id });
  const [letter] = lettersTo(email);
  expect(letter?.subject).toBe(`Jangteo: your order ${numberOf(number)} is paid`);
  for (const said of [
    "Dear Mina Kim,",
    `Order number: ${numberOf(number)}`,
    "Moon <bowl> (White) × 2: ₩76,000",
    "Delivery: ₩3,000",
    "Total: ₩79,000\nTax included: ₩7,182",
    "110 Sejong-daero\nSeoul, 04524\nKR",
    `https://shop.example/en/orders/${id}`,
    `https://shop.example/en/orders/find?number=${numberOf(number)}`,
  ])
    expect(letter?.text).toContain(said);
  expect(letter?.text).not.toMatch(hangul);
});

test("and in Korean, for an order that was placed in Korean", async () => {
  const { id, email } = await book(db, { language: "ko", owner: crypto.randomUUID() });
  await tell("confirmed", { orderId: id });
  const [letter] = lettersTo(email);
  expect(letter?.subject).toMatch(hangul);
  expect(letter?.text).toContain("달 <다완> (백자) × 2: 76,000원");
  expect(letter?.text).toContain(`https://shop.example/ko/orders/${id}`);
  expect(letter?.text).not.toContain("orders/find");
});

test("what people typed is text in a letter, and opening one fetches nothing", async () => {
  const name = `<img src="https://evil.example/x"> & 'Mina'`;
  const { shippingAddress } = await book(db);
  const { id, email } = await book(db, { shippingAddress: { ...shippingAddress, name } });
  await tell("confirmed", { orderId: id });
  await send(id, "<b>CJ</b>", "<i>1</i>");
  for (const { text, html } of lettersTo(email)) {
    expect(text).toContain(`Dear ${name},`);
    expect(String(html)).not.toMatch(/<(img|b|i|bowl)\b|<[^>]*src=|url\(/);
  }
  expect(lettersTo(email).length).toBe(2);
});

test("each step after the purchase is told: sent, cancelled, paid back", async () => {
  for (const language of ["en", "ko"] as const) {
    const { id, email } = await book(db, { language, state: "cancelled" });
    await send(id, "CJ", "6812-33");
    await tell("cancelled", { orderId: id });
    await tell("refunded", { orderId: id, amount: 38_000 });
    await tell("placed", { orderId: id });
    const [shipped, cancelled, refunded, ...more] = lettersTo(email).map(({ text }) => text);
    expect(shipped).toContain("CJ");
    expect(shipped).toContain("6812-33");
    expect(cancelled).toContain(language === "en" ? "goes back" : "돌려 드립니다");
    expect(refunded).toContain(language === "en" ? "₩38,000" : "38,000원");
    expect(more).toEqual([]);
  }
});

test("a parcel that arrived is told with the way to a return, and to members with the way to a review", async () => {
  const guest = await book(db, { language: "ko" });
  await tell("delivered", { orderId: guest.id, fulfilmentId: uuidv7() });
  const [toGuest] = lettersTo(guest.email);
  expect(toGuest?.subject).toContain("도착했습니다");
  expect(toGuest?.text).toContain("14일");
  expect(toGuest?.text).not.toContain("/account/reviews");
  const member = await book(db, { owner: crypto.randomUUID() });
  await tell("delivered", { orderId: member.id, fulfilmentId: uuidv7() });
  const [toMember] = lettersTo(member.email);
  expect(toMember?.text).toContain("https://shop.example/en/account/reviews");
  expect(toMember?.text).not.toMatch(hangul);
});

test("what becomes of a return is told, and why it was turned down", async () => {
  for (const language of ["en", "ko"] as const) {
    const { id: orderId, email } = await book(db, { language });
    const note = "유약이 벗겨졌습니다 <b>";
    const [back] = await db.insert(returns).values({ orderId, note }).returning();
    const told = { orderId, returnId: back?.id ?? "" };
    for (const step of ["requested", "approved", "received", "rejected"])
      await tell(`return_${step}`, told);
    const [approved, rejected, ...more] = lettersTo(email);
    expect(approved?.text).toContain(language === "en" ? "send back" : "보내 주세요");
    expect(rejected?.text).toContain(note);
    expect(more).toEqual([]);
  }
});

test("an order that was never paid is cancelled without a word of money that goes back", async () => {
  const { id, email } = await book(db, { captured: 0, paymentState: "voided", state: "cancelled" });
  await tell("cancelled", { orderId: id });
  expect(lettersTo(email)[0]?.text).toContain("no money was taken");
});

test("an event that is told again sends nothing more, and at the same time the same Message-ID", async () => {
  const { id, email } = await book(db);
  const event = newEvent("confirmed", { orderId: id });
  const deliver = () => sendLetters({ ...desk, transport }, event);
  await Promise.all([deliver(), deliver()]);
  await deliver();
  const ids = lettersTo(email).map(({ messageId }) => messageId);
  expect(ids.length).toBeLessThanOrEqual(2);
  expect(new Set(ids)).toEqual(new Set([`<${event.id}.0@shop.example>`]));
});

test("an address that its mail server refuses for good is not tried again, and is told without it", async () => {
  const { id, email } = await book(db);
  const tries: unknown[] = [];
  const refusing = {
    sendMail: async (mail: object) => {
      tries.push(mail);
      throw Object.assign(new Error(`550 <${email}> unknown`), {
        code: "EENVELOPE",
        responseCode: 550,
      });
    },
  };
  const event = newEvent("confirmed", { orderId: id });
  await sendLetters({ ...desk, transport: refusing }, event);
  await sendLetters({ ...desk, transport: refusing }, event);
  expect(tries.length).toBe(1);
  expect(errors.filter((line) => line.includes(event.id)).length).toBe(1);
  expect(errors.join("")).not.toContain(email);
});

test("a mail server that cannot take it now is tried again", async () => {
  const { id, email } = await book(db);
  const away = {
    sendMail: async () => {
      throw Object.assign(new Error("451 later"), { code: "EENVELOPE", responseCode: 451 });
    },
  };
  const event = newEvent("confirmed", { orderId: id });
  expect(sendLetters({ ...desk, transport: away }, event)).rejects.toThrow("later");
  await sendLetters({ ...desk, transport }, event);
  expect(lettersTo(email).length).toBe(1);
});
