import { languageOf } from "@jangteo/shared/language";

import * as contract from "../contract.ts";
import { listMethods } from "../methods.ts";
import { operate } from "../operations.ts";
import { findOwnPayment, readPage } from "../payments.ts";
import type { App, Parts } from "./parts.ts";

const { Payment } = contract;

/** A key of staff is theirs alone. */
const staffKey = (sub: string, key: string) => `staff:${sub}:${key}`;

export const paymentRoutes = (app: App, { desk, onceByItself }: Parts) => {
  app.openapi(contract.listPaymentMethods, (c) => {
    const language = languageOf(c.req.valid("header")["accept-language"]);
    const items = listMethods(desk.providers, { language, ...c.req.valid("query") });
    return c.json({ items: items.map((one) => contract.PaymentMethod.parse(one)) }, 200, {
      "cache-control": "public, max-age=60",
      vary: "accept-language",
    });
  });
  app.openapi(contract.getPaymentWindow, async (c) => {
    const { page, returnUrl } = await readPage(desk, c.req.valid("param").id);
    if (!page) return c.redirect(returnUrl, 303);
    c.header("content-security-policy", page.policy);
    c.header("cache-control", "no-store");
    c.header("cross-origin-opener-policy", "same-origin");
    return c.html(page.html, 200);
  });
  app.openapi(contract.getPayment, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(Payment.parse(await findOwnPayment(desk.db, id, c.var.identity.sub)), 200);
  });
  const kinds = {
    capture: contract.capturePayment,
    void: contract.voidPayment,
    refund: contract.refundPayment,
  } as const;
  for (const kind of ["capture", "void", "refund"] as const)
    app.openapi(kinds[kind], (c) => {
      const { id } = c.req.valid("param");
      const key = staffKey(c.var.identity.sub, c.req.valid("header")["idempotency-key"]);
      return onceByItself(c, async () =>
        c.json(Payment.parse(await operate(desk, id, kind, { key, ...c.req.valid("json") })), 200),
      );
    });
};
