import { z } from "@hono/zod-openapi";

const kind = z.enum(["create", "capture", "void", "refund", "read"]);

/** How the sandbox misbehaves. */
export const Switches = z
  .strictObject({
    /** Done, and the answer never arrives. */
    lose: z.array(kind),
    /** Not done, and answered 503. */
    down: z.array(kind),
    /** Milliseconds before it does anything. */
    delay: z.int().min(0).max(60_000),
    /** Held ones wait until they are released. */
    webhooks: z.enum(["sent", "lost", "twice", "held"]),
    /** Milliseconds before a webhook leaves. */
    webhookDelay: z.int().min(0).max(600_000),
  })
  .partial();
export type Switches = z.infer<typeof Switches>;
export type Kind = z.infer<typeof kind>;

/** Everything, or one charge by its id. */
export const SwitchChange = z.strictObject({
  scope: z.string().default("*"),
  switches: Switches,
});

export const createSwitches = () => {
  const set = new Map<string, Switches>();
  return {
    change: ({ scope, switches }: z.infer<typeof SwitchChange>) => void set.set(scope, switches),
    of: (chargeId: string): Switches => ({ ...set.get("*"), ...set.get(chargeId) }),
  };
};
export type SwitchBoard = ReturnType<typeof createSwitches>;
