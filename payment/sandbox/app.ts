import { z } from "@hono/zod-openapi";
import { systemClock, type Clock } from "@jangteo/shared/clock";
import type { Log } from "@jangteo/shared/log";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import { createApi } from "./api.ts";
import type { Charge } from "./charge.ts";
import { createDesk } from "./desk.ts";
import { openJournal } from "./journal.ts";
import { bankPage, cardPage, gonePage, page } from "./pages.ts";
import { createSwitches } from "./switches.ts";
import { createWebhooks } from "./webhooks.ts";

type Options = {
  file: string;
  publicUrl: string;
  apiKey: string;
  webhook: { url: string; secret: string };
  log: Log;
  clock?: Clock;
};

const Form = z.object({ number: z.string(), answer: z.string() }).partial();

/** Where the payer goes next: a page, or back to the shop. */
const next = ({ id, state, returnUrl }: Charge) => {
  const here = { pending: `/pay/${id}`, challenged: `/pay/${id}/verification` } as const;
  const location = state === "pending" || state === "challenged" ? here[state] : returnUrl;
  return new Response(null, { status: 303, headers: { location } });
};
const gone = (accepted = "") => page(gonePage(accepted.startsWith("en") ? "en" : "ko"), 404);

/** A payment provider to practise with: an API for merchants, and pages for those who pay. */
export const createSandbox = (options: Options) => {
  const { file, publicUrl, apiKey, webhook, log, clock = systemClock } = options;
  const journal = openJournal(file);
  const switches = createSwitches();
  const webhooks = createWebhooks({ journal, switches, log, ...webhook });
  const desk = createDesk({ journal, webhooks, publicUrl, clock });
  for (const event of journal.waiting.values()) webhooks.send(event);

  const app = new Hono();
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.get("/readyz", (c) => c.json({ status: "ok" }));
  app.route("/v1", createApi({ desk, switches, webhooks, apiKey }));

  app.get("/pay/:id", (c) => {
    const charge = desk.find(c.req.param("id"));
    if (!charge) return gone(c.req.header("accept-language"));
    return charge.state === "pending"
      ? page(cardPage(charge, false), 200, charge.returnUrl)
      : next(charge);
  });
  app.get("/pay/:id/verification", (c) => {
    const charge = desk.find(c.req.param("id"));
    if (!charge) return gone(c.req.header("accept-language"));
    return charge.state === "challenged"
      ? page(bankPage(charge), 200, charge.returnUrl)
      : next(charge);
  });
  app.post("/pay/:id/:act?", async (c) => {
    const { id, act = "payment" } = c.req.param();
    const charge = desk.find(id);
    if (!charge) return gone(c.req.header("accept-language"));
    const { number = "", answer } = Form.parse(await c.req.parseBody());
    const acts = new Map([
      ["payment", () => desk.pay(charge, number)],
      ["verification", () => desk.confirm(charge, answer === "yes")],
      ["cancellation", () => desk.cancel(charge)],
    ]);
    const made = acts.get(act)?.();
    if (made && "refused" in made && made.refused === "unknown_card")
      return page(cardPage(charge, true), 422, charge.returnUrl);
    return next(desk.find(id) ?? charge);
  });
  app.notFound((c) => gone(c.req.header("accept-language")));
  app.onError((error) => {
    log.error("The sandbox failed", { error: error.message });
    return new Response("Something went wrong\n", { status: 500 });
  });
  return app;
};
