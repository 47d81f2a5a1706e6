import { versionIn } from "@jangteo/shared/etag";

import * as deliveriesContract from "../contract/webhook-deliveries.ts";
import * as contract from "../contract/webhook-subscriptions.ts";
import * as deliveries from "../webhooks/deliveries.ts";
import type { Sealing } from "../webhooks/sealing.ts";
import * as subscriptions from "../webhooks/subscriptions.ts";
import type { Targets } from "../webhooks/targets.ts";
import { etag, noStore, type App, type Parts } from "./parts.ts";

type Needed = Pick<Parts, "db" | "clock" | "once" | "onceAfter"> & {
  sealing: Sealing;
  targets: Targets;
};

const shown = (found: unknown) => {
  const subscription = contract.WebhookSubscription.parse(found);
  return [subscription, etag(subscription.version)] as const;
};
const { WebhookDelivery } = deliveriesContract;

export const webhookRoutes = (app: App, parts: Needed) => {
  const { db, clock, once, onceAfter, sealing, targets } = parts;
  /** Answers are kept under their key without the secret, which is put in as they leave. */
  const secretIn = async (reply: Response) => {
    const body: unknown = await reply.clone().json();
    const { secretId } = contract.WebhookSecret.parse(body);
    return { body, secret: await subscriptions.openSecret(db, sealing, secretId, clock()) };
  };

  app.openapi(contract.listWebhookSubscriptions, async (c) => {
    const found = await subscriptions.listSubscriptions(db, c.req.valid("query"), clock());
    const items = found.items.map((one) => contract.WebhookSubscription.parse(one));
    return c.json({ items, next: found.next }, 200, noStore);
  });
  app.openapi(contract.getWebhookSubscription, async (c) => {
    const { id } = c.req.valid("param");
    const [found, tag] = shown(await subscriptions.findSubscription(db, id, clock()));
    return c.json(found, 200, tag);
  });
  app.openapi(contract.addWebhookSubscription, async (c) => {
    const wanted = c.req.valid("json");
    const reply = await onceAfter(
      c,
      () => subscriptions.requireTarget(targets, wanted.url),
      async (tx) => {
        const added = await subscriptions.addSubscription(tx, sealing, wanted, clock());
        const kept = contract.SubscribedWebhook.parse({ ...added, secret: null });
        return c.json(kept, 201, etag(kept.version));
      },
    );
    if (reply.status !== 201) return reply;
    const { body, secret } = await secretIn(reply);
    const told = contract.SubscribedWebhook.parse({ ...Object(body), secret });
    return c.json(told, 201, Object.fromEntries(reply.headers));
  });
  app.openapi(contract.changeWebhookSubscription, (c) => {
    const { id } = c.req.valid("param");
    const change = c.req.valid("json");
    const seen = { id, version: versionIn(c.req.valid("header")["if-match"]) };
    return onceAfter(
      c,
      () => subscriptions.requireTarget(targets, change.url),
      async (tx) => {
        const changed = await subscriptions.changeSubscription(tx, seen, change, clock());
        const [found, tag] = shown(changed);
        return c.json(found, 200, tag);
      },
    );
  });
  app.openapi(contract.removeWebhookSubscription, async (c) => {
    await subscriptions.removeSubscription(db, c.req.valid("param").id);
    return c.body(null, 204);
  });
  app.openapi(contract.addWebhookSecret, async (c) => {
    const { id } = c.req.valid("param");
    const { overlapHours } = c.req.valid("json");
    const reply = await once(c, async (tx) => {
      const wanted = { id, overlapHours };
      const added = await subscriptions.replaceSecret(tx, sealing, wanted, clock());
      return c.json(contract.WebhookSecret.parse({ ...added, secret: null }), 201, noStore);
    });
    if (reply.status !== 201) return reply;
    const { body, secret } = await secretIn(reply);
    const told = contract.WebhookSecret.parse({ ...Object(body), secret });
    return c.json(told, 201, Object.fromEntries(reply.headers));
  });

  app.openapi(deliveriesContract.listWebhookDeliveries, async (c) => {
    const { id } = c.req.valid("param");
    const found = await deliveries.listDeliveries(db, id, c.req.valid("query"), clock());
    const items = found.items.map((one) => WebhookDelivery.parse(one));
    return c.json({ items, next: found.next }, 200, noStore);
  });
  app.openapi(deliveriesContract.getWebhookDelivery, async (c) => {
    const found = await deliveries.findDelivery(db, c.req.valid("param").id);
    return c.json(WebhookDelivery.parse(found), 200, noStore);
  });
  app.openapi(deliveriesContract.replayWebhookDeliveries, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      const since = new Date(c.req.valid("json").since);
      const count = await deliveries.replayFailed(tx, id, since, clock());
      return c.json(deliveriesContract.Replayed.parse({ deliveries: count }), 202, noStore);
    }),
  );
  app.openapi(deliveriesContract.replayWebhookDelivery, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      return c.json(
        WebhookDelivery.parse(await deliveries.replayDelivery(tx, id, clock())),
        202,
        noStore,
      );
    }),
  );
  app.openapi(deliveriesContract.pingWebhookSubscription, (c) =>
    once(c, async (tx) => {
      const { id } = c.req.valid("param");
      return c.json(
        WebhookDelivery.parse(await deliveries.pingSubscription(tx, id, clock())),
        202,
        noStore,
      );
    }),
  );
};
