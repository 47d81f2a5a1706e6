import { z } from "@hono/zod-openapi";
import { AppError } from "@jangteo/shared/problem";
import { payments, providerEvents } from "@jangteo/shared/schema/payment/payments";
import { and, eq, or } from "drizzle-orm";

import type { Desk } from "./desk.ts";
import { synchronise } from "./inquiries.ts";
import type { ProviderName, Told } from "./providers/provider.ts";

const isOurs = z.uuid();

const paymentTold = async ({ db }: Desk, provider: ProviderName, { ref, paymentId }: Told) => {
  const byOurName = isOurs.safeParse(paymentId);
  const [row] = await db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.provider, provider),
        or(
          eq(payments.providerRef, ref),
          ...(byOurName.success ? [eq(payments.id, byOurName.data)] : []),
        ),
      ),
    );
  return row;
};

/**
 * Takes in what a provider tells. It says only that something happened: how the payment stands is
 * asked at the provider, so that a late, repeated or reordered event can change nothing back.
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
  const event = and(eq(providerEvents.provider, name), eq(providerEvents.eventId, told.eventId));
  const [known] = await desk.db.select().from(providerEvents).where(event);
  if (known) return;
  const row = await paymentTold(desk, name, told);
  const changed = row && (await synchronise(desk, row));
  await desk.db
    .insert(providerEvents)
    .values({
      ...{ provider: name, eventId: told.eventId, type: told.type, providerRef: told.ref },
      outcome: row ? (changed ? "applied" : "stale") : "unknown",
    })
    .onConflictDoNothing();
};
