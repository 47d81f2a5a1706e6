import { z } from "@hono/zod-openapi";
import type { Db } from "@jangteo/shared/database";
import { prepared } from "@jangteo/shared/prepared";
import { AppError } from "@jangteo/shared/problem";
import { payments, providerEvents } from "@jangteo/shared/schema/payment/payments";
import { and, eq, or, sql } from "drizzle-orm";

import { isNews } from "./charges.ts";
import type { Desk } from "./desk.ts";
import { synchronise } from "./inquiries.ts";
import type { ProviderName } from "./providers/provider.ts";

const isOurs = z.uuid();
const { placeholder } = sql;

/** The payment that an event is about, by the provider's name for it or by ours, and whether it was told before. */
const finding = (db: Db) => {
  const known = db
    .select({ id: providerEvents.id })
    .from(providerEvents)
    .where(
      and(
        eq(providerEvents.provider, placeholder("provider")),
        eq(providerEvents.eventId, placeholder("eventId")),
      ),
    );
  return db
    .select({ isKnown: sql<boolean>`exists ${known}`, payment: payments })
    .from(sql`(select 1) as one`)
    .leftJoin(
      payments,
      and(
        eq(payments.provider, placeholder("provider")),
        or(
          eq(payments.providerRef, placeholder("ref")),
          eq(payments.id, sql`${placeholder("paymentId")}::uuid`),
        ),
      ),
    );
};

const noting = (db: Db) =>
  db
    .insert(providerEvents)
    .values({
      ...{ provider: placeholder("provider"), eventId: placeholder("eventId") },
      ...{ type: placeholder("type"), providerRef: placeholder("ref") },
      outcome: placeholder("outcome"),
    })
    .onConflictDoNothing();

/**
 * Takes in what a provider tells. It says only that something happened: how the payment stands is
 * asked at the provider, so that a late, repeated or reordered event can change nothing back. Where an event
 * says no more than is known, nobody is asked.
 */
export const receive = async (
  desk: Desk,
  name: ProviderName,
  { rawBody, headers }: { rawBody: string; headers: Headers },
) => {
  const provider = desk.providers[name];
  if (!provider) throw new AppError("not_found", "No such provider");
  const told = await provider.readWebhook(rawBody, headers, desk.clock()).catch((cause) => {
    throw new AppError("unavailable", "The event cannot be read right now", { cause });
  });
  if (!told) throw new AppError("unauthenticated", "The signature is not good, or too old");
  const { db } = desk;
  const { eventId, type, ref, charge } = told;
  const paymentId = isOurs.safeParse(told.paymentId).data ?? null;
  const [found] = await prepared(db, "told of", () => finding(db).prepare("told_of")).execute({
    ...{ provider: name, eventId, ref, paymentId },
  });
  if (found?.isKnown) return;
  const row = found?.payment;
  const mayBeNews = row && (charge === undefined || isNews(row, charge));
  const changed = mayBeNews && (await synchronise(desk, row));
  await prepared(db, "note an event", () => noting(db).prepare("note_event")).execute({
    ...{ provider: name, eventId, type, ref },
    outcome: row ? (changed ? "applied" : "stale") : "unknown",
  });
};
