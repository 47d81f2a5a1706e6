import { expect, test } from "bun:test";

import fc from "fast-check";

import { testOrderService } from "./testing.ts";
import { testBooks } from "./testing/books.ts";
import { testSales } from "./testing/sales.ts";

const service = await testOrderService();
const books = testBooks(service);
const { call, read, bought, carried } = await testSales(service);

type Bought = Awaited<ReturnType<typeof bought>>;
/** What a simple shop would remember of one line of so many units. */
type Model = {
  cancelled: boolean;
  planned: number[];
  sent: number[];
  shipped: number;
  delivered: number;
  asked: number;
  wishes: { units: number; at: "requested" | "approved" | "received" }[];
  returned: number;
};
const units = 3;
const price = 9_999;

const steps = {
  plan: async (model: Model, { id, line }: Bought, quantity: number) => {
    const reply = await call(`/${id}/fulfilments`, { lines: [{ lineId: line, quantity }] });
    const busy = model.planned.reduce((sum, one) => sum + one, 0) + model.shipped;
    const may = !model.cancelled && model.delivered < units && busy + quantity <= units;
    if (may) model.planned.push(quantity);
    return [reply.status, may];
  },
  ship: async (model: Model, { id }: Bought) => {
    const { fulfilments } = await read(id);
    const [next] = fulfilments.filter(({ state }) => state === "pending");
    if (!next) return [200, true];
    const reply = await call(`/${id}/fulfilments/${next.id}/shipment`, carried);
    const quantity = model.planned.shift() ?? 0;
    model.sent.push(quantity);
    model.shipped += quantity;
    return [reply.status, true];
  },
  deliver: async (model: Model, { id }: Bought) => {
    const { fulfilments } = await read(id);
    const [next] = fulfilments.filter(({ state }) => state === "shipped");
    if (!next) return [200, true];
    const reply = await call(`/${id}/fulfilments/${next.id}/delivery`, {});
    model.delivered += model.sent.shift() ?? 0;
    return [reply.status, true];
  },
  cancel: async (model: Model, { id, guest }: Bought) => {
    const reply = await guest.call(`/v1/orders/${id}/cancellation`, { body: {} });
    const may = !model.cancelled && model.shipped === 0;
    if (may) Object.assign(model, { cancelled: true, planned: [] });
    return [reply.status, may];
  },
  ask: async (model: Model, { id, line, guest }: Bought, quantity: number) => {
    const lines = [{ lineId: line, quantity, reason: "Too small" }];
    const reply = await guest.call(`/v1/orders/${id}/returns`, { body: { lines } });
    const may = !model.cancelled && model.asked + quantity <= model.delivered;
    if (may) model.asked += quantity;
    if (may) model.wishes.push({ units: quantity, at: "requested" });
    return [reply.status === 201 ? 200 : reply.status, may];
  },
  decide: async (model: Model, { id }: Bought, quantity: number) => {
    const [wish] = model.wishes;
    const open = (await read(id)).returns.find(({ state }) =>
      ["requested", "approved", "received"].includes(state),
    );
    if (!wish || !open) return [200, true];
    const to = { requested: "approval", approved: "receipt", received: "refund" } as const;
    const body = wish.at === "approved" ? { sellable: quantity > 1 } : {};
    const reply = await call(`/${id}/returns/${open.id}/${to[wish.at]}`, body);
    if (wish.at === "approved") model.returned += wish.units;
    if (wish.at === "received") model.wishes.shift();
    else wish.at = wish.at === "requested" ? "approved" : "received";
    return [reply.status, true];
  },
  refund: async (_model: Model, { id }: Bought, quantity: number) => {
    const { refundable, state } = await read(id);
    const amount = quantity * 7_001;
    const reply = await call(`/${id}/refunds`, { amount, reason: "Late" });
    return [reply.status, state !== "cancelled" && amount <= refundable];
  },
};

const command = fc.record({
  kind: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  quantity: fc.integer({ min: 1, max: units }),
});

test("whatever is cancelled, sent, returned and refunded in any order, units and money never exceed what was bought", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 14 }), async (commands) => {
      const order = await bought({ units, won: price });
      const model: Model = {
        ...{ cancelled: false, planned: [], sent: [], shipped: 0, delivered: 0 },
        ...{ asked: 0, wishes: [], returned: 0 },
      };
      for (const { kind, quantity } of commands) {
        const [status, may] = await steps[kind](model, order, quantity);
        expect({ kind, done: status === 200 }).toEqual({ kind, done: may === true });
        const { lines, payment, state } = await read(order.id);
        expect(lines[0]).toMatchObject({ shipped: model.shipped, returned: model.returned });
        expect(model.shipped).toBeLessThanOrEqual(units);
        expect(model.returned).toBeLessThanOrEqual(model.shipped);
        expect(payment.refunded.amount).toBeLessThanOrEqual(payment.captured.amount);
        expect(state === "cancelled").toBe(model.cancelled);
        const given = (await books.refunds(order.id)).reduce((sum, one) => sum + one, 0);
        expect(given).toBe(payment.refunded.amount);
      }
      const { onHand = 0, reserved = 0 } = (await books.shelf(order.variant)) ?? {};
      expect(reserved).toBe(model.cancelled ? 0 : units - model.shipped);
      expect(onHand).toBeGreaterThanOrEqual(9 - model.shipped);
      expect(onHand).toBeLessThanOrEqual(9 - model.shipped + model.returned);
    }),
    { numRuns: 6 },
  );
  expect(service.errors).toEqual([]);
}, 240_000);
