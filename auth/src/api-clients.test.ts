import { afterEach, expect, test } from "bun:test";

import { basic, failureOf, read, sha256, testAuth, type Tokens } from "./testing.ts";

const { form, logged, member, pass, registered } = await testAuth();
const [second, minute] = [1000, 60_000];

afterEach(() => {
  member.answer = undefined;
});

/** A client that staff registered, and what the token endpoint answers it. */
const register = () => {
  const id = `shop-${crypto.randomUUID().slice(0, 8)}`;
  const secret = `secret-${crypto.randomUUID()}`;
  const row = { id, secretHash: sha256(secret), scopes: ["catalogue:write"] };
  registered.push(row);
  const ask = (given = secret, fields = {}) =>
    form("/v1/oauth/token", { grant_type: "client_credentials", ...fields }, basic(id, given));
  const disable = () => registered.splice(registered.indexOf(row), 1);
  return { id, secret, ask, disable, row };
};
const refused = { status: 401, error: "invalid_client" };

test("a registered client gets a token for its scopes, and the member service is asked once", async () => {
  const { ask } = register();
  const before = member.asked;
  const answer = await read<Tokens>(await ask());
  expect(answer.scope).toBe("catalogue:write");
  expect((await ask()).status).toBe(200);
  expect(member.asked - before).toBe(1);
  const more = await ask(undefined, { scope: "members:write" });
  expect(await failureOf(more)).toMatchObject({ status: 400, error: "invalid_scope" });
});

test("a disabled client gets no token 30 seconds later, and one that is enabled does after five", async () => {
  const { ask, disable, row } = register();
  expect((await ask()).status).toBe(200);
  disable();
  pass(30 * second);
  expect(await failureOf(await ask())).toMatchObject(refused);
  registered.push(row);
  pass(5 * second);
  expect((await ask()).status).toBe(200);
});

test("two secrets are good while one takes over from the other", async () => {
  const { ask, row } = register();
  registered.push({ ...row, secretHash: sha256("the next one") });
  expect([(await ask()).status, (await ask("the next one")).status]).toEqual([200, 200]);
});

test("a working client goes on for 15 minutes without the member service; a new one waits", async () => {
  const [working, idle] = [register(), register()];
  expect((await working.ask()).status).toBe(200);
  member.answer = 0;
  pass(14 * minute);
  expect((await working.ask()).status).toBe(200);
  expect(await failureOf(await working.ask("a guess"))).toMatchObject({ status: 503 });
  const reply = await idle.ask();
  expect(reply.headers.get("retry-after")).toBe("5");
  expect(await failureOf(reply)).toMatchObject({ status: 503, error: "temporarily_unavailable" });
  pass(2 * minute);
  expect((await working.ask()).status).toBe(503);
  member.answer = undefined;
  expect((await working.ask()).status).toBe(200);
});

test("guesses are slowed down for each client, and lock out nobody who works", async () => {
  const { ask } = register();
  expect((await ask()).status).toBe(200);
  const guesses = await Promise.all(Array.from({ length: 25 }, (_, n) => ask(`guess ${n}`)));
  const counts = [401, 429].map((status) => guesses.filter((one) => one.status === status).length);
  expect(counts).toEqual([20, 5]);
  const slow = guesses.find(({ status }) => status === 429);
  expect(Number(slow?.headers.get("retry-after"))).toBeGreaterThan(0);
  pass(30 * second);
  expect((await ask()).status).toBe(200);
  expect((await register().ask()).status).toBe(200);
});

test("a wrong secret is refused in OAuth's words, and one tried again is not asked about for five seconds", async () => {
  const { ask } = register();
  const before = member.asked;
  for (const _ of Array(3)) {
    const reply = await ask("wrong");
    expect(reply.headers.get("www-authenticate")).toStartWith("Basic");
    expect(await failureOf(reply)).toMatchObject(refused);
  }
  expect(member.asked - before).toBe(1);
});

test("a client that the operator named wins, and is never asked about", async () => {
  registered.push({ id: "warehouse", secretHash: sha256("another"), scopes: ["promotions:write"] });
  const before = member.asked;
  const ask = (secret: string) =>
    form("/v1/oauth/token", { grant_type: "client_credentials" }, basic("warehouse", secret));
  expect(await failureOf(await ask("another"))).toMatchObject(refused);
  expect((await ask("warehouse-secret")).status).toBe(200);
  expect(member.asked).toBe(before);
});

test("the log holds neither a registered client's secret nor its hash", async () => {
  const { ask, secret } = register();
  member.answer = 500;
  await ask();
  await ask("a wrong one of mine");
  const log = logged.join("\n");
  expect(log).toContain("unavailable");
  for (const text of [secret, sha256(secret), "a wrong one"]) expect(log).not.toContain(text);
});
