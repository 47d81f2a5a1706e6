import { timingSafeEqual, createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { z } from "@hono/zod-openapi";
import { Hono, type Context } from "hono";

import { NewCharge, Step, steps, type StepName } from "./charge.ts";
import type { Desk } from "./desk.ts";
import { SwitchChange, type Kind, type SwitchBoard } from "./switches.ts";
import type { Webhooks } from "./webhooks.ts";

type Options = { desk: Desk; switches: SwitchBoard; webhooks: Webhooks; apiKey: string };
type Reply = { status: number; body: unknown };

const hash = (value: string) => createHash("sha256").update(value).digest();
const answer = ({ status, body }: Reply) => Response.json(body, { status });
const refuse = (status: number, error: string) => answer({ status, body: { error } });
const isStep = (name: string): name is StepName => name in steps;
const Listing = z.object({
  reference: z.string().optional(),
  since: z.iso.datetime().optional(),
});
const stepOf: Record<string, string> = { captures: "capture", voids: "void", refunds: "refund" };

/** The part for merchants: JSON, a secret key, an Idempotency-Key on everything that changes something. */
export const createApi = ({ desk, switches, webhooks, apiKey }: Options) => {
  const api = new Hono();
  const expected = hash(`Bearer ${apiKey}`);

  api.use(async (c, next) => {
    const given = hash(c.req.header("authorization") ?? "");
    return timingSafeEqual(given, expected) ? next() : refuse(401, "bad_api_key");
  });

  /** Does the work, as badly as the switches ask for. */
  const badly = async (c: Context, kind: Kind, scope: string, work: () => Reply) => {
    const { delay = 0, down = [], lose = [] } = switches.of(scope);
    await pause(delay);
    if (down.includes(kind)) return refuse(503, "down");
    const reply = work();
    if (!lose.includes(kind)) return answer(reply);
    const gone = Promise.withResolvers<Response>();
    c.req.raw.signal.addEventListener("abort", () => gone.resolve(refuse(499, "gone")));
    return gone.promise;
  };

  const keyed = async <S extends z.ZodType>(c: Context, schema: S) => {
    const key = c.req.header("idempotency-key");
    const text = await c.req.text();
    const body = schema.safeParse(JSON.parse(text || "null"));
    if (key === undefined || !body.success) return undefined;
    const fingerprint = hash(`${c.req.path}\n${text}`).toString("base64url");
    return { call: { key, fingerprint }, body: body.data };
  };

  api.post("/charges", async (c) => {
    const asked = await keyed(c, NewCharge);
    if (!asked) return refuse(400, "malformed");
    return badly(c, "create", "*", () => desk.create(asked.call, asked.body));
  });
  api.get("/charges", (c) => {
    const query = Listing.safeParse(c.req.query());
    if (!query.success) return refuse(400, "malformed");
    return badly(c, "read", "*", () => ({ status: 200, body: { items: desk.list(query.data) } }));
  });
  api.get("/charges/:id", (c) => {
    const id = c.req.param("id");
    return badly(c, "read", id, () => {
      const charge = desk.find(id);
      return charge
        ? { status: 200, body: charge }
        : { status: 404, body: { error: "no_such_charge" } };
    });
  });
  api.post("/charges/:id/:step", async (c) => {
    const { id, step } = c.req.param();
    const name = stepOf[step] ?? "";
    const asked = await keyed(c, Step);
    if (!isStep(name)) return refuse(404, "no_such_step");
    if (!asked) return refuse(400, "malformed");
    return badly(c, name, id, () => desk.step(asked.call, id, name, asked.body));
  });

  api.put("/test/switches", async (c) => {
    const change = SwitchChange.safeParse(await c.req.json());
    if (!change.success) return refuse(400, "malformed");
    switches.change(change.data);
    return c.body(null, 204);
  });
  api.post("/test/webhooks/release", async (c) => c.json({ released: await webhooks.release() }));

  api.onError(() => refuse(400, "malformed"));
  return api;
};
