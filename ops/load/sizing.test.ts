import { afterAll, expect, test } from "bun:test";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import fc from "fast-check";

import { closedLoop } from "./closed-loop.ts";
import { confidentFitOf } from "./confidence.ts";
import type { Measurement } from "./demand.ts";
import { demandOf } from "./laws.ts";
import { deckOf, readMix, usualMix } from "./mix.ts";
import { partOf } from "./profiles.ts";
import { optionsIn, readKept } from "./size-options.ts";
import { sizeFor } from "./sizing.ts";
import type { Demand } from "./used.ts";
import { visitNames } from "./visit-names.ts";

const none: Demand = { cpu: {}, redis: {}, statements: {}, held: {}, writes: 0, wal: 0 };
const each: Demand = {
  cpu: { order: 0.006, postgres: 0.003, "redis-state": 0.0003, sandbox: 1 },
  redis: { state: 4 },
  statements: { size_order: 10 },
  held: { size_order: 0.02 },
  writes: 2,
  wal: 1000,
};
const turns = [1, 2, 4, 8].map((clients) => ({
  ...{ clients, throughput: 10 * clients, took: 0.1, inside: clients },
  outcomes: { ok: 10 },
}));
const measured: Measurement = {
  journeys: visitNames.map((name) => ({
    ...{ name, rate: 10, operations: 100, requests: 2, errors: {}, demand: each },
    ...{ latency: { p50: 90, p99: 400, mean: 100 }, spread: { least: 0.009, most: 0.01 } },
  })),
  background: none,
  memory: {
    order: { peak: 100, share: 80 },
    sandbox: { peak: 70, share: 50 },
    postgres: { peak: 90, share: 200 },
    "redis-state": { peak: 12, share: 12 },
  },
  session: 5,
  open: { size_order: 8 },
  scalability: { mix: readMix(usualMix), turns, fit: confidentFitOf(turns) },
};
const lineOf = (tps: number, component: string) => {
  const found = sizeFor(measured, { tps, mix: readMix(usualMix) }).lines.find(
    (one) => one.component === component,
  );
  if (!found) throw new Error(`${component} has no line`);
  return found;
};

test("500 visits a second get the processors, processes and connections that the laws say", () => {
  const order = lineOf(500, "order");
  expect(order.busy).toBeCloseTo(3, 9);
  expect(order.vcpu).toBeCloseTo(5, 9);
  expect(order).toMatchObject({ memory: order.processes * 100, operations: 5000 });
  expect(order.connections).toBe(order.processes * 10);
  expect(order.held).toBeCloseTo(10, 9);
  expect(lineOf(500, "redis-state").operations).toBe(2000);
});

test("what stands in for somebody else's machine is not bought", () => {
  const { lines } = sizeFor(measured, { tps: 500, mix: readMix(usualMix) });
  expect(lines.map(({ component }) => component)).toEqual(["order", "postgres", "redis-state"]);
});

test("twice as many visits keep twice as many processors busy, and never need fewer of anything", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 1e5, noNaN: true }), (tps) => {
      const mix = readMix(usualMix);
      const [one, two] = [tps, tps * 2].map((n) => sizeFor(measured, { tps: n, mix }));
      expect((two?.total.vcpu ?? 0) / (one?.total.vcpu ?? 0)).toBeCloseTo(2, 6);
      expect((two?.inside ?? 0) / (one?.inside ?? 0)).toBeCloseTo(2, 6);
      expect(two?.total.memory).toBeGreaterThanOrEqual(one?.total.memory ?? Number.NaN);
      expect(two?.total.connections).toBeGreaterThanOrEqual(one?.total.connections ?? Number.NaN);
    }),
  );
});

test("no process of a service is given more than one processor may be busy", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 1e5, noNaN: true }), (tps) => {
      const { busy, processes } = lineOf(tps, "order");
      expect(busy / processes).toBeLessThanOrEqual(0.6 + 1e-9);
    }),
  );
});

test("shares of a mix are 1 together, whatever their parts add up to, and are dealt as they are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const mix = readMix(`browse=${a}, checkout=${b}`);
      expect(mix.browse + mix.checkout).toBeCloseTo(1, 9);
      expect(mix.login).toBe(0);
    }),
  );
  const deck = deckOf(readMix("browse=3,checkout=1"));
  const dealt = Array.from({ length: 200 }, (_, n) => deck(n));
  expect(dealt.filter((name) => name === "checkout")).toHaveLength(50);
});

test("nothing done has no demand, and what idling costs is nobody's", () => {
  expect(() => demandOf(1, 0)).toThrow("Nothing was done");
  expect(demandOf(5, 10, 1)).toBeCloseTo(0.4, 9);
  expect(demandOf(1, 10, 2)).toBe(0);
});

test("each client of a closed loop begins when its last errand has ended, as Little's law counts", async () => {
  const state = { inside: 0, most: 0 };
  const { inside, outcomes } = await closedLoop({
    ...{ clients: 5, seconds: 0.3 },
    errand: () => async () => {
      state.inside += 1;
      state.most = Math.max(state.most, state.inside);
      await new Promise((settle) => setTimeout(settle, 5));
      state.inside -= 1;
      return "ok";
    },
  });
  expect(state.most).toBe(5);
  expect(outcomes["ok"]).toBeGreaterThan(5);
  expect(inside).toBeLessThan(6);
  expect(inside).toBeGreaterThan(4);
});

test.each([
  ["/shop/node_modules/.bun/zod@4.6.7/node_modules/zod/v4/core/parse.js", "zod"],
  ["/x/node_modules/.bun/a@1/node_modules/@hono/zod-openapi/dist/index.js", "@hono/zod-openapi"],
  ["/home/me/shop/shared/src/stream.ts", "shared/src/stream.ts"],
  ["", "runtime: write"],
])("time in %p counts as %s", (url, part) => {
  expect(partOf(url, "write")).toBe(part);
});

const root = resolve(import.meta.dirname, "../..");
const size = (...args: string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["ops/size.ts", ...args], {
    ...{ cwd: root, encoding: "utf8" },
  });
  return { status, said: stderr + stdout };
};

test.each([
  [[], "--tps is missing"],
  [["--tps", "many"], "--tps takes a number"],
  [["--tps", "0"], "--tps takes a number"],
  [["--tps", "5", "--mix", "browse=1,fly=2"], "--mix takes parts"],
  [["--tps", "5", "--mix", "browse=0"], "--mix takes parts"],
  [["--tps", "5", "--mix", "browse=1,browse=2"], "browse is named twice"],
  [["--tps", "5", "--busy", "2"], "--busy takes a number"],
  [["--tps", "5", "--rounds", "-1"], "--rounds"],
  [["--tps", "5", "--from", "none.json"], "--from none.json is no measurement"],
  [["--tps", "5", "--speed", "9"], "--speed"],
])("%p measures nothing, and says what is wrong", (args, why) => {
  const ask = () => {
    const { from } = optionsIn(args);
    return from === undefined ? "measured" : readKept(from);
  };
  expect(ask).toThrow(why);
});

test("a measurement that was kept sizes another shop without measuring anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "jangteo-size-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "size.json");
  const machine = { processor: "a processor", cores: 2 };
  const conditions = { machine, commit: "0123456789ab", at: "2026-11-26", loadAverage: [0, 0, 0] };
  writeFileSync(file, JSON.stringify({ conditions, measurement: measured }));
  const { status, said } = size("--tps", "500", "--from", file);
  expect(size("--tps", "none").status).toBe(1);
  expect(said).toContain("500 visits a second: 1,000 requests/s");
  expect(said).toMatch(/order +6\.00 +3\.00 +5\.0 +5 /);
  expect(status).toBe(0);
}, 30_000);
