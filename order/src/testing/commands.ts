import { expect } from "bun:test";

import fc from "fast-check";

import type { Checkout } from "../contract.ts";
import { expectSame, giveBack, isEmpty, isHeld, placed, type Model, type Real } from "./model.ts";

type Command = fc.AsyncCommand<Model, Real>;
type Does = Omit<Command, "toString"> & { called: string };

/** Does something to both, and expects the one to be as the other says. */
const command = ({ called, check, run }: Does): Command => ({
  check,
  run: async (model, real) => {
    await run(model, real);
    await expectSame(model, real);
  },
  toString: () => called,
});

const thing = fc.nat(2);
const some = fc.integer({ min: 1, max: 4 });
const anytime = () => true;
const statusOf = async (reply: Promise<Response>) => (await reply).status;
const unitsOf = ({ units }: Model, at: number) => units[at] ?? 0;
const mayHave = (model: Model, at: number, count: number) =>
  !isHeld(model) && count <= (model.left[at] ?? 0);
const lineOf = async ({ mina, variants }: Real, at: number) => {
  const { lines } = await mina.cart();
  return lines.find(({ variantId }) => variantId === variants[at])?.id ?? "";
};
const idOf = ({ checkout }: Real) => checkout?.id ?? "";

const add = fc.tuple(thing, some).map(([at, count]) =>
  command({
    called: `add ${count} of ${at}`,
    check: anytime,
    run: async (model, { mina, variants }) => {
      const sum = unitsOf(model, at) + count;
      const may = mayHave(model, at, sum);
      expect(await statusOf(mina.add(variants[at] ?? "", count))).toBe(may ? 200 : 409);
      if (may) model.units[at] = sum;
    },
  }),
);

const change = fc.tuple(thing, some).map(([at, count]) =>
  command({
    called: `have ${count} of ${at}`,
    check: (model) => unitsOf(model, at) > 0,
    run: async (model, real) => {
      const may = mayHave(model, at, count);
      const changed = real.mina.change(await lineOf(real, at), count);
      expect(await statusOf(changed)).toBe(may ? 200 : 409);
      if (may) model.units[at] = count;
    },
  }),
);

const remove = thing.map((at) =>
  command({
    called: `remove ${at}`,
    check: (model) => unitsOf(model, at) > 0,
    run: async (model, real) => {
      const may = !isHeld(model);
      const removed = real.mina.remove(await lineOf(real, at));
      expect(await statusOf(removed)).toBe(may ? 200 : 409);
      if (may) model.units[at] = 0;
    },
  }),
);

const coupon = fc.constant(
  command({
    called: "use the coupon",
    check: (model) => !isEmpty(model),
    run: async (model, { mina, code }) => {
      expect(await statusOf(mina.useCoupon(code))).toBe(isHeld(model) ? 409 : 200);
      if (!isHeld(model)) model.coupon = true;
    },
  }),
);

const start = fc.constant(
  command({
    called: "start",
    check: anytime,
    run: async (model, real) => {
      const reply = await real.mina.call("/v1/checkouts", { method: "POST" });
      expect(reply.status).toBe(isEmpty(model) ? 409 : 201);
      if (isEmpty(model)) return;
      const checkout = (await reply.json()) as Checkout;
      if (model.checkout !== "none") expect(checkout.id).toBe(idOf(real));
      if (model.checkout === "none") model.checkout = "open";
      real.checkout = checkout;
    },
  }),
);

const say = fc.constant(
  command({
    called: "say",
    check: ({ checkout }) => checkout !== "none",
    run: async (model, { mina, checkout }) => {
      const said = await mina.tell(checkout?.id ?? "");
      expect(said.status).toBe(model.checkout === "open" ? 200 : 409);
      model.said = true;
    },
  }),
);

const complete = fc.constant(
  command({
    called: "complete",
    check: ({ checkout }) => checkout !== "none",
    run: async (model, real) => {
      const { mina } = real;
      const reply = await mina.complete(await mina.checkout(idOf(real)));
      const before = model.checkout;
      const refused = before === "open" && (isEmpty(model) || !model.said);
      const decided = before === "paid" || before === "declined";
      expect(reply.status).toBe(refused ? 409 : decided ? 200 : 202);
      if (refused) return;
      const checkout = (await reply.json()) as Checkout;
      if (before === "open") {
        model.left = model.left.map((count, at) => count - unitsOf(model, at));
        Object.assign(model, { checkout: "waiting" });
      }
      if (before === "declined") giveBack(model);
      if (before === "paid") {
        placed(model);
        real.bought.push(checkout);
      }
      if (decided) expect(checkout.state).toBe(before === "paid" ? "completed" : "failed");
      real.checkout = checkout;
    },
  }),
);

const payBy = (called: "pay" | "decline", card: string) =>
  fc.constant(
    command({
      called,
      check: ({ checkout }) => checkout === "waiting",
      run: async (model, { mina, checkout }) => {
        if (checkout) await mina.pay(checkout, card);
        model.checkout = called === "pay" ? "paid" : "declined";
      },
    }),
  );

const cancel = fc.constant(
  command({
    called: "cancel",
    check: ({ checkout }) => checkout !== "none",
    run: async (model, real) => {
      const ended = (await (await real.mina.cancel(idOf(real))).json()) as Checkout;
      expect(ended.state).toBe(model.checkout === "paid" ? "completed" : "cancelled");
      if (model.checkout === "paid") {
        placed(model);
        real.bought.push(ended);
      } else if (model.checkout === "open") model.checkout = "none";
      else giveBack(model);
    },
  }),
);

/** What a shopper may do, what leads to an order more often. */
export const doings = [
  ...[add, add, change, remove, coupon, start, start, say, say],
  ...[complete, complete, complete, payBy("pay", "4242424242424242")],
  ...[payBy("decline", "4000000000000002"), cancel],
];
