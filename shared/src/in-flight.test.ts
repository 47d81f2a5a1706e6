import { afterAll, expect, test } from "bun:test";

import { createLog } from "./log.ts";
import { createService } from "./service.ts";

const most = 3;

/** A service on a socket whose `/held` answers when told; what reaches it waits in `held`. */
const stand = () => {
  const app = createService({
    name: "bounded",
    description: "A service of the tests.",
    log: createLog("test", () => {}),
    maxInFlight: most,
  });
  const held: (() => void)[] = [];
  const arrived = new EventTarget();
  const hold = () =>
    new Promise<void>((resolve) => {
      held.push(resolve);
      arrived.dispatchEvent(new Event("one"));
    });
  app.get("/held", async (c) => {
    await hold();
    return c.text("done");
  });
  app.get("/broken", () => {
    throw new Error("broken");
  });
  app.get("/lasting", (c) => {
    c.set("lasting", hold());
    return c.text("begun");
  });
  app.get("/", (c) => c.text("here"));
  const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: app.fetch });
  afterAll(() => server.stop(true));
  const ask = (path: string, signal?: AbortSignal) =>
    fetch(new URL(path, server.url), { keepalive: false, ...(signal && { signal }) });
  const arrivals = async (count: number) => {
    while (held.length < count)
      await new Promise((seen) => arrived.addEventListener("one", seen, { once: true }));
  };
  const release = () => {
    for (const go of held.splice(0)) go();
  };
  return { app, ask, arrivals, release };
};
const times = <T>(count: number, work: () => T) => Array.from({ length: count }, work);
const statusOf = async (reply: Promise<Response>) => (await reply).status;

test("above the bound an answer is 503 at once, while health is told; then all are served again", async () => {
  const { ask, arrivals, release } = stand();
  for (const _ of [1, 2]) {
    const working = times(most, () => statusOf(ask("/held")));
    await arrivals(most);
    const refusals = await Promise.all(times(20, () => ask("/held")));
    for (const refusal of refusals) {
      expect([refusal.status, refusal.headers.get("retry-after")]).toEqual([503, "1"]);
      expect(refusal.headers.get("content-type")).toContain("application/problem+json");
      expect(await refusal.json()).toMatchObject({ code: "unavailable", status: 503 });
    }
    for (const path of ["/livez", "/readyz"]) expect(await statusOf(ask(path))).toBe(200);
    expect(await (await ask("/metrics")).text()).toMatch(/^http_server_active_requests\S* 3$/m);
    release();
    expect(await Promise.all(working)).toEqual(times(most, () => 200));
    expect(await statusOf(ask("/"))).toBe(200);
  }
});

test("who hangs up gives no place away while the work goes on", async () => {
  const { ask, arrivals, release } = stand();
  const gone = new AbortController();
  const working = times(most, () => ask("/held", gone.signal).catch(() => "gone"));
  await arrivals(most);
  gone.abort();
  expect(await Promise.all(working)).toEqual(times(most, () => "gone"));
  expect(await statusOf(ask("/"))).toBe(503);
  release();
  while ((await statusOf(ask("/"))) !== 200);
});

test("what lasts longer than its answer counts until it ends, and once", async () => {
  const { ask, arrivals, release } = stand();
  const begun = times(most - 1, async () => (await ask("/lasting")).text());
  expect(await Promise.all(begun)).toEqual(times(most - 1, () => "begun"));
  const last = statusOf(ask("/held"));
  await arrivals(most);
  expect(await statusOf(ask("/"))).toBe(503);
  release();
  expect(await last).toBe(200);
  expect(await statusOf(ask("/"))).toBe(200);
});

test("what fails, is refused or is found nowhere gives its place back", async () => {
  const { ask } = stand();
  for (const [path, status] of [
    ["/broken", 500],
    ["/nowhere", 404],
  ] as const)
    for (const _ of Array(most + 1)) expect(await statusOf(ask(path))).toBe(status);
  expect(await statusOf(ask("/"))).toBe(200);
});
