import type { Db } from "@jangteo/shared/database";
import { languageOf } from "@jangteo/shared/language";
import { invalidField } from "@jangteo/shared/problem";

import { abandon } from "../abandoning.ts";
import { agree } from "../agreeing.ts";
import { ownerOf } from "../carts.ts";
import {
  changeCheckout,
  findCheckout,
  findOutcome,
  startCheckout,
  type FoundCheckout,
} from "../checkouts.ts";
import * as contract from "../contract.ts";
import { showAgreed, showCheckout } from "../shown-checkouts.ts";
import type { Outcome } from "../steps.ts";
import { etag, versionOf, type App, type Parts } from "./parts.ts";

/** Whether nothing more will come of it, so that the answer may be kept. */
const isDecided = ({ state }: contract.Checkout) =>
  ["completed", "failed", "cancelled"].includes(state);

export const checkoutRoutes = (app: App, parts: Parts) => {
  const { db, once, onceByItself, clock, catalogue, saga, shop } = parts;
  const show = async (tx: Db, found: FoundCheckout, accepted: string | undefined) => {
    const asked = { language: languageOf(accepted), now: clock() };
    return contract.Checkout.parse(await showCheckout(tx, catalogue, found, asked));
  };

  /** What the saga made of a checkout; where that does not tell all of it, it is read. */
  const showOutcome = async (
    outcome: Outcome | undefined,
    { id, owner }: { id: string; owner: string },
    accepted: string | undefined,
  ) => {
    const { row, number = null } = outcome ?? {};
    const isTold = row?.snapshot && (row.orderId === null || number !== null);
    return isTold
      ? contract.Checkout.parse(showAgreed({ checkout: row, number }, languageOf(accepted)))
      : show(db, await findCheckout(db, id, owner), accepted);
  };

  app.openapi(contract.startCheckout, (c) =>
    once(c, async (tx) => {
      const accepted = c.req.valid("header")["accept-language"];
      const owner = ownerOf(c.var.identity);
      const started = { owner, language: languageOf(accepted), now: clock() };
      const checkout = await show(tx, await startCheckout(tx, started), accepted);
      return c.json(checkout, 201, etag(checkout.version));
    }),
  );
  app.openapi(contract.getCheckout, async (c) => {
    const { id } = c.req.valid("param");
    const accepted = c.req.valid("header")["accept-language"];
    const checkout = await show(db, await findCheckout(db, id, ownerOf(c.var.identity)), accepted);
    return c.json(checkout, 200, etag(checkout.version));
  });
  app.openapi(contract.changeCheckout, (c) =>
    once(c, async (tx) => {
      const headers = c.req.valid("header");
      const { id } = c.req.valid("param");
      const owner = ownerOf(c.var.identity);
      const version = versionOf(headers["if-match"]);
      const said = c.req.valid("json");
      const changed = await changeCheckout(tx, { id, owner, version, now: clock(), said });
      const checkout = await show(tx, changed, headers["accept-language"]);
      return c.json(checkout, 200, etag(checkout.version));
    }),
  );
  app.openapi(contract.completeCheckout, (c) => {
    const { id } = c.req.valid("param");
    const accepted = c.req.valid("header")["accept-language"];
    const owner = ownerOf(c.var.identity);
    const { total, returnUrl } = c.req.valid("json");
    if (new URL(returnUrl).origin !== shop)
      throw invalidField("/returnUrl", "foreign", "must be on the shop's origin");
    return onceByItself(
      c,
      async () => {
        const agreement = { id, owner, total, returnUrl, now: clock(), lease: saga.lease };
        const begun = await agree(db, catalogue, agreement);
        const outcome = await (begun ? saga.begin(begun) : saga.advance(id));
        const checkout = await showOutcome(outcome, { id, owner }, accepted);
        return c.json(checkout, isDecided(checkout) ? 200 : 202, etag(checkout.version));
      },
      ({ status }) => status === 200,
    );
  });
  app.openapi(contract.cancelCheckout, async (c) => {
    const { id } = c.req.valid("param");
    const accepted = c.req.valid("header")["accept-language"];
    const owner = ownerOf(c.var.identity);
    await abandon(db, { id, owner }, clock());
    await saga.advance(id);
    const checkout = await show(db, await findCheckout(db, id, owner), accepted);
    return c.json(checkout, isDecided(checkout) ? 200 : 202, etag(checkout.version));
  });
  app.openapi(contract.getOutcome, async (c) => {
    const outcome = await findOutcome(db, c.req.valid("param").id);
    return c.json(contract.CheckoutOutcome.parse(outcome), 200);
  });
};
