import { expect, test } from "bun:test";

import { hour, testWebhooks } from "../testing/webhooks.ts";

const shop = await testWebhooks();
const { receiver, send, read, path, subscribe, find, log, happen, deliver, pass } = shop;

const fails = () => new Response("down", { status: 503 });
const takes = () => new Response("thanks");

/** Passes the time until the next attempt, and makes it. */
const again = async (id: string) => {
  const [delivery] = await log(id);
  if (!delivery?.nextAttemptAt) throw new Error("no attempt is to come");
  pass(Date.parse(delivery.nextAttemptAt) - shop.postman.clock().getTime());
  await deliver();
  return Date.parse(delivery.nextAttemptAt) - Date.parse(delivery.attempts[0]?.at ?? "");
};

test("a receiver that is down is asked again, less and less often, until it takes the event", async () => {
  receiver.answerWith(fails);
  const { id, url } = await subscribe();
  const { id: eventId } = await happen();
  await deliver();
  await deliver();
  expect(receiver.at(url)).toHaveLength(1);
  expect([await again(id), await again(id), await again(id)]).toEqual([5000, 20_000, 80_000]);
  receiver.answerWith(takes);
  await again(id);
  const [delivery] = await log(id);
  const statuses = delivery?.attempts.map(({ status }) => status);
  expect([delivery?.state, statuses]).toEqual(["delivered", [200, 503, 503, 503, 503]]);
  const ids = receiver.at(url).map(({ headers }) => headers.get("webhook-id"));
  expect(new Set(ids)).toEqual(new Set([eventId]));
  expect(await find(id)).toMatchObject({ failures: 0, failingSince: null });
});

test("after three days a delivery is given up, and a subscription that took nothing is disabled and says why", async () => {
  receiver.answerWith(fails);
  const { id, url } = await subscribe();
  const { id: eventId } = await happen();
  await deliver();
  while ((await log(id))[0]?.state === "pending") await again(id);
  const attempts = receiver.at(url).length;
  expect(attempts).toBeGreaterThan(10);
  expect(attempts).toBeLessThan(30);
  expect(await find(id)).toMatchObject({
    state: "disabled",
    reason: "failing",
    failures: attempts,
  });
  const [given] = await log(id, "?state=failed");
  const replay = () => send("POST", `/v1/webhook-deliveries/${given?.id}/replays`);
  expect((await replay()).status).toBe(409);

  receiver.answerWith(takes);
  const { version } = await find(id);
  const tag = { "if-match": `"${version}"` };
  await send("PATCH", `${path}/${id}`, { state: "enabled" }, tag);
  expect((await replay()).status).toBe(202);
  await deliver();
  expect(receiver.at(url).at(-1)?.headers.get("webhook-id")).toBe(eventId);
  expect((await log(id))[0]).toMatchObject({ eventId, state: "delivered" });
  expect(await find(id)).toMatchObject({ state: "enabled", reason: null, failures: 0 });
});

test("a receiver that says it is gone is not asked again", async () => {
  receiver.answerWith(() => new Response(null, { status: 410 }));
  const { id, url } = await subscribe();
  await happen();
  await deliver();
  pass(hour);
  await happen();
  await deliver();
  expect(receiver.at(url)).toHaveLength(1);
  expect(await find(id)).toMatchObject({ state: "disabled", reason: "gone" });
});

test("what was delivered can be replayed, once for each key, under the same id", async () => {
  receiver.answerWith(takes);
  const { id, url } = await subscribe();
  const { id: eventId } = await happen();
  await deliver();
  const [delivery] = await log(id);
  const key = { "idempotency-key": crypto.randomUUID() };
  const replay = () =>
    send("POST", `/v1/webhook-deliveries/${delivery?.id}/replays`, undefined, key);
  expect((await replay()).status).toBe(202);
  await deliver();
  expect((await replay()).status).toBe(202);
  await deliver();
  const ids = receiver.at(url).map(({ headers }) => headers.get("webhook-id"));
  expect(ids).toEqual([eventId, eventId]);
  const none = `/v1/webhook-deliveries/${crypto.randomUUID()}/replays`;
  expect((await send("POST", none)).status).toBe(404);
});

test("a redirect is not followed and does not count as taken", async () => {
  const { id, url } = await subscribe();
  const elsewhere = receiver.newUrl();
  receiver.answerWith(() => Response.redirect(elsewhere, 307));
  await happen();
  await deliver();
  expect([receiver.at(url).length, receiver.at(elsewhere).length]).toEqual([1, 0]);
  expect((await log(id))[0]).toMatchObject({ state: "pending", attempts: [{ status: 307 }] });
});

test("of an answer without an end only the beginning is read", async () => {
  const { id } = await subscribe();
  const endless = () =>
    new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(700).fill(0)) }));
  receiver.answerWith(endless);
  await happen();
  await deliver();
  const [delivery] = await log(id);
  expect(delivery).toMatchObject({ state: "delivered", attempts: [{ status: 200 }] });
  expect(delivery?.attempts[0]?.answer).toHaveLength(1024);
});

test("a receiver that never answers is left after the deadline, and one that is not there at once", async () => {
  const silent = await subscribe();
  const never = Promise.withResolvers<Response>();
  receiver.answerWith(() => never.promise);
  const absent = await subscribe({ url: "http://127.0.0.1:1/" });
  await happen();
  await deliver(50);
  never.resolve(takes());
  const errorOf = async (id: string) => (await log(id))[0]?.attempts[0];
  expect(await errorOf(silent.id)).toMatchObject({ status: null, error: "timeout" });
  expect(await errorOf(absent.id)).toMatchObject({ status: null, error: expect.any(String) });
});

test("a receiver that is stuck holds up no other, and is sent few at a time", async () => {
  const stuck = await subscribe({ eventTypes: ["product.changed"] });
  const well = await subscribe({ eventTypes: ["product.changed"] });
  const freed = Promise.withResolvers<void>();
  receiver.answerWith(async (request) => {
    if (stuck.url.endsWith(request.path)) await freed.promise;
    return takes();
  });
  for (let sent = 0; sent < 6; sent += 1)
    await happen("product.changed", { productId: crypto.randomUUID() });
  const first = deliver();
  while ((await log(well.id, "?state=delivered")).length < 4) await Bun.sleep(5);
  await deliver();
  expect(receiver.at(well.url)).toHaveLength(6);
  freed.resolve();
  await first;
  expect(await read(send("GET", `${path}/${stuck.id}`))).toMatchObject({ failures: 0 });
});

test("all that was given up since a time is sent again at once, and nothing else", async () => {
  receiver.answerWith(takes);
  const { id, url } = await subscribe({ eventTypes: ["order.placed", "order.shipped"] });
  await happen();
  await deliver();
  receiver.answerWith(fails);
  const early = await happen();
  pass(hour);
  const since = shop.postman.clock().toISOString();
  const late = [await happen(), await happen("order.shipped")];
  await deliver();
  while ((await log(id, "?state=pending")).length > 0) {
    pass(8 * hour);
    await deliver();
  }
  expect(await log(id, "?state=failed")).toHaveLength(3);
  expect(await log(id, "?state=failed&type=order.shipped")).toHaveLength(1);
  const replay = (from: string, key = crypto.randomUUID()) =>
    send("POST", `${path}/${id}/replays`, { since: from }, { "idempotency-key": key });
  const { version } = await find(id);
  expect((await replay(since)).status).toBe(409);
  await send("PATCH", `${path}/${id}`, { state: "enabled" }, { "if-match": `"${version}"` });

  receiver.answerWith(takes);
  const before = receiver.at(url).length;
  const key = crypto.randomUUID();
  expect(await (await replay(since, key)).json()).toEqual({ deliveries: 2 });
  expect(await (await replay(since, key)).json()).toEqual({ deliveries: 2 });
  await deliver();
  const sent = receiver.at(url).slice(before);
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ headers }) => headers.get("webhook-id")))).toEqual(
    new Set(late.map((one) => one.id)),
  );
  const [left] = await log(id, "?state=failed");
  expect(left).toMatchObject({ eventId: early.id });
  const shown = await send("GET", `/v1/webhook-deliveries/${left?.id}`);
  expect(await shown.json()).toEqual(left);
  const wrong = await replay("yesterday");
  expect(await wrong.json()).toMatchObject({ errors: [{ pointer: "/since" }] });
});
