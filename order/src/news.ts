import { z } from "@hono/zod-openapi";
import type { Clock } from "@jangteo/shared/clock";
import type { Db } from "@jangteo/shared/database";
import { followEvents } from "@jangteo/shared/follow";
import type { Log } from "@jangteo/shared/log";
import { startConsumer } from "@jangteo/shared/stream";
import type { Redis } from "ioredis";

import type { Catalogue } from "./catalogue.ts";
import { noticeRefund } from "./comparing.ts";
import { forgetMember } from "./forgetting.ts";
import { hurry } from "./steps.ts";

const AboutProduct = z.object({ productId: z.uuid() });
const AboutMember = z.object({ memberId: z.uuid() });
const AboutCheckout = z.object({ checkoutId: z.uuid() });

/** Forgets what the catalogue changed. */
export const followCatalogue = (redis: Redis, catalogue: Catalogue, log: Log) =>
  followEvents({
    ...{ redis, service: "product", log },
    handle: ({ payload }) => {
      const { data } = AboutProduct.safeParse(payload);
      if (data) catalogue.forget(data.productId);
    },
    missed: catalogue.forgetAll,
  });

/**
 * Has the recoverer look at a checkout whose payment changed, so that an order comes of it also when
 * its payer never returns, and an order at money that was given back elsewhere. Looking twice changes
 * nothing.
 */
export const followPayments = (redis: Redis, db: Db, clock: Clock, log: Log) =>
  startConsumer({
    ...{ redis, service: "payment", group: "order", log },
    handle: async ({ id: eventId, type, payload }) => {
      const { data } = AboutCheckout.safeParse(payload);
      if (!data) return;
      await hurry(db, data.checkoutId, clock());
      if (type === "payment.refunded") await noticeRefund(db, { eventId, ...data }, clock());
    },
  });

/** Forgets members who were erased; tried for days, since nobody would do it afterwards. */
export const followMembers = (redis: Redis, db: Db, clock: Clock, log: Log) =>
  startConsumer({
    ...{ redis, service: "member", group: "order", log, tries: 50_000 },
    handle: async ({ id, type, payload }) => {
      if (type !== "member.erased") return;
      await forgetMember(db, AboutMember.parse(payload).memberId, id, clock());
    },
  });
