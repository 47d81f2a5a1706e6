import { describe, expect, test } from "bun:test";

import { createGuests } from "./guests";
import { guestIdOf, guestOfForm } from "./handle";
import { createIssuer } from "./issuer";
import { standInAuth } from "./testing";

const secret = "a-secret-of-at-least-32-characters";
const auth = standInAuth();
const issuer = createIssuer({ authUrl: auth.url, clientSecret: "s" });

describe("a guest", () => {
  test("is one person however often the form was sent, and another for another form", () => {
    const form = crypto.randomUUID();
    expect(guestOfForm(secret, form)).toBe(guestOfForm(secret, form));
    expect(guestOfForm(secret, form)).toMatch(/^[\w-]{43}$/);
    expect(guestOfForm(secret, form)).not.toBe(guestOfForm(secret, crypto.randomUUID()));
    expect(guestIdOf(secret, form)).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  test("gets one token for many requests, until it is refused", async () => {
    const guests = createGuests({ issuer, secret });
    const held = await Promise.all(Array.from({ length: 10 }, () => guests.bearer("visitor")));
    expect(new Set(held.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(auth.state.guests).toBe(1);
    const [first] = held;
    if (first?.kind !== "live") throw new Error("no token");
    expect(await guests.bearer("visitor", first.token)).not.toEqual(first);
  });
});
