import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { written } from "../write.ts";
import { type Panel, toGrafana } from "./board.ts";
import { boards } from "./boards.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "boards-"));
afterAll(() => rmSync(folder, { recursive: true }));

const exprs = boards.flatMap(({ panels }) => panels.flatMap((panel) => panel.exprs));

test("Prometheus understands every expression of every board", () => {
  const rules = exprs.map(([expr], at) => ({
    record: `board:${at}`,
    expr: expr.replaceAll("$job", "order"),
  }));
  const file = join(folder, "boards.yml");
  writeFileSync(file, JSON.stringify({ groups: [{ name: "boards", rules }] }));
  const { exitCode, stderr } = Bun.spawnSync(["promtool", "check", "rules", file]);
  expect({ exitCode, said: stderr.toString() }).toEqual({ exitCode: 0, said: "" });
});

test("a board asks for routes that the contracts have", () => {
  const { paths } = JSON.parse(readFileSync(join(root, "order/openapi.json"), "utf8"));
  const known = Object.keys(paths).map((path) => path.replaceAll(/\{(\w+)\}/g, ":$1"));
  const asked = exprs.flatMap(([expr]) => [...expr.matchAll(/http_route="(\/v1[^"]+)"/g)]);
  expect(asked.length).toBeGreaterThan(3);
  for (const [, route = ""] of asked) expect(known).toContain(route);
});

test("what is shipped is what the sources say: run bun ops/observe/write.ts", () => {
  for (const [path, content] of Object.entries(written))
    expect(JSON.parse(readFileSync(join(root, "ops/observe", path), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(content)),
    );
});

test("no panel lies over another, nor beyond the edge", () => {
  const panel = fc
    .integer({ min: 1, max: 24 })
    .map((width): Panel => ({ title: "", unit: "s", width, exprs: [["up", ""]] }));
  fc.assert(
    fc.property(fc.array(panel, { maxLength: 20 }), (panels) => {
      const taken = new Set<string>();
      for (const { gridPos } of toGrafana({ uid: "x", title: "x", panels }).panels) {
        expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
        for (let column = gridPos.x; column < gridPos.x + gridPos.w; column++) {
          expect(taken.has(`${gridPos.y} ${column}`)).toBe(false);
          taken.add(`${gridPos.y} ${column}`);
        }
      }
    }),
  );
});
