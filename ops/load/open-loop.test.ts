import { afterAll, expect, test } from "bun:test";

import { freePort } from "@jangteo/shared/embedded/ports";

import { openLoop } from "./open-loop.ts";
import { scheduleOf } from "./schedule.ts";
import { quantile, summaryOf } from "./summary.ts";

/** Holds every answer until it is opened. */
const gate = () => {
  const opened = Promise.withResolvers<void>();
  return { opened: opened.promise, open: () => opened.resolve() };
};

const serve = (answer: (request: Request, n: number) => Response | Promise<Response>) => {
  const seen = { n: 0 };
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request) => {
      seen.n += 1;
      return answer(request, seen.n);
    },
  });
  afterAll(() => server.stop(true));
  return { url: server.url.href, seen };
};

const plan = { rate: 100, seconds: 1, seed: "a test" };
const even = { ...plan, arrivals: "even" as const };

test("one seed plans the same arrivals every time, another seed others", () => {
  expect(scheduleOf(plan)).toEqual(scheduleOf(plan));
  expect(scheduleOf(plan)).not.toEqual(scheduleOf({ ...plan, seed: "another" }));
});

test("as many arrive as were asked for, spread as people come", () => {
  const due = scheduleOf({ rate: 1000, seconds: 20, seed: "many" });
  expect(due.length).toBeGreaterThan(19_400);
  expect(due.length).toBeLessThan(20_600);
  const gaps = due.map((at, n) => at - (due[n - 1] ?? 0)).toSorted((a, b) => a - b);
  // The median of an exponential distribution is ln 2 of its mean.
  expect(quantile(gaps, 0.5)).toBeCloseTo(Math.LN2, 1);
});

test("a load without bound is refused before anything is sent", () => {
  expect(() => scheduleOf({ ...plan, seconds: 3600 })).toThrow("seconds must be above 0");
  expect(() => scheduleOf({ ...plan, rate: 1e9 })).toThrow("rate must be above 0");
  expect(() => scheduleOf({ ...plan, rate: Number.NaN })).toThrow("rate must be above 0");
});

test.each(["http://192.0.2.1/", "https://shop.example/", "http://127.0.0.1.shop.example/"])(
  "%s is not this machine, and is not loaded",
  async (url) => {
    const sent = openLoop({ ...even, ask: () => ({ url }) });
    expect(await sent.catch(String)).toContain("is not this machine");
  },
);

test("a server that stalls is seen in the wait of everybody who came meanwhile", async () => {
  const stall = gate();
  const { url } = serve(async () => {
    await stall.opened;
    return new Response("at last");
  });
  const report = await openLoop({
    ...even,
    // The server answers again when the 81st of a hundred comes: the first has waited for 80 steps.
    ask: (n) => {
      if (n === 80) stall.open();
      return { url };
    },
  });
  expect(report.outcomes["ok"]?.count).toBe(99);
  expect(report.latency?.max).toBeGreaterThan(790);
  // Half of those who came had to wait for half of the stall.
  expect(report.latency?.p50).toBeGreaterThan(250);
});

test("requests go on to be sent while earlier ones are not answered", async () => {
  const stall = gate();
  const { url, seen } = serve(async () => {
    await stall.opened;
    return new Response();
  });
  const most = { at: 0 };
  await openLoop({
    ...even,
    ask: (n) => {
      if (n === 98) {
        most.at = seen.n;
        stall.open();
      }
      return { url };
    },
  });
  expect(most.at).toBeGreaterThan(50);
});

test("what is due beyond the bound is dropped and counted, never sent later", async () => {
  const { url, seen } = serve(() => new Promise<Response>(() => {}));
  // Nobody gives up before the plan is over, so nothing makes room.
  const report = await openLoop({
    ...even,
    ask: () => ({ url }),
    mostUnderWay: 10,
    timeoutMs: 2000,
  });
  expect(report.scheduled).toBe(99);
  expect(report.dropped).toBe(89);
  expect(report.outcomes["timeout"]?.count).toBe(10);
  expect(seen.n).toBe(10);
});

test("errors are counted by their kind, each with its own latency", async () => {
  const { url } = serve((_request, n) => new Response(null, { status: n % 3 === 0 ? 503 : 200 }));
  const { outcomes, latency } = await openLoop({ ...even, ask: () => ({ url }) });
  expect(outcomes["status 503"]?.count).toBe(33);
  expect(outcomes["ok"]?.count).toBe(66);
  expect(outcomes["status 503"]?.latency).not.toBeNull();
  expect(latency).not.toBeNull();
});

test("a server that is not there, and one that never answers, are told apart", async () => {
  const nobody = `http://127.0.0.1:${await freePort()}/`;
  const refused = await openLoop({ ...even, seconds: 0.1, ask: () => ({ url: nobody }) });
  expect(Object.keys(refused.outcomes)).toEqual(["ECONNREFUSED"]);
  const { url } = serve(() => new Promise<Response>(() => {}));
  const silent = await openLoop({ ...even, seconds: 0.1, timeoutMs: 100, ask: () => ({ url }) });
  expect(silent.outcomes["timeout"]?.count).toBe(9);
  expect(silent.latency?.p50).toBeGreaterThanOrEqual(99);
});

test("a quantile is one of the values, and nothing has none", () => {
  const values = Array.from({ length: 100 }, (_, n) => n + 1);
  expect(summaryOf(values)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100, mean: 50.5 });
  expect(summaryOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7, mean: 7 });
  expect(summaryOf([])).toBeNull();
});
