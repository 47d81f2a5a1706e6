import { expect, setDefaultTimeout, test } from "bun:test";

import { insist, openStand, stands, type Shopper } from "./testing.ts";

setDefaultTimeout(300_000);
const stand = await openStand();
const { goods, shopper, chargesOf } = stand;

/** Who is told to come back later does, and not at the same moment as all the others. */
const patience = { pause: 2000, deadline: 90_000 };
const ended = ["completed", "failed", "cancelled"];

/** Why they were refused for good, as a person reads it; undefined when it is only not yet. */
const refused = async (reply: Response) => {
  if (reply.status !== 409) return undefined;
  const { errors } = (await reply.json()) as { errors?: { rule: string }[] };
  return errors && { id: "", state: errors[0]?.rule ?? "" };
};

/** Buys one, as stubbornly as people do; what became of it. */
const buy = async (guest: Shopper, variant: string) => {
  const key = { "idempotency-key": crypto.randomUUID() };
  const added = await insist(async () => {
    const reply = await guest.add(variant, 1, key);
    return reply.status === 200 ? "in the cart" : refused(reply);
  }, patience);
  if (added !== "in the cart") return added;
  const ready = await insist(async () => {
    const checkout = await guest.ready();
    return checkout.missing.length === 0 ? checkout : undefined;
  }, patience);
  const outcome = await insist(async () => {
    const reply = await guest.complete(ready);
    if (reply.status === 409) return refused(reply);
    const now = await stands(reply);
    if (now?.state === "requires_action") await guest.pay(now);
    return now && ended.includes(now.state) ? now : undefined;
  }, patience);
  return { id: ready.id, state: outcome.state };
};

test("of 200 people who want 50 bowls at once, 50 get one and pay for it, and nobody else pays", async () => {
  const bowl = await goods.sell({ won: 38_000, units: 50 });
  const guests = await Promise.all(Array.from({ length: 200 }, () => shopper()));
  const outcomes = await Promise.all(guests.map((guest) => buy(guest, bowl.variant)));
  const told = Object.groupBy(outcomes, ({ state }) => state);
  expect(told["completed"]).toHaveLength(50);
  expect(
    Object.keys(told).filter((state) => !["completed", "failed", "sold_out"].includes(state)),
  ).toEqual([]);
  await stand.atRest();
  const charges = await chargesOf(...outcomes.map(({ id }) => id).filter(Boolean));
  const kept = charges.filter(({ captured, refunded }) => captured > refunded);
  expect(kept).toHaveLength(50);
  await stand.expectNoViolation();
});
