import { expect, test } from "bun:test";

import { inbox, outbox } from "../schema/member.ts";
import { testDatabase } from "../testing/database.ts";
import { firstTime, publish, relay, type Event } from "./outbox.ts";

const { db } = await testDatabase("member");

test("two relays never send the same event together, and each sends in order", async () => {
  for (const n of Array(50).keys()) await publish(db, outbox, "test.happened", { n });
  const sent: Event[][] = [];
  const send = async (events: Event[]) => void sent.push(events);
  await Promise.all([relay(db, outbox, send, 20), relay(db, outbox, send, 20)]);
  while ((await relay(db, outbox, send, 20)) > 0);
  const ids = sent.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(50);
  expect(ids.length).toBe(50);
  for (const batch of sent)
    expect(batch.map(({ id }) => id)).toEqual(batch.map(({ id }) => id).toSorted());
});

test("an event of a change that was rolled back is never sent", async () => {
  await db
    .transaction(async (tx) => {
      await publish(tx, outbox, "test.undone", {});
      throw new Error("undone");
    })
    .catch(() => {});
  const sent: Event[] = [];
  await relay(db, outbox, async (events) => void sent.push(...events));
  expect(sent.filter(({ type }) => type === "test.undone")).toEqual([]);
});

test("an event that came twice is applied once, also when both come at the same time", async () => {
  const id = crypto.randomUUID();
  const applied = await Promise.all(
    Array.from({ length: 8 }, () => db.transaction((tx) => firstTime(tx, inbox, "test", id))),
  );
  expect(applied.filter(Boolean).length).toBe(1);
});
