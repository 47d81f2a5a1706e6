import * as contract from "../contract.ts";
import { inquire } from "../inquiries.ts";
import { operate } from "../operations.ts";
import { findPayment } from "../payments.ts";
import { startPayment } from "../starts.ts";
import type { App, Parts } from "./parts.ts";

const { Payment } = contract;

export const internalRoutes = (app: App, { desk }: Parts) => {
  app.openapi(contract.startPayment, async (c) =>
    c.json(Payment.parse(await startPayment(desk, c.req.valid("json"))), 201),
  );
  app.openapi(contract.findPayment, async (c) =>
    c.json(Payment.parse(await findPayment(desk.db, c.req.valid("param").id)), 200),
  );
  app.openapi(contract.askProvider, async (c) =>
    c.json(Payment.parse(await inquire(desk, c.req.valid("param").id)), 200),
  );
  app.openapi(contract.captureForOrder, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(Payment.parse(await operate(desk, id, "capture", c.req.valid("json"))), 200);
  });
  app.openapi(contract.voidForOrder, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(Payment.parse(await operate(desk, id, "void", c.req.valid("json"))), 200);
  });
  app.openapi(contract.refundForOrder, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(Payment.parse(await operate(desk, id, "refund", c.req.valid("json"))), 200);
  });
};
