import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Alert, runbookOf, type Series } from "./alert.ts";
import { budgetRecordings } from "./budgets.ts";
import { alerts, ruleOf, rules } from "./rules.ts";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "alerts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "rules.yml");
writeFileSync(file, JSON.stringify(rules));

const promtool = (...args: string[]) => {
  const { exitCode, stdout, stderr } = Bun.spawnSync(["promtool", ...args]);
  return { ok: exitCode === 0, said: `${stdout.toString()}${stderr.toString()}` };
};

const caseOf = (
  { name, after = 10, step = 1 }: Alert,
  series: readonly Series[],
  firing: boolean,
) => ({
  name: `${name} ${firing ? "fires" : "stays"}`,
  interval: `${step}m`,
  input_series: series.map(([series_, values]) => ({ series: series_, values })),
  promql_expr_test: [
    {
      expr: `count(ALERTS{alertname="${name}",alertstate="firing"})`,
      eval_time: `${after}m`,
      exp_samples: firing ? [{ labels: "{}", value: 1 }] : [],
    },
  ],
});

test("Prometheus takes the rules", () => {
  const { ok, said } = promtool("check", "rules", file);
  expect(said).toContain("SUCCESS");
  expect(ok).toBe(true);
});

describe.each(alerts.map((alert) => [alert.name, alert] as const))("%s", (name, alert) => {
  test("fires when it should, and only then", () => {
    const cases = join(folder, `${name}.yml`);
    const tests = [caseOf(alert, alert.fires, true), caseOf(alert, alert.stays, false)];
    const needed = join(folder, `${name}.rules.yml`);
    const recordings = budgetRecordings.filter(({ record }) => alert.expr.includes(`${record} `));
    const group = { name, rules: [...recordings, ruleOf(alert)] };
    writeFileSync(needed, JSON.stringify({ groups: [group] }));
    const interval = `${alert.step ?? 1}m`;
    const about = { rule_files: [needed], evaluation_interval: interval, tests };
    writeFileSync(cases, JSON.stringify(about));
    const { ok, said } = promtool("test", "rules", cases);
    expect({ ok, said }).toEqual({ ok: true, said: expect.stringContaining("SUCCESS") });
  });

  test("tells whoever is woken up what to do", () => {
    const page = join(root, runbookOf(alert));
    expect(existsSync(page) ? readFileSync(page, "utf8") : `${page} is missing`).toMatch(
      new RegExp(
        `^# ${alert.runbook ?? name}\\n[\\s\\S]*\\n## What it means\\n[\\s\\S]*\\n## What to do\\n`,
      ),
    );
  });
});

test("the rules that are shipped are these", () => {
  const shipped = readFileSync(join(root, "ops/observe/rules/rules.yml"), "utf8");
  expect(JSON.parse(shipped)).toEqual(rules);
});
