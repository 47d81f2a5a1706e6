import { beforeEach, describe, expect, test } from "bun:test";

import { createLog } from "@jangteo/shared/log";
import { connectRedis } from "@jangteo/shared/redis";
import { testRedis } from "@jangteo/shared/testing/redis";

import { createCipher } from "./cipher";
import { hidOf } from "./handle";
import { createIssuer } from "./issuer";
import { createSessions } from "./sessions";
import { createStore } from "./store";
import {
  broken,
  challenged,
  challengeId,
  granted,
  refused,
  refusedField,
  signedIn,
  standInAuth,
} from "./testing";

const secret = "a-secret-of-at-least-32-characters";
const { redis, url } = await testRedis();
const auth = standInAuth();
const issuer = createIssuer({ authUrl: auth.url, clientSecret: "s", deadline: 500 });
const clock = { ahead: 0 };
const now = () => Date.now() + clock.ahead;

/** A storefront process: its own memory and its own connection to the one store. */
const newProcess = (redisUrl = url) => {
  const connection = redisUrl === url ? redis : connectRedis(redisUrl, createLog("test"));
  const store = createStore(connection, now);
  return createSessions({ store, issuer, cipher: createCipher(secret, "refresh token"), now });
};
const sessions = newProcess();
const person = { email: "a@b.test", password: "x", userAgent: "", ipAddress: "127.0.0.1" };

const comeIn = async (held?: string) => {
  const answer = await sessions.login(person, held);
  if (answer.kind !== "granted") throw new Error("not let in");
  return answer.handle;
};
const minutes = (count: number) => {
  clock.ahead = count * 60_000;
};

beforeEach(() => {
  clock.ahead = 0;
  auth.state.refresh = granted();
  auth.state.refreshes = [];
  auth.state.login = signedIn;
});

describe("a browser session", () => {
  test("is kept under the hash of its handle, and its long-lived token is sealed", async () => {
    const handle = await comeIn();
    const stored = await redis.get(`b:{${hidOf(handle)}}:s`);
    expect(stored).not.toContain(handle);
    const { refresh } = JSON.parse(stored ?? "{}");
    const cipher = createCipher(secret, "refresh token");
    expect(cipher.open(refresh, hidOf(handle))).toStartWith("token-");
    expect(cipher.open(refresh, "another session")).toBeUndefined();
    expect(
      createCipher("another secret, just as long", "refresh token").open(refresh, hidOf(handle)),
    ).toBeUndefined();
  });

  test("is renewed once for many requests in many processes at a time", async () => {
    const handle = await comeIn();
    minutes(6);
    const processes = [sessions, newProcess(), newProcess()];
    const asked = processes.flatMap((one) => Array.from({ length: 20 }, () => one.bearer(handle)));
    const tokens = new Set((await Promise.all(asked)).map((found) => JSON.stringify(found)));
    expect(auth.state.refreshes).toHaveLength(1);
    expect([...tokens]).toEqual([expect.stringContaining('"live"')]);
  });

  test("is renewed when less than half a minute is left, and not before", async () => {
    const handle = await comeIn();
    minutes(4.4);
    await sessions.bearer(handle);
    expect(auth.state.refreshes).toHaveLength(0);
    minutes(4.6);
    await sessions.bearer(handle);
    expect(auth.state.refreshes).toHaveLength(1);
  });

  test("is renewed at once when a service refuses its token", async () => {
    const handle = await comeIn();
    const before = await sessions.bearer(handle);
    if (before.kind !== "live") throw new Error("no token");
    const after = await sessions.bearer(handle, { rejected: before.token });
    expect(after.kind).toBe("live");
    expect(after).not.toEqual(before);
  });

  test("ends when auth says that it is over", async () => {
    const handle = await comeIn();
    minutes(6);
    auth.state.refresh = refused;
    expect(await sessions.bearer(handle)).toEqual({ kind: "none" });
    expect(await redis.exists(`b:{${hidOf(handle)}}:s`)).toBe(0);
  });

  test.each([
    ["fails", broken],
    ["does not answer", () => new Promise<Response>(() => {})],
  ])("outlives an auth that %s", async (_how, answer) => {
    const handle = await comeIn();
    minutes(6);
    auth.state.refresh = answer;
    expect(await sessions.bearer(handle)).toEqual({ kind: "away" });
    auth.state.refresh = granted();
    expect((await sessions.bearer(handle)).kind).toBe("live");
  });

  test("goes on with what is left of its token while auth is away", async () => {
    const handle = await comeIn();
    minutes(4.8);
    auth.state.refresh = broken;
    expect((await sessions.bearer(handle)).kind).toBe("live");
  });

  test("changes its handle at login, and the old handle is over", async () => {
    const first = await comeIn();
    const second = await comeIn(first);
    expect(second).not.toBe(first);
    expect(await sessions.bearer(first)).toEqual({ kind: "none" });
    expect((await sessions.bearer(second)).kind).toBe("live");
  });

  test("that shows again who is there goes on under a new handle, and can be renewed under it", async () => {
    const first = await comeIn();
    const answer = await sessions.stepUp(first, { password: "x" });
    if (answer.kind !== "proven") throw new Error("not proven");
    expect(answer.handle).not.toBe(first);
    expect(await sessions.bearer(first)).toEqual({ kind: "none" });
    const before = await sessions.bearer(answer.handle);
    minutes(6);
    const after = await sessions.bearer(answer.handle);
    expect([before.kind, after.kind]).toEqual(["live", "live"]);
    expect(after).not.toEqual(before);
    expect(await redis.ttl(`b:{${hidOf(answer.handle)}}:s`)).toBeGreaterThan(1_208_000);
  });

  test("that shows it wrongly stays as it was", async () => {
    const handle = await comeIn();
    const before = await sessions.bearer(handle);
    auth.state.stepUp = refusedField("password", "wrong");
    expect((await sessions.stepUp(handle, { password: "y" })).kind).toBe("refused");
    expect(await sessions.bearer(handle)).toEqual(before);
  });

  test("begins with the code where the password alone does not suffice", async () => {
    auth.state.login = challenged;
    const answer = await sessions.login(person);
    expect(answer.kind).toBe("challenged");
    const code = { code: "123456", userAgent: "", ipAddress: "127.0.0.1" };
    const entered = await sessions.complete(challengeId, code);
    if (entered.kind !== "granted") throw new Error("not let in");
    expect((await sessions.bearer(entered.handle)).kind).toBe("live");
  });

  test("is not brought back by a refresh that was under way at logout", async () => {
    const handle = await comeIn();
    minutes(6);
    const hold = Promise.withResolvers<void>();
    auth.state.refresh = async () => {
      await hold.promise;
      return granted()();
    };
    const asked = sessions.bearer(handle);
    while (auth.state.refreshes.length === 0) await Bun.sleep(5);
    await sessions.end(handle);
    hold.resolve();
    expect(await asked).toEqual({ kind: "none" });
    expect(await sessions.bearer(handle)).toEqual({ kind: "none" });
  });
});

describe("while Redis is away", () => {
  test("reads go on with the token in memory, writes wait, and nobody is signed out", async () => {
    const away = await testRedis();
    const alone = newProcess(away.url);
    const answer = await alone.login(person);
    if (answer.kind !== "granted") throw new Error("not let in");
    expect((await alone.bearer(answer.handle)).kind).toBe("live");
    await away.server.stop();
    expect((await alone.bearer(answer.handle, { reading: true })).kind).toBe("live");
    expect(await alone.bearer(answer.handle)).toEqual({ kind: "away" });
    expect(await alone.bearer("unknown".padEnd(43, "x"), { reading: true })).toEqual({
      kind: "away",
    });
    expect(alone.login(person)).rejects.toThrow();
  });

  test("a shopper who signs out is out, and stays out when Redis is back", async () => {
    const away = await testRedis();
    const alone = newProcess(away.url);
    const answer = await alone.login(person);
    if (answer.kind !== "granted") throw new Error("not let in");
    const { handle } = answer;
    await alone.bearer(handle);
    const ended = auth.state.ended;
    await away.server.stop();
    await alone.end(handle);
    expect(auth.state.ended).toBe(ended + 1);
    expect(await alone.bearer(handle, { reading: true })).toEqual({ kind: "none" });
  });
});
